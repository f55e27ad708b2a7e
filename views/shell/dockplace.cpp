// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockplace.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>

#include <utility>

namespace fireline::views {

namespace {

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

} // namespace fireline::views
