// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockroom.h"

#include "shell/layoutstate.h"
#include "shell/screenroom.h"

#include <QWidget>

#include <algorithm>

namespace fireline::views {

namespace {

// In heights of a line of text.
constexpr int twoColumns = 46;
constexpr int oneColumn = 30;
constexpr int twoPanels = 28;
constexpr int timeline = 24;

bool hasPanels(const PanelLayout &layout, PanelArea side)
{
    const bool open = side == PanelArea::Left ? layout.leftOpen : layout.rightOpen;
    return open && std::any_of(layout.places.cbegin(), layout.places.cend(), [=](const PanelPlace &place) {
               return place.shown && !place.ownWindow && place.area == side;
           });
}

/// Before a window has a size, it is as wide as the screen.
int widthOf(const QWidget &window, int screen)
{
    return window.isVisible() || window.testAttribute(Qt::WA_Resized) ? window.width() : screen;
}

} // namespace

DockRoom dockRoom(const QWidget &window, const PanelLayout &layout)
{
    const int line = qMax(1, window.fontMetrics().lineSpacing());
    const QSize screen = screenRoom(*window.screen(), window).size();
    const QSize room = screen / line;
    DockRoom found{room.width() >= twoColumns ? 2 : room.width() >= oneColumn ? 1 : 0, room.height() >= twoPanels, {}};
    const int left = widthOf(window, screen.width()) * (1000 - layout.leftShare - layout.rightShare) / 1000;
    if (found.columns == 2 && left < timeline * line && hasPanels(layout, PanelArea::Left) && hasPanels(layout, PanelArea::Right))
        found.folded = layout.leftShare < layout.rightShare ? PanelArea::Left : PanelArea::Right;
    return found;
}

} // namespace fireline::views
