// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain {

/// The why or the contributing factor that this event stated; null where it stated none.
[[nodiscard]] const Statement *statedBy(const IncidentState &state, const QString &eventId);

/// The words that the row of a why or a factor begins with, before what was stated: "Why: ". Empty for any other row.
[[nodiscard]] QString statementLead(const IncidentState &state, const Entry &entry);

/// `text` as it goes into the record: without the lead of this row, which is the program's and in the language of whoever reads.
[[nodiscard]] QString withoutLead(const IncidentState &state, const Entry &entry, const QString &text);

/// Whys, factors and impacts as they stand after this statement changed. Part of apply().
void restateValues(IncidentState &state, const Statement &changed);

} // namespace fireline::domain
