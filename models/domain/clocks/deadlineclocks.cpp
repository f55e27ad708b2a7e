// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"
#include "clocks/momenttext.h"
#include "rules/facts.h"
#include "rules/momentreader.h"

#include <QHash>

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

/// The deeds of all items, read once: a long incident has thousands of orders.
class Deeds
{
public:
    Deeds(const Moment &done, const ClockContext &context)
    {
        for (const MomentLog::Hit &hit : context.state().moments.hits(done.toText())) {
            if (!hit.withdrawn)
                m_byItem[hit.item].append(hit.at);
        }
    }

    [[nodiscard]] Instant firstSince(Instant since, const QString &item) const
    {
        Instant best;
        for (const QString &key : {item, QString()}) {
            for (Instant t : m_byItem.value(key)) {
                if (t >= since && (!best.isSet() || t < best))
                    best = t;
            }
        }
        return best;
    }

private:
    QHash<QString, QList<Instant>> m_byItem; ///< what belongs to no item counts for all
};

bool isOfItems(const Moment &done)
{
    return isItemMoment(done.kind) || done.kind == MomentKind::Acknowledged;
}

Instant doneAt(const DeadlineRule &rule, const MomentAt &from, const Deeds &deeds, const ClockContext &context)
{
    if (!from.item.isEmpty() && isOfItems(rule.done))
        return deeds.firstSince(from.at, from.item);
    // The handover that gave somebody a role is not the one that will relieve them of it.
    const bool sameEvent = rule.done.kind == MomentKind::HandoverDone && rule.after.kind == MomentKind::RoleTaken;
    return endedAt(rule.done, sameEvent ? from.at + Span::micros(1) : from.at, context, from.item);
}

RunningClock deadlineClock(const DeadlineRule &rule, const Window &window, const MomentAt &from, const Deeds &deeds,
                           const ClockContext &context)
{
    RunningClock clock = clockOf(rule.rule, RunningClock::Kind::Deadline);
    clock.owner = rule.owner;
    clock.audience = rule.done.kind == MomentKind::UpdateSent ? rule.done.arg : QString();
    bindItem(clock, from.item, context);
    if (clock.text.isEmpty())
        clock.text = momentText(rule.done, context.rules.process);
    clock.anchor = from.at;
    const Calendar::Bounds bounds = boundsOf(rule, window, from.at, context);
    clock.due = bounds.due;
    clock.late = bounds.late;
    clock.doneAt = doneAt(rule, from, deeds, context);
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
    const Deeds deeds(rule.done, context);
    QList<RunningClock> clocks;
    for (const MomentAt &from : anchors(rule.after, context)) {
        const RunningClock clock = deadlineClock(rule, *window, from, deeds, context);
        const bool over = isItemGone(from.item, context) || isUndone(rule.after, context)
                          || isOver(rule.rule.scope, std::nullopt, from.at, context, from.item);
        if (!clock.running() || !over)
            clocks.append(clock);
    }
    return clocks;
}

} // namespace fireline::domain
