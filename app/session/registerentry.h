// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "register/incidentregister.h"
#include "state/incidentstate.h"

namespace fireline::session {

/// What the register keeps of an incident (decisions 1): who it is, how far it has come, its alerts' firings, when drills and
/// reviews of the process were held, and the clocks that run on when no console is open. Pure.
[[nodiscard]] store::IncidentSummary summaryOf(const domain::IncidentState &state, const domain::Process &process,
                                               const QString &path, domain::Instant now);

} // namespace fireline::session
