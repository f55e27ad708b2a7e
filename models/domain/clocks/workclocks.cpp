// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"
#include "state/withdrawn.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

bool isWaitedFor(const Order &order)
{
    return order.dueAt.isSet() && !order.endedAt.isSet() && order.state != Order::State::Cancelled;
}

const ListItem *shadowItem(const ListRule &list)
{
    const auto item = std::find_if(list.items.begin(), list.items.end(), [](const ListItem &i) { return i.wait.has_value(); });
    return item == list.items.end() ? nullptr : &*item;
}

} // namespace

QList<RunningClock> orderClocks(const ClockContext &context)
{
    QList<RunningClock> clocks;
    for (const Order &order : context.state().orders) {
        if (!isWaitedFor(order) || context.state().closedAt.isSet())
            continue;
        RunningClock clock;
        clock.id = u"order/"_s + order.id;
        clock.item = order.id;
        clock.kind = RunningClock::Kind::Order;
        clock.text = QCoreApplication::translate("Clocks", "%1: %2").arg(order.id, order.text);
        clock.owner = {order.owner};
        clock.anchor = order.givenAt;
        clock.late = order.dueAt;
        clock.due = std::max(order.givenAt, order.dueAt - context.rules.process.defaults.dueSoon);
        settle(clock, context);
        clocks.append(clock);
    }
    return clocks;
}

QList<RunningClock> shadowClocks(const ClockContext &context)
{
    const auto &handover = context.state().handover;
    if (!handover || handover->state != Handover::State::Running || !handover->shadowSince.isSet()
        || handover->announcedAt.isSet())
        return {};
    QList<RunningClock> clocks;
    for (const ListRule &list : context.rules.process.lists) {
        const ListItem *item = shadowItem(list);
        if (!item || list.use != ListUse::Procedure || list.forKind != ListRule::For::Act || list.forAct != Act::HandoverAccept)
            continue;
        RunningClock clock = clockOf(list.rule, RunningClock::Kind::HandoverShadow);
        clock.text = item->label();
        clock.owner = {handover->to};
        clock.anchor = handover->shadowSince;
        clock.due = context.calendar.resolve(*item->wait, handover->shadowSince);
        settle(clock, context);
        clocks.append(clock);
    }
    return clocks;
}

QList<RunningClock> revisitClocks(const ClockContext &context)
{
    const IncidentState &state = context.state();
    if (!state.open())
        return {};
    QList<RunningClock> clocks;
    for (const DecisionRecord &decision : state.decisions) {
        const auto replaces = [&](const DecisionRecord &later) {
            return later.replaces == decision.eventId && !isWithdrawn(state, later.eventId);
        };
        if (!decision.revisitAt.isSet() || isWithdrawn(state, decision.eventId)
            || std::any_of(state.decisions.begin(), state.decisions.end(), replaces))
            continue;
        RunningClock clock;
        clock.id = u"decision/"_s + decision.id;
        clock.item = decision.id;
        clock.kind = RunningClock::Kind::Revisit;
        clock.text = QCoreApplication::translate("Clocks", "Look at %1 again: %2").arg(decision.id, decision.text);
        clock.owner = {decision.by};
        clock.anchor = decision.at;
        clock.late = decision.revisitAt;
        clock.due = std::max(decision.at, decision.revisitAt - context.rules.process.defaults.dueSoon);
        settle(clock, context);
        clocks.append(clock);
    }
    return clocks;
}

} // namespace fireline::domain
