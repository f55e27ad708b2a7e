// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"
#include "clocks/momenttext.h"
#include "rules/facts.h"
#include "rules/momentreader.h"

namespace fireline::domain {

namespace {

Calendar::Bounds boundsOf(const DeadlineRule &rule, const Window &window, Instant anchor, const ClockContext &context)
{
    const Calendar::Bounds bounds = context.calendar.resolve(window, anchor, rule.hours);
    if (!rule.sooner || !holds(rule.sooner->when, context.rules))
        return bounds;
    const Calendar::Bounds sooner = context.calendar.resolve(rule.sooner->within, anchor, rule.hours);
    return sooner.late < bounds.late ? sooner : bounds;
}

Instant doneAt(const DeadlineRule &rule, const MomentAt &from, const ClockContext &context)
{
    // The handover that gave somebody a role is not the one that will relieve them of it.
    const bool sameEvent = rule.done.kind == MomentKind::HandoverDone && rule.after.kind == MomentKind::RoleTaken;
    return endedAt(rule.done, sameEvent ? from.at + Span::micros(1) : from.at, context, from.item);
}

RunningClock deadlineClock(const DeadlineRule &rule, const Window &window, const MomentAt &from, const ClockContext &context)
{
    RunningClock clock = clockOf(rule.rule, RunningClock::Kind::Deadline);
    clock.owner = rule.owner;
    bindItem(clock, from.item, context);
    if (clock.text.isEmpty())
        clock.text = momentText(rule.done, context.rules.process);
    clock.anchor = from.at;
    const Calendar::Bounds bounds = boundsOf(rule, window, from.at, context);
    clock.due = bounds.due;
    clock.late = bounds.late;
    clock.doneAt = doneAt(rule, from, context);
    settle(clock, context);
    if (clock.state == RunningClock::State::Late)
        clock.effects = rule.late;
    return clock;
}

QList<MomentAt> anchors(const Moment &after, const ClockContext &context)
{
    if (isItemMoment(after.kind))
        return itemMoments(after, context.rules);
    const Instant at = latestMoment(after, context.rules);
    return at.isSet() ? QList<MomentAt>{{at, {}}} : QList<MomentAt>();
}

} // namespace

QList<RunningClock> deadlineClocks(const DeadlineRule &rule, const ClockContext &context)
{
    const Window *window = rule.within.forSeverity(context.state().severity);
    if (!window || !holds(rule.rule.when, context.rules))
        return {};
    QList<RunningClock> clocks;
    for (const MomentAt &from : anchors(rule.after, context)) {
        const RunningClock clock = deadlineClock(rule, *window, from, context);
        const bool over = isItemGone(from.item, context) || isUndone(rule.after, context)
            || isOver(rule.rule.scope, std::nullopt, from.at, context, from.item);
        if (!clock.running() || !over)
            clocks.append(clock);
    }
    return clocks;
}

} // namespace fireline::domain
