// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

namespace fireline::window {

struct PanelContext;

// Rows of the list of panels: what monitoring says. GUI thread; the window owns what they make.

/// Off at first where somebody commands, and one key away, as the graphs are; in sight for the review.
[[nodiscard]] views::PanelDescriptor makeAlertInbox(const PanelContext &context);
/// Off at first where somebody commands, who reads no graphs, and one key away; in sight for the review.
[[nodiscard]] views::PanelDescriptor makeMetricGraphs(const PanelContext &context);

} // namespace fireline::window
