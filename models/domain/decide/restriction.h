// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "rules/rulecontext.h"

#include <optional>

namespace fireline::domain {

/// The rule whose `restrict` effect is in force (SRE-23, SRE-41); null when none is.
[[nodiscard]] const LadderRule *restrictionInForce(const RuleContext &context);

/// Whom that rule leaves it to, as words for people; nobody when none is in force.
[[nodiscard]] QStringList restrictedTo(const RuleContext &context);

/// Why nothing may go to an outside audience now: a private incident, or a restriction in force, which beats every
/// audience outside (vocabulary 6.1). Nothing when it may.
[[nodiscard]] std::optional<Problem> keptInside(const RuleContext &context);

} // namespace fireline::domain
