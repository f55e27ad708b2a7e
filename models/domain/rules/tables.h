// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QString>

namespace fireline::domain {

/// What a decision table says now. A proposal: the person decides.
struct TableAnswer
{
    const TableRule *table = nullptr;
    QString value;        ///< severity, phase or value of the field; empty: the table asks
    int row = -1;         ///< 0-based; -1 where `otherwise` answered
    bool complete = true; ///< every input has been answered
};

/// The first row that matches in every cell; else `otherwise`. "worst" takes the worst outcome of the rows that match in any
/// one cell, since one input alone may say how bad it is; where no cell matches, it asks.
[[nodiscard]] TableAnswer tableAnswer(const TableRule &table, const RuleContext &context);

} // namespace fireline::domain
