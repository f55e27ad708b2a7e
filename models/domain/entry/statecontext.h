// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// What quick entry may know of an incident: the roles of its process, the people seen, the objects that exist, and every id
/// of the process, for completion and for marks. decide() has the last word on ids, which it takes by name and by their end
/// as well ("2" for SEV2): an unknown one is marked, never a problem here. The answer's look-ups refer to `state` and
/// `process`: both must outlive the answer and stay unchanged meanwhile.
[[nodiscard]] EntryContext entryContext(const IncidentState &state, const Process &process, Instant now);

} // namespace fireline::domain
