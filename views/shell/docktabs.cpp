// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/docktabs.h"

#include "theme/firelinestyle.h"

#include <QChildEvent>
#include <QLocale>
#include <QMainWindow>
#include <QStyle>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr const char *foldedTitles = "foldedTitles"; ///< of the tabs whose icons were set

// QMainWindow hides no bar that it may want again: it moves it up and left, further than the bar is large.
bool isPutAside(const QTabBar &bar)
{
    return bar.geometry().right() < 0 && bar.geometry().bottom() < 0;
}

int widthOfTitles(const QTabBar &bar)
{
    int width = 0;
    for (int tab = 0; tab < bar.count(); ++tab)
        width += bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(tab)).width()
                 + bar.style()->pixelMetric(QStyle::PM_TabBarTabHSpace, nullptr, &bar);
    return width;
}

} // namespace

DockTabs::DockTabs(QMainWindow *window, IconOf iconOf, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_iconOf(std::move(iconOf))
{
    window->installEventFilter(this);
}

void DockTabs::refresh()
{
    for (QTabBar *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        take(bar);
}

bool DockTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::ChildPolished) {
        if (auto *bar = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child()))
            take(bar);
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        if (auto *bar = qobject_cast<QTabBar *>(watched))
            tell(bar);
    }
    return QObject::eventFilter(watched, event);
}

void DockTabs::take(QTabBar *bar)
{
    bar->setObjectName(u"panelTabs"_s);
    bar->installEventFilter(this); // once: a filter that is there already is not added again
    tell(bar);
}

void DockTabs::tell(QTabBar *bar)
{
    QStringList titles;
    for (int i = 0; i < bar->count(); ++i)
        titles.append(bar->tabText(i));
    bar->setAccessibleName(tr("Panels that share a place: %1").arg(QLocale().createSeparatedList(titles)));
    bar->setToolTip(bar->accessibleName());
    fold(bar);
    bar->setFocusPolicy(isPutAside(*bar) ? Qt::NoFocus : Qt::TabFocus);
}

void DockTabs::fold(QTabBar *bar)
{
    const bool fold = bar->count() > 1 && widthOfTitles(*bar) > bar->width();
    QStringList folded;
    for (int tab = 0; fold && tab < bar->count(); ++tab)
        folded.append(bar->tabText(tab));
    if (bar->property(foldedTitles).toStringList() == folded)
        return;
    bar->setProperty(foldedTitles, folded);
    // The style leaves the titles out (FirelineStyle); it asks for this when an icon changes, so this goes first.
    bar->setProperty(FirelineStyle::foldedTabs, fold);
    for (int tab = 0; tab < bar->count(); ++tab)
        bar->setTabIcon(tab, fold ? m_iconOf(bar->tabText(tab)) : QIcon());
}

} // namespace fireline::views
