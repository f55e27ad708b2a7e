// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockshares.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace fireline::views {

namespace {

int share(int part, int whole)
{
    return whole > 0 ? part * 1000 / whole : 0;
}

/// That one needs more for a while is nobody's choice: it passes, and the share stays.
bool isLent(const DockedSide &side, int both, int upper)
{
    return both - both * upper / 1000 < side.least || both * upper / 1000 < side.leastUpper;
}

void applyHeights(QMainWindow &window, const DockedSide &side, int upper)
{
    QDockWidget *first = side.docks.first();
    QDockWidget *second = side.docks.at(1);
    const int both = first->height() + second->height();
    if (!isLent(side, both, upper))
        window.resizeDocks({first, second}, {upper, 1000 - upper}, Qt::Vertical);
    else if (side.leastUpper > 0)
        window.resizeDocks({first, second}, {side.leastUpper, std::max(1, both - side.leastUpper)}, Qt::Vertical);
    else
        window.resizeDocks({first, second}, {std::max(1, both - side.least), side.least}, Qt::Vertical);
}

} // namespace

void readShares(const QMainWindow &window, const QList<DockedSide> &sides, PanelLayout &layout)
{
    for (const DockedSide &side : sides) {
        const QSize first = side.docks.first()->size();
        if (side.area == PanelArea::Bottom || side.area == PanelArea::Top) {
            if (int &height = side.area == PanelArea::Top ? layout.topShare : layout.bottomShare;
                window.height() * height / 1000 >= side.least)
                height = share(first.height(), window.height());
            continue;
        }
        const bool left = side.area == PanelArea::Left;
        (left ? layout.leftShare : layout.rightShare) = share(first.width(), window.width());
        if (side.docks.size() > 1) {
            const int both = first.height() + side.docks.at(1)->height();
            int &upper = left ? layout.leftUpperShare : layout.rightUpperShare;
            if (!isLent(side, both, upper))
                upper = share(first.height(), both);
        }
    }
}

void applyShares(QMainWindow &window, const QList<DockedSide> &sides, const PanelLayout &layout)
{
    for (const DockedSide &side : sides) {
        QDockWidget *first = side.docks.first();
        if (side.area == PanelArea::Bottom || side.area == PanelArea::Top) {
            const int height = side.area == PanelArea::Top ? layout.topShare : layout.bottomShare;
            window.resizeDocks({first}, {std::max(window.height() * height / 1000, side.least)}, Qt::Vertical);
            continue;
        }
        const bool left = side.area == PanelArea::Left;
        const int width = left ? layout.leftShare : layout.rightShare;
        const int upper = left ? layout.leftUpperShare : layout.rightUpperShare;
        window.resizeDocks({first}, {window.width() * width / 1000}, Qt::Horizontal);
        if (side.docks.size() > 1)
            applyHeights(window, side, upper);
    }
}

} // namespace fireline::views
