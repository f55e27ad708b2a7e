// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"
#include "sync/syncjournal.h"

namespace fireline::window {

/// What a refused event said, in the words of its row; it is in no state that could tell.
[[nodiscard]] QString refusedWords(const domain::Event &event, const domain::IncidentState &state,
                                   const domain::Process &process);

/// The line of quick entry that asks for the same again, for a person to change first; a note of its words where no line says it.
[[nodiscard]] QString refusedLine(const domain::Event &event, const domain::IncidentState &state, const domain::Process &process);

/// Why the backend refused an event, as a sentence.
[[nodiscard]] QString refusalText(const QString &reason, const QString &rule);

} // namespace fireline::window
