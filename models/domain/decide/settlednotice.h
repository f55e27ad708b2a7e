// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::domain {

/// What is said of the step of a list that comes before the one that somebody takes.
[[nodiscard]] QString firstText(const ListItem &item);

/// Whether what a remark asked for was done since, or is asked for no more: the step that comes first, what a gate that only
/// reminds was missing, the fields of the incident that were to be stated. False for whatever stays as it was said. Pure.
[[nodiscard]] bool isSettled(const Notice &notice, const RuleContext &context);

} // namespace fireline::domain
