// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockroom.h"

#include "shell/screenroom.h"

#include <QWidget>

namespace fireline::views {

namespace {

// In heights of a line of text.
constexpr int twoColumns = 46;
constexpr int oneColumn = 30;
constexpr int twoPanels = 28;

} // namespace

DockRoom dockRoom(const QWidget &window)
{
    const int line = qMax(1, window.fontMetrics().lineSpacing());
    const QSize room = screenRoom(*window.screen(), window).size() / line;
    return {room.width() >= twoColumns ? 2 : room.width() >= oneColumn ? 1 : 0, room.height() >= twoPanels};
}

} // namespace fireline::views
