// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"
#include "clocks/momenttext.h"
#include "clocks/rungrecords.h"
#include "rules/facts.h"
#include "rules/momentreader.h"

#include <algorithm>

namespace fireline::domain {

namespace {

/// A rung can only be taken after its anchor, so one taken later than the latest anchor is taken for that anchor, even if
/// the scribe has moved the anchor a little since. One that asks for nothing but records is taken by writing them.
bool isSettled(const LadderRule &rule, int rung, const MomentAt &from, const ClockContext &context)
{
    if (recordsWrittenAt(rule.rungs.at(rung).effects, from.at, context.state()).isSet())
        return true;
    const auto &marks = context.state().rungs;
    return std::any_of(marks.begin(), marks.end(), [&](const RungMark &mark) {
        return mark.ladder == rule.rule.id && mark.rung == rung && mark.item == from.item
               && (mark.anchor == from.at || mark.at >= from.at);
    });
}

/// Since when a fact that holds now has been so, as far as the record tells; none for facts that keep no time.
std::optional<Instant> factSince(const FactTest &test, const ClockContext &context)
{
    const IncidentState &s = context.state();
    switch (test.fact.fact) {
    case Fact::Severity: return s.severityLog.isEmpty() ? s.declaredAt : s.severityLog.last().second;
    case Fact::Phase: return latestMoment({MomentKind::PhaseEntered, s.phase}, context.rules);
    case Fact::Flag: {
        Instant latest;
        for (const QString &flag : test.values)
            latest = std::max(latest, s.flags.value(flag));
        return latest;
    }
    default: return std::nullopt;
    }
}

/// Since when a rung's condition holds: it may have come true long after the rung's own time.
std::optional<Instant> holdsSince(const Cond &cond, const ClockContext &context)
{
    Instant latest;
    for (const FactTest &test : cond.tests) {
        const auto since = factSince(test, context);
        if (!since)
            return std::nullopt;
        latest = std::max(latest, *since);
    }
    for (const auto &group : {cond.any, cond.none}) {
        for (const Cond &inner : group) {
            const auto since = holdsSince(inner, context);
            if (!since)
                return std::nullopt;
            latest = std::max(latest, *since);
        }
    }
    return latest;
}

bool callsOutside(const EffectSpec &effect)
{
    return effect.kind == EffectKind::Page || effect.kind == EffectKind::Notify || effect.kind == EffectKind::Create
           || effect.kind == EffectKind::Restrict;
}

bool asksSeverity(const Cond &cond)
{
    const auto names = [](const FactTest &test) { return test.fact.fact == Fact::Severity; };
    return std::any_of(cond.tests.begin(), cond.tests.end(), names) || std::any_of(cond.any.begin(), cond.any.end(), asksSeverity)
           || std::any_of(cond.none.begin(), cond.none.end(), asksSeverity);
}

/// When the rung could first be taken: a rung that waits for a severity is not late before that severity has come.
Instant openedAt(const LadderRule &rule, Instant due, const ClockContext &context)
{
    const auto &severities = context.state().severityLog;
    const bool waited = asksSeverity(rule.rule.when) && !severities.isEmpty();
    return waited ? std::max(due, severities.last().second) : due;
}

RunningClock rungClock(const LadderRule &rule, int index, const MomentAt &from, const ClockContext &context)
{
    const Rung &rung = rule.rungs.at(index);
    RunningClock clock = clockOf(rule.rule, RunningClock::Kind::Rung);
    bindItem(clock, from.item, context);
    clock.id += u'/' + QString::number(index + 1);
    clock.rung = index;
    clock.effects = stillAsked(rung.effects, from.at, context.state());
    if (clock.text.isEmpty())
        clock.text = effectsText(clock.effects, context.rules.process);
    clock.owner = {QStringLiteral("commander")};
    clock.anchor = from.at;
    clock.due = context.calendar.resolve(rung.at, from.at, rule.hours);
    const auto since = holdsSince(rule.rule.when, context);
    clock.due = std::max(clock.due, since.value_or(Instant()));
    if (since && std::any_of(rung.effects.begin(), rung.effects.end(), callsOutside))
        clock.late = openedAt(rule, clock.due, context) + context.rules.process.defaults.now;
    settle(clock, context);
    return clock;
}

QList<MomentAt> anchors(const LadderRule &rule, const ClockContext &context)
{
    if (isItemMoment(rule.from.kind))
        return itemMoments(rule.from, context.rules);
    const Instant at = latestMoment(rule.from, context.rules);
    return at.isSet() ? QList<MomentAt>{{at, {}}} : QList<MomentAt>();
}

} // namespace

QList<RunningClock> ladderClocks(const LadderRule &rule, const ClockContext &context)
{
    if (!holds(rule.rule.when, context.rules) || isUndone(rule.from, context))
        return {};
    QList<RunningClock> clocks;
    for (const MomentAt &from : anchors(rule, context)) {
        if (isItemGone(from.item, context) || isOver(rule.rule.scope, rule.until, from.at, context, from.item))
            continue;
        for (int i = 0; i < rule.rungs.size(); ++i) {
            if (!isSettled(rule, i, from, context))
                clocks.append(rungClock(rule, i, from, context));
        }
    }
    return clocks;
}

} // namespace fireline::domain
