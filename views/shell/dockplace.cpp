// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockplace.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QLocale>
#include <QMainWindow>
#include <QTabBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

struct DockTabs
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::DockTabs)
};

QList<QTabBar *> tabBars(const QMainWindow &window)
{
    return window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
}

std::pair<QTabBar *, int> tabOf(const QMainWindow &window, const QDockWidget &dock)
{
    for (QTabBar *bar : tabBars(window)) {
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i) == dock.windowTitle())
                return {bar, i};
        }
    }
    return {nullptr, -1};
}

} // namespace

bool isInFront(const QMainWindow &window, const QDockWidget &dock)
{
    const auto [bar, page] = tabOf(window, dock);
    return !bar || page == bar->currentIndex();
}

void bringToFront(QMainWindow &window, QDockWidget &dock)
{
    const auto [bar, page] = tabOf(window, dock);
    if (bar)
        bar->setCurrentIndex(page);
    else
        dock.raise();
}

void nameDockTabs(QMainWindow &window)
{
    for (QTabBar *bar : tabBars(window)) {
        QStringList titles;
        for (int i = 0; i < bar->count(); ++i)
            titles.append(bar->tabText(i));
        bar->setObjectName(u"panelTabs"_s);
        bar->setAccessibleName(DockTabs::tr("Panels that share a place: %1").arg(QLocale().createSeparatedList(titles)));
        bar->setToolTip(bar->accessibleName());
    }
}

} // namespace fireline::views
