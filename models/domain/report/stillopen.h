// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"
#include "command/command.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// What an end of the incident would leave as it is for others: an audience that was last told anything but the last word of its
/// states, a component that does not work, a change that is not verified, orders without an answer or an end. Short words for a
/// list, the farthest outside first. A reminder: only the gates of a process prohibit. Pure.
[[nodiscard]] QStringList stillOpen(const IncidentState &state, const Process &process);

/// The clocks of the incident that are late now and would end undone with it: pages nobody sent, updates nobody wrote. Advice is
/// none of them, and call-backs are among what is still open. Pure.
[[nodiscard]] QList<RunningClock> lateNow(const IncidentState &state, const Process &process, Instant now);
/// Those that are due, not late, and would end undone with its resolution; of a resolved incident all that are due, be they words
/// or records that its closure asks for. Pure.
[[nodiscard]] QList<RunningClock> dueNow(const IncidentState &state, const Process &process, Instant now);
/// Both in words for a list.
[[nodiscard]] QStringList lateWords(const IncidentState &state, const Process &process, Instant now);
/// Of a resolved incident those that were late when it was resolved, as they stood then, and were not done since; empty while it
/// goes on. Pure.
[[nodiscard]] QList<RunningClock> lateAtEnd(const IncidentState &state, const Process &process);
/// One thing that the process asks for before it is resolved, only as a reminder. A value.
struct MissingAtEnd
{
    QString text; ///< a condition in the process's words, or names of fields
    QString line; ///< of quick entry, as far as it can be written; may be empty
};
/// What a resolved incident still lacks of it; each goes once it is done. Empty while the incident goes on. Pure.
[[nodiscard]] QList<MissingAtEnd> missingAtEnd(const IncidentState &state, const Process &process);

/// Whether the incident goes on now and would be over with this command: resolved, or in a phase that ends it. Pure.
[[nodiscard]] bool endsIncident(const Command &command, const IncidentState &state, const Process &process);

} // namespace fireline::domain
