// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/tenure.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace fireline::models {

using namespace domain;

namespace {

/// How long before a limit without a span of its own a handover is to be planned (ux 2.4).
constexpr Span planAhead = Span::minutes(30);

/// After so long whoever commands is to hand over where the process names no limit (ux 2.4).
constexpr Span assumedLimit = Span::hours(4);

bool isTaking(const Moment &moment, const QString &role)
{
    return moment == Moment{MomentKind::RoleTaken, role};
}

bool proposesHandover(const QList<EffectSpec> &effects, const QString &role)
{
    return std::any_of(effects.begin(), effects.end(), [&](const EffectSpec &effect) {
        return effect.kind == EffectKind::Propose && effect.propose == ProposeKind::Handover && effect.proposed == role;
    });
}

QString advice(const Envelope &rule, const QList<EffectSpec> &effects)
{
    const auto prompt = std::find_if(effects.begin(), effects.end(),
                                     [](const EffectSpec &effect) { return effect.kind == EffectKind::Prompt; });
    return prompt == effects.end() ? rule.say : prompt->text;
}

/// The hours on that a condition names, wherever in it they stand.
std::optional<double> hoursIn(const Cond &cond, const QString &role)
{
    for (const FactTest &test : cond.tests) {
        if (test.fact == FactRef{Fact::RoleHours, role} && test.min)
            return test.min;
    }
    for (const Cond &part : cond.any) {
        if (const auto hours = hoursIn(part, role))
            return hours;
    }
    return std::nullopt;
}

const RunningClock *runningOf(const QList<RunningClock> &clocks, const QString &rule, int rung)
{
    const auto it = std::find_if(clocks.begin(), clocks.end(), [&](const RunningClock &clock) {
        return clock.rule == rule && clock.rung == rung && clock.running();
    });
    return it == clocks.end() ? nullptr : &*it;
}

tenure::Load loadAt(Instant limit, Instant now)
{
    return now >= limit ? tenure::Over : now + planAhead >= limit ? tenure::Plan : tenure::Fine;
}

void take(Tenure &worst, const Tenure &other)
{
    const bool sooner = other.load == worst.load && other.limit.isSet() && (!worst.limit.isSet() || other.limit < worst.limit);
    if (other.load > worst.load || sooner)
        worst = other;
}

Tenure ofDeadline(const DeadlineRule &deadline, const QList<RunningClock> &clocks)
{
    const RunningClock *clock = runningOf(clocks, deadline.rule.id, -1);
    if (!clock)
        return {};
    const auto load = clock->state == RunningClock::State::Late      ? tenure::Over
                      : clock->state == RunningClock::State::Running ? tenure::Fine
                                                                     : tenure::Plan;
    return {load, clock->late, advice(deadline.rule, deadline.late), deadline.rule.cite()};
}

Tenure ofRung(const LadderRule &ladder, int rung, Instant since, const QList<RunningClock> &clocks, Instant now)
{
    const QString text = advice(ladder.rule, ladder.rungs.at(rung).effects);
    if (const RunningClock *clock = runningOf(clocks, ladder.rule.id, rung))
        return {loadAt(clock->due, now), clock->due, text, ladder.rule.cite()};
    // The condition does not hold yet: it may name hours that will make it so.
    const auto hours = hoursIn(ladder.rule.when, ladder.from.arg);
    const Instant limit = hours ? since + Span::minutes(qint64(*hours * 60)) : Instant();
    return limit > now ? Tenure{loadAt(limit, now), limit, text, ladder.rule.cite()} : Tenure();
}

/// The process says something about how long this role is held, even if not at this severity.
bool namesLimit(const QString &role, const Process &process)
{
    const bool byDeadline = std::any_of(process.deadlines.begin(), process.deadlines.end(), [&](const DeadlineRule &rule) {
        return isTaking(rule.after, role) && rule.done == Moment{MomentKind::HandoverDone, role};
    });
    return byDeadline || std::any_of(process.ladders.begin(), process.ladders.end(), [&](const LadderRule &ladder) {
               return isTaking(ladder.from, role) && std::any_of(ladder.rungs.begin(), ladder.rungs.end(), [&](const Rung &rung) {
                          return proposesHandover(rung.effects, role);
                      });
           });
}

Tenure ofAssumption(Instant since, Instant now)
{
    const Instant limit = since + assumedLimit;
    return {loadAt(limit, now),
            limit,
            QCoreApplication::translate("Roles", "The process names no limit; four hours are assumed."),
            {}};
}

} // namespace

Tenure tenureOf(const QString &role, Instant since, const Process &process, const QList<RunningClock> &clocks, Instant now)
{
    Tenure worst;
    for (const DeadlineRule &deadline : process.deadlines) {
        if (isTaking(deadline.after, role) && deadline.done == Moment{MomentKind::HandoverDone, role})
            take(worst, ofDeadline(deadline, clocks));
    }
    for (const LadderRule &ladder : process.ladders) {
        for (int rung = 0; isTaking(ladder.from, role) && rung < ladder.rungs.size(); ++rung) {
            if (proposesHandover(ladder.rungs.at(rung).effects, role))
                take(worst, ofRung(ladder, rung, since, clocks, now));
        }
    }
    const RoleDef *commander = process.commander();
    if (commander && commander->id == role && since.isSet() && !namesLimit(role, process))
        return ofAssumption(since, now);
    return worst;
}

} // namespace fireline::models
