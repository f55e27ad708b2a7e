// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/handoversteps.h"

#include "process/calendar.h"
#include "rules/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

HandoverStep::Kind kindOf(const ListItem &item)
{
    using Kind = HandoverStep::Kind;
    if (item.tick)
        return Kind::System;
    if (item.wait)
        return Kind::Shadow;
    if (!item.form.isEmpty())
        return Kind::Sitrep;
    if (!item.say.isEmpty())
        return item.by == "outgoing"_L1 ? Kind::Announce : Kind::Accept;
    return Kind::Able;
}

void judgeStep(HandoverStep &step, const ListRule &list, const Handover &h, const RuleContext &c)
{
    switch (step.kind) {
    case HandoverStep::Kind::Able: step.done = h.ableAt.isSet(); break;
    case HandoverStep::Kind::Sitrep: step.done = h.sitrepAt.isSet(); break;
    case HandoverStep::Kind::Announce: step.done = h.announcedAt.isSet(); break;
    case HandoverStep::Kind::Accept: break;
    case HandoverStep::Kind::Shadow:
        if (h.shadowSince.isSet()) {
            step.readyAt = Calendar(c.process.calendar, c.process.defaults).resolve(*step.item->wait, h.shadowSince);
            step.done = c.now >= step.readyAt;
        }
        break;
    case HandoverStep::Kind::System: {
        const ItemMark mark = c.state.lists.value(list.rule.id).items.value(step.number);
        step.done = (mark.at.isSet() && mark.at >= h.offeredAt) || holds(*step.item->tick, c);
        break;
    }
    }
}

} // namespace

const ListRule *handoverProcedure(const RuleContext &context)
{
    for (const ListRule &list : context.process.lists) {
        const bool fits = list.use == ListUse::Procedure && list.forKind == ListRule::For::Act
                          && list.forAct == Act::HandoverAccept;
        if (fits && holds(list.rule.when, context))
            return &list;
    }
    return nullptr;
}

QList<HandoverStep> handoverSteps(const RuleContext &context)
{
    QList<HandoverStep> steps;
    const ListRule *list = handoverProcedure(context);
    if (!list)
        return steps;
    // What an ended handover left behind counts for nothing.
    const auto &latest = context.state.handover;
    const bool running = latest && latest->state == Handover::State::Running;
    const Handover handover = running ? *latest : Handover();
    for (int i = 0; i < list->items.size(); ++i) {
        HandoverStep step{kindOf(list->items.at(i)), &list->items.at(i), i + 1, false, {}};
        if (running)
            judgeStep(step, *list, handover, context);
        steps.append(step);
    }
    return steps;
}

std::optional<HandoverTurn> incomingTurn(const RuleContext &context)
{
    const auto &handover = context.state.handover;
    if (!handover || handover->state != Handover::State::Running)
        return std::nullopt;
    HandoverTurn turn;
    turn.since = std::max({handover->offeredAt, handover->ableAt, handover->sitrepAt, handover->announcedAt});
    // Who hands over has said the last word, whatever was left out before.
    if (handover->announcedAt.isSet())
        return turn;
    for (const HandoverStep &step : handoverSteps(context)) {
        if (step.done) {
            turn.since = std::max(turn.since, step.readyAt);
            continue;
        }
        const bool incoming = step.item->by != "outgoing"_L1 && step.kind != HandoverStep::Kind::System;
        if (!incoming || step.readyAt.isSet())
            return std::nullopt;
        turn.kind = step.kind;
        return turn;
    }
    return turn;
}

} // namespace fireline::domain
