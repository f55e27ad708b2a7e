// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

namespace fireline::window {

struct PanelContext;

// Rows of the list of panels: where whole texts are written, with one dictionary for all. GUI thread; the window owns what they
// make.

[[nodiscard]] views::PanelDescriptor makeReview(const PanelContext &context);
[[nodiscard]] views::PanelDescriptor makeStatusUpdates(const PanelContext &context);

} // namespace fireline::window
