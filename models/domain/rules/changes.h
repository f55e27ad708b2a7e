// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QStringList>

namespace fireline::domain {

/// What the rules see of a change.
[[nodiscard]] ActAtHand changeAtHand(const Change &change);

/// Whose approval is still missing before this change may be executed, as Who words; empty where the process asks for none,
/// or all that it asks for was given to the change as it stands.
[[nodiscard]] QStringList missingApprovers(const Change &change, const RuleContext &context);

} // namespace fireline::domain
