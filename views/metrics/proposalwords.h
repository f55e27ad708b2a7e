// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/impactproposal.h"
#include "detection/mitigationeffect.h"

#include <QStringList>

namespace fireline::views {

class TimeDisplay;

/// "Proposed by errors: from 10:12:30 to 10:31:00, up to 87 % where 0.6 % is usual." Or that nothing was unusual.
[[nodiscard]] QString proposalText(const models::ImpactProposal &proposal, const TimeDisplay &times);

/// "errors: restored, from 85 % to 0.7 % (usual 0.6 %), 100 % of the way back; effect large (0.98)." Precondition: something can be said.
[[nodiscard]] QString effectText(const QString &series, const QString &unit, const models::MitigationEffect &effect);
/// Of series that have too few values on one side, in one line: what they lack, time brings.
[[nodiscard]] QString tooLittleText(const QStringList &series);
/// How /result calls it; empty where it cannot be said.
[[nodiscard]] QString resultWord(models::MitigationEffect::Verdict verdict);

} // namespace fireline::views
