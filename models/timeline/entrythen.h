// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::models {

/// The entry as the record knew it at that moment: what was corrected, given another time, retracted or restored later is
/// undone. Pins and tags are those of today: they are marks, not what was known.
[[nodiscard]] domain::Entry entryThen(const domain::IncidentState &state, const domain::Entry &entry, domain::Instant then);

/// When the entry was held to have happened, as the record knew it at that moment.
[[nodiscard]] domain::Instant timeThen(const domain::Entry &entry, domain::Instant then);

/// Whether text, kind or time were corrected after that moment.
[[nodiscard]] bool isCorrectedAfter(const domain::Entry &entry, domain::Instant then);

} // namespace fireline::models
