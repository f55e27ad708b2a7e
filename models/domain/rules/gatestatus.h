// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::domain {

/// One condition of a gate now.
struct NeedStatus
{
    const GateNeed *need = nullptr;
    bool met = false;
    bool byHand = false;
};

struct GateStatus
{
    const GateRule *gate = nullptr;
    QList<NeedStatus> needs;

    [[nodiscard]] bool open() const; ///< something is still missing
    /// The texts of what is missing.
    [[nodiscard]] QStringList missing() const;
};

[[nodiscard]] GateStatus gateStatus(const GateRule &gate, const RuleContext &context);

/// "system/S.THING" that this need asks for alone, as the key "S.THING"; empty otherwise.
[[nodiscard]] QString systemOf(const std::optional<Cond> &cond);

} // namespace fireline::domain
