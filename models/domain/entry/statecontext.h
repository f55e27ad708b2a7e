// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// What quick entry may know of an incident: the roles of its process, the people seen, the objects that exist. Ids of the
/// process are left to decide(), which takes them by name and by their end as well ("2" for SEV2). The answer's look-ups
/// refer to `state`: it must outlive the answer and stay unchanged meanwhile.
[[nodiscard]] EntryContext entryContext(const IncidentState &state, const Process &process, Instant now);

} // namespace fireline::domain
