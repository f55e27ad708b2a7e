// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::models {

/// The phase to enter because the work is beyond the present one: something that a later phase's list asks for was found, written
/// or done, or it does not hurt any more and the end asks for a later phase. Who is there and what others were told says nothing
/// of it. Null where the phase that is shown is that of the work. Pure.
[[nodiscard]] const domain::PhaseDef *phaseToFollow(const domain::RuleContext &context);

/// The phase to enter because nothing that the present one lists is open any more. Null where it lists nothing, or where what
/// follows is the end. Pure.
[[nodiscard]] const domain::PhaseDef *phaseAfterDone(const domain::RuleContext &context);

} // namespace fireline::models
