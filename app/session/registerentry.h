// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "process/process.h"
#include "register/incidentregister.h"
#include "state/incidentstate.h"

namespace fireline::session {

/// What the register keeps of an incident (decisions 1): who it is, how far it has come, its alerts' firings, when drills and
/// reviews of the process were held, and the clocks that run on when no console is open. Pure.
[[nodiscard]] store::IncidentSummary summaryOf(const domain::IncidentState &state, const domain::Process &process,
                                               const QString &path, domain::Instant now);

/// The same of every incident file in these folders, for a register that was begun anew. Files that cannot be read and
/// private incidents are left out. Reads whole files: never in the GUI thread.
[[nodiscard]] QList<store::IncidentSummary> summariesIn(const QStringList &folders, const domain::Clock &clock);

} // namespace fireline::session
