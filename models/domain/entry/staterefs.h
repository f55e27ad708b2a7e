// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// The objects that this verb can be about, with their texts; the newest open ones first, what is over behind them. For a
/// verb that takes none: all that are open, then the latest rows of the timeline. Pure.
[[nodiscard]] QList<EntryName> refNames(const IncidentState &state, Verb verb);

/// People seen in this incident and roles of the process, with what they do: "jo" (Scribe), "ic" (Incident Commander).
[[nodiscard]] QList<EntryName> whoNames(const IncidentState &state, const Process &process);

/// Every tag used so far, in order.
[[nodiscard]] QList<EntryName> tagNames(const IncidentState &state);

/// The last row of the timeline that this person wrote and that still stands, as "E7" and its text; nothing where none is.
[[nodiscard]] std::optional<EntryName> lastEntryOf(const IncidentState &state, const QString &person);

} // namespace fireline::domain
