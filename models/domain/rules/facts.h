// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QStringList>

#include <optional>

namespace fireline::domain {

/// What a fact says: words (any of which a test may name), and a number where it counts something.
struct FactValue
{
    QStringList words;
    std::optional<double> number;
};

/// Reads one fact of the vocabulary (2.3). Pure; a fact that nobody stated has no words and no number.
[[nodiscard]] FactValue readFact(const FactRef &fact, const RuleContext &context);

/// Whether a condition holds now.
[[nodiscard]] bool holds(const FactTest &test, const RuleContext &context);
[[nodiscard]] bool holds(const Cond &cond, const RuleContext &context);

} // namespace fireline::domain
