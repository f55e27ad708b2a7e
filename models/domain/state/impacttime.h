// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain {

/// When the impact began or ended as that entry states it, which is often said later; of any other entry when it was. Pure; any thread.
[[nodiscard]] Instant happenedAt(const IncidentState &state, const Entry &entry);

} // namespace fireline::domain
