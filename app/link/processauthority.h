// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

namespace fireline::link {

/// The table of authority that follows from the process text in that event (ARCHITECTURE.md, "From the pinned YAML to SQL"); empty
/// for events that pin no process, and for a text that cannot be read. Pure.
[[nodiscard]] QByteArray processAuthority(const domain::Event &event);

} // namespace fireline::link
