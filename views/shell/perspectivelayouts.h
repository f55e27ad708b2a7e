// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/layoutstate.h"

namespace fireline::views {

/// A perspective as it is delivered: what it names of the panels there are, and those that ask to be shown in it. Names of
/// panels that are not there are passed over. Pure.
[[nodiscard]] PanelLayout deliveredLayout(Perspective perspective, const QList<PanelDescriptor> &panels);

/// Where a panel stands among those of its side: the first has a place of its own, the others share one as tabs. Unknown ones
/// come last, in the order they were added.
[[nodiscard]] int panelRank(const QString &id);

} // namespace fireline::views
