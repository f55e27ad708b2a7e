// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/layoutstate.h"

#include <QList>

class QDockWidget;
class QMainWindow;

namespace fireline::views {

/// The docks at one side of the window that is not folded away, the upper first; never empty. A value.
struct DockedSide
{
    PanelArea area = PanelArea::Left;
    QList<QDockWidget *> docks;
};

/// What the sides take of the window, as it is on the screen, into the layout. Sides that are not there keep theirs.
void readShares(const QMainWindow &window, const QList<DockedSide> &sides, PanelLayout &layout);

/// The other way round.
void applyShares(QMainWindow &window, const QList<DockedSide> &sides, const PanelLayout &layout);

} // namespace fireline::views
