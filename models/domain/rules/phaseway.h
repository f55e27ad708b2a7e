// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::domain {

/// The phases to enter one after another until one of these is reached: the fewest. Empty where the incident is in one of them, or
/// none can be reached as it now stands. Pure.
[[nodiscard]] QList<const PhaseDef *> phaseWay(const QStringList &to, const RuleContext &context);

/// The phases one of which this condition asks for; empty where it asks for none.
[[nodiscard]] QStringList phasesAsked(const Cond &cond);

/// Where the incident is: before the first move in the first phase; null where the process has none.
[[nodiscard]] const PhaseDef *presentPhase(const RuleContext &context);

} // namespace fireline::domain
