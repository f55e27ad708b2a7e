// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/layoutstate.h"

#include <QList>

#include <array>

class QDockWidget;
class QMainWindow;

namespace fireline::views {

/// Where docks stand, in the order in which they are laid out.
inline constexpr std::array dockSides{PanelArea::Left, PanelArea::Right, PanelArea::Top, PanelArea::Bottom};

/// The docks at one side of the window that is not folded away, the upper first, then the one that is seen below it; never
/// empty. A value.
struct DockedSide
{
    PanelArea area = PanelArea::Left;
    QList<QDockWidget *> docks;
    int least = 0;      ///< pixels that the lower one is given now, or the only one, whatever its share
    int leastUpper = 0; ///< the same of the upper one of two
};

/// What the sides take of the window, as it is on the screen, into the layout. Sides that are not there keep theirs.
void readShares(const QMainWindow &window, const QList<DockedSide> &sides, PanelLayout &layout);

/// The other way round.
void applyShares(QMainWindow &window, const QList<DockedSide> &sides, const PanelLayout &layout);

} // namespace fireline::views
