// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/docktabs.h"

#include <QChildEvent>
#include <QLocale>
#include <QMainWindow>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

// QMainWindow hides no bar that it may want again: it moves it up and left, further than the bar is large.
bool isPutAside(const QTabBar &bar)
{
    return bar.geometry().right() < 0 && bar.geometry().bottom() < 0;
}

} // namespace

DockTabs::DockTabs(QMainWindow *window, QObject *parent) : QObject(parent), m_window(window)
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
    bar->setFocusPolicy(isPutAside(*bar) ? Qt::NoFocus : Qt::TabFocus);
}

} // namespace fireline::views
