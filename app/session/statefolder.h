// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::session {

/// Where drafts, layouts and logs go: XDG_STATE_HOME/fireline, by default ~/.local/state/fireline. Empty without a home.
[[nodiscard]] QString stateFolder();

} // namespace fireline::session
