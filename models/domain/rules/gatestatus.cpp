// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/gatestatus.h"

#include "rules/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

bool GateStatus::open() const
{
    return std::any_of(needs.begin(), needs.end(), [](const NeedStatus &n) { return !n.met; });
}

QStringList GateStatus::missing() const
{
    QStringList texts;
    for (const NeedStatus &need : needs) {
        if (!need.met)
            texts.append(need.need->text);
    }
    return texts;
}

QString systemOf(const std::optional<Cond> &cond)
{
    if (!cond || cond->tests.size() != 1 || !cond->any.isEmpty() || !cond->none.isEmpty())
        return {};
    const FactTest &test = cond->tests.first();
    if (test.fact.fact == Fact::System)
        return test.fact.arg;
    if (test.fact.fact == Fact::Exported && test.values.size() == 1)
        return test.values.first() + u".exported"_s;
    return {};
}

GateStatus gateStatus(const GateRule &gate, const RuleContext &context)
{
    GateStatus status;
    status.gate = &gate;
    const auto confirmed = context.state.gates.value(gate.rule.id);
    for (int i = 0; i < gate.needs.size(); ++i) {
        const GateNeed &need = gate.needs.at(i);
        const bool byHand = confirmed.contains(i + 1);
        // A condition that the console can see for itself is not passed by a tick; one of an outside system may be.
        const bool met = need.is ? holds(*need.is, context) : byHand;
        status.needs.append({&need, met, byHand});
    }
    return status;
}

} // namespace fireline::domain
