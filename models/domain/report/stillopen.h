// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// What an end of the incident would leave as it is for others: an audience that was last told anything but the last word of its
/// states, a component that does not work, a change that is not verified, orders without an answer or an end. Short words for a
/// list, the farthest outside first. A reminder: only the gates of a process prohibit. Pure.
[[nodiscard]] QStringList stillOpen(const IncidentState &state, const Process &process);

/// Whether the incident goes on now and would be over with this command: resolved, or in a phase that ends it. Pure.
[[nodiscard]] bool endsIncident(const Command &command, const IncidentState &state, const Process &process);

} // namespace fireline::domain
