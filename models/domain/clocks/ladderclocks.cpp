// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"
#include "clocks/momenttext.h"
#include "rules/facts.h"
#include "rules/momentreader.h"

#include <algorithm>

namespace fireline::domain {

namespace {

/// A rung can only be taken after its anchor, so one taken later than the latest anchor is taken for that anchor, even if
/// the scribe has moved the anchor a little since.
bool isSettled(const LadderRule &rule, int rung, const MomentAt &from, const ClockContext &context)
{
    const auto &marks = context.state().rungs;
    return std::any_of(marks.begin(), marks.end(), [&](const RungMark &mark) {
        return mark.ladder == rule.rule.id && mark.rung == rung && mark.item == from.item
            && (mark.anchor == from.at || mark.at >= from.at);
    });
}

bool callsOutside(const EffectSpec &effect)
{
    return effect.kind == EffectKind::Page || effect.kind == EffectKind::Notify || effect.kind == EffectKind::Create
           || effect.kind == EffectKind::Restrict;
}

RunningClock rungClock(const LadderRule &rule, int index, const MomentAt &from, const ClockContext &context)
{
    const Rung &rung = rule.rungs.at(index);
    RunningClock clock = clockOf(rule.rule, RunningClock::Kind::Rung);
    bindItem(clock, from.item, context);
    clock.id += u'/' + QString::number(index + 1);
    clock.rung = index;
    clock.effects = rung.effects;
    if (clock.text.isEmpty())
        clock.text = effectsText(rung.effects, context.rules.process);
    clock.owner = {QStringLiteral("commander")};
    clock.anchor = from.at;
    clock.due = context.calendar.resolve(rung.at, from.at, rule.hours);
    if (std::any_of(rung.effects.begin(), rung.effects.end(), callsOutside))
        clock.late = clock.due + context.rules.process.defaults.now;
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
