// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/phasestep.h"

#include "report/reviewstatus.h"
#include "rules/facts.h"
#include "rules/liststatus.h"
#include "rules/phaseway.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

bool isWork(Act act)
{
    switch (act) {
    case Act::MitigationApply:
    case Act::ChangeExecute:
    case Act::ChangeVerify:
    case Act::HypothesisVerify: return true;
    default: return false;
    }
}

bool isRecord(const QString &form, const Process &process)
{
    const FormRule *rule = process.form(form);
    return rule && rule->target.record != RecordKind::Update;
}

bool isWork(const Cond &cond, const Process &process)
{
    return std::any_of(cond.tests.begin(), cond.tests.end(), [&](const FactTest &test) {
        switch (test.fact.fact) {
        case Fact::HypothesisVerified:
        case Fact::MitigationResult:
        case Fact::ImpactEnded: return true;
        case Fact::FormDone: return isRecord(test.values.value(0), process);
        default: return false;
        }
    });
}

bool isWork(const ListItem &item, const Process &process)
{
    return (item.tick && isWork(*item.tick, process)) || (item.act && isWork(*item.act)) || isRecord(item.form, process);
}

bool isWorkedAt(const ListRule &list, const RuleContext &c)
{
    const ListStatus status = listStatus(list, c);
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        if (status.items.at(i).state == ItemStatus::State::Ticked && isWork(list.items.at(i), c.process))
            return true;
    }
    return false;
}

/// Those of the phases behind the present one whose lists were begun, the farthest first.
QStringList phasesWorkedAt(const PhaseDef &present, const RuleContext &c)
{
    QStringList phases;
    for (auto phase = c.process.phases.rbegin(); phase != c.process.phases.rend() && phase->id != present.id; ++phase) {
        for (const ListRule &list : c.process.lists) {
            if (list.forKind == ListRule::For::Phase && list.forId == phase->id && isWorkedAt(list, c)) {
                phases.append(phase->id);
                break;
            }
        }
    }
    return phases;
}

/// What the end asks for, where nothing hurts any more.
QStringList phasesOfTheEnd(const RuleContext &c)
{
    const QList<Mitigation> &tried = c.state.mitigations;
    const bool restored = !tried.isEmpty() && tried.last().result == "restored"_L1;
    if (!c.state.impactEnd.isSet() && !restored)
        return {};
    for (const ClosingNeed &need : closingNeeds(Act::Resolve, c)) {
        const auto &is = c.process.gate(need.gate)->needs.at(need.item - 1).is;
        if (!need.met && is && !phasesAsked(*is).isEmpty())
            return phasesAsked(*is);
    }
    return {};
}

} // namespace

const PhaseDef *phaseToFollow(const RuleContext &context)
{
    const PhaseDef *present = presentPhase(context);
    if (!present)
        return nullptr;
    QList<const PhaseDef *> way = phaseWay(phasesOfTheEnd(context), context);
    for (const QString &id : phasesWorkedAt(*present, context)) {
        if (way.isEmpty())
            way = phaseWay({id}, context);
    }
    return way.value(0, nullptr);
}

const PhaseDef *phaseAfterDone(const RuleContext &context)
{
    const PhaseDef *present = presentPhase(context);
    bool lists = false;
    for (const ListRule &list : context.process.lists) {
        const bool ofPhase = present && list.forKind == ListRule::For::Phase && list.forId == present->id;
        if (!ofPhase || list.use != ListUse::Checklist)
            continue;
        const ListStatus status = listStatus(list, context);
        if (status.offered && !status.done())
            return nullptr;
        lists = lists || status.offered;
    }
    for (const QString &id : lists ? present->next : QStringList()) {
        const PhaseDef *next = context.process.phase(id);
        // What leads back is no way on.
        if (next && next > present && !next->ends && holds(next->when, context))
            return next;
    }
    return nullptr;
}

} // namespace fireline::models
