// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace fireline::views {

/// What the screen has room for beside the timeline at the present size of text. Panels that find no column of their own share
/// one, or stand beside the timeline as tabs of the middle; the layout that the person chose is kept for a larger screen.
struct DockRoom
{
    int columns = 2;     ///< 0 to 2
    bool twoHigh = true; ///< two panels one above the other

    bool operator==(const DockRoom &) const = default;
};

[[nodiscard]] DockRoom dockRoom(const QWidget &window);

} // namespace fireline::views
