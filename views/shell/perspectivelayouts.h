// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/layoutstate.h"

namespace fireline::views {

/// A perspective as it is delivered: the panels that ask to be shown in it, each at its side. Pure.
[[nodiscard]] PanelLayout deliveredLayout(Perspective perspective, const QList<PanelDescriptor> &panels);

/// The panel that gets the keyboard first in a perspective; empty: quick entry or the timeline.
[[nodiscard]] QString leadingPanel(Perspective perspective, const QList<PanelDescriptor> &panels);

} // namespace fireline::views
