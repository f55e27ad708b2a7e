// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDockWidget;
class QMainWindow;

// What QMainWindow knows of its docks and does not say.
namespace fireline::views {

/// False for a dock behind the tab of another. isVisible() is true for both (ux 0.4).
[[nodiscard]] bool isInFront(const QMainWindow &window, const QDockWidget &dock);

/// Brings the dock to the front of those it shares a place with. Not by QDockWidget::raise() alone: a frame around the focused
/// widget raises itself at the same time, and Qt then leaves the tab where it is.
void bringToFront(QMainWindow &window, QDockWidget &dock);

} // namespace fireline::views
