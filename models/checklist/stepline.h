// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::models {

/// What to type for a step that ticks itself once the deed is done: "/claim", "/role @", "/sev ". Empty where a tick is all.
[[nodiscard]] QString stepLine(const domain::ListItem &item, const domain::Process &process);

/// The form of the record that ticks the step once it is written: of a message, or of triage. Empty where it ticks by anything else.
[[nodiscard]] QString stepForm(const domain::ListItem &item, const domain::Process &process);

/// Why a step ticked itself, in words: "Scribe: bo", "Severity SEV1".
[[nodiscard]] QString tickReason(const domain::ListItem &item, const domain::RuleContext &context);

} // namespace fireline::models
