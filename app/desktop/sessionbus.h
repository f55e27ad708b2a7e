// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fireline::desktop {

/// Whether this session has the address of a message bus: without one, the bus library would start a bus of its own. Asks the
/// machine; any thread.
[[nodiscard]] bool hasSessionBus();

} // namespace fireline::desktop
