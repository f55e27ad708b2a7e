// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/impactproposal.h"
#include "detection/mitigationeffect.h"
#include "metrics/graphquery.h"

#include <QString>

namespace fireline::views {

class TimeDisplay;

/// "Proposed by errors: from 10:12:30 to 10:31:00, up to 87 % where 0.6 % is usual." Or that nothing was unusual.
[[nodiscard]] QString proposalText(const models::ImpactProposal &proposal, const TimeDisplay &times);

/// What the record says of that impact already: "Its beginning is recorded already: 10:12:31." Empty where it says nothing. The instants
/// are those of the record, unset where it has none.
[[nodiscard]] QString recordedText(const GraphOffer &offer, domain::Instant start, domain::Instant end, const TimeDisplay &times);

/// "errors: restored, from 85 % to 0.7 % (usual 0.6 %); effect large (-0.98)." The size is told where it is one of the impact: of what
/// does not show it the values are enough. Precondition: something can be said.
[[nodiscard]] QString effectText(const QString &series, const QString &unit, const models::MitigationEffect &effect);
/// What is lacking where nothing can be said, and from when on it can: "can be told from 10:34:04 at the earliest …".
[[nodiscard]] QString lackText(const models::MitigationEffect &effect, const TimeDisplay &times);
/// How /result calls it; empty where it cannot be said, as of what went past the usual: that may be better, or a storm.
[[nodiscard]] QString resultWord(models::MitigationEffect::Verdict verdict);

} // namespace fireline::views
