// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

#include <optional>

class QWidget;

namespace fireline::views {

struct PanelLayout;

/// What the screen has room for beside the timeline at the present size of text. Panels that find no column of their own share
/// one, or stand beside the timeline as tabs of the middle; the layout that the person chose is kept for a larger screen. Where
/// two columns would leave the timeline too narrow to be read, the narrower one stands behind the tabs of the wider.
struct DockRoom
{
    int columns = 2;                 ///< 0 to 2
    bool twoHigh = true;             ///< two panels one above the other
    std::optional<PanelArea> folded; ///< the side whose panels are tabs of the other one

    bool operator==(const DockRoom &) const = default;
};

[[nodiscard]] DockRoom dockRoom(const QWidget &window, const PanelLayout &layout);

} // namespace fireline::views
