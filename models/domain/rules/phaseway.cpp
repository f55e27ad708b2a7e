// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/phaseway.h"

#include "rules/facts.h"

#include <QHash>

#include <algorithm>

namespace fireline::domain {

const PhaseDef *presentPhase(const RuleContext &context)
{
    return context.state.phase.isEmpty() ? context.process.firstPhase() : context.process.phase(context.state.phase);
}

QList<const PhaseDef *> phaseWay(const QStringList &to, const RuleContext &context)
{
    const PhaseDef *from = presentPhase(context);
    if (!from || to.contains(from->id))
        return {};
    QHash<const PhaseDef *, const PhaseDef *> before{{from, nullptr}};
    QList<const PhaseDef *> seen{from};
    for (qsizetype i = 0; i < seen.size(); ++i) {
        for (const QString &id : seen.at(i)->next) {
            const PhaseDef *next = context.process.phase(id);
            if (!next || before.contains(next) || !holds(next->when, context))
                continue;
            before.insert(next, seen.at(i));
            seen.append(next);
            if (!to.contains(id))
                continue;
            QList<const PhaseDef *> way;
            for (const PhaseDef *one = next; one != from; one = before.value(one))
                way.prepend(one);
            return way;
        }
    }
    return {};
}

QStringList phasesAsked(const Cond &cond)
{
    QStringList phases;
    for (const FactTest &test : cond.tests) {
        if (test.fact.fact == Fact::Phase)
            phases += test.values;
    }
    for (const Cond &part : cond.any)
        phases += phasesAsked(part);
    return phases;
}

} // namespace fireline::domain
