// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/entrynames.h"

namespace fireline::domain {

/// As apply(), the row alone: what is not done yet is seen, and changes nothing.
void applyRow(IncidentState &state, const Event &event, const EntryNames *names);

/// The row that this would add, and nothing of the state is touched or copied: a record may have a hundred thousand. Nothing where
/// the event has none.
[[nodiscard]] std::optional<Entry> rowOf(const IncidentState &state, const Event &event, const EntryNames *names);

} // namespace fireline::domain
