// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

namespace fireline::views {

class ActionRegistry;
class PanelDocks;

/// The commands that every panel has: go to it, move it, hide it; in the menu Panels, in the palette, and behind the button of
/// its title. `window` owns the menus.
void addPanelActions(const QList<PanelDescriptor> &panels, ActionRegistry &actions, PanelDocks &docks, QWidget *window);

} // namespace fireline::views
