// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/runningclock.h"

#include "clocks/clockcontext.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using State = RunningClock::State;

int urgency(State state)
{
    switch (state) {
    case State::Late: return 0;
    case State::Due: return 1;
    case State::Running: return 2;
    case State::Snoozed: return 3;
    case State::Met:
    case State::MetLate: return 4;
    }
    return 4;
}

Instant endOf(const RunningClock &clock)
{
    return clock.late.isSet() ? clock.late : clock.due;
}

bool comesBefore(const RunningClock &a, const RunningClock &b)
{
    return std::tuple(urgency(a.state), endOf(a), a.id) < std::tuple(urgency(b.state), endOf(b), b.id);
}

/// Of several running deadlines that wait for the same deed the earliest counts (vocabulary 6.1).
struct Earliest
{
    QHash<QString, qsizetype> position; ///< by deed and item
    QList<RunningClock> clocks;

    void add(const QString &deed, const RunningClock &clock)
    {
        const QString key = deed + u' ' + clock.item;
        const auto known = position.constFind(key);
        if (!clock.running() || known == position.constEnd()) {
            if (clock.running())
                position.insert(key, clocks.size());
            clocks.append(clock);
        } else if (clock.late < clocks.at(*known).late) {
            clocks[*known] = clock;
        }
    }
};

QList<RunningClock> sorted(QList<RunningClock> clocks)
{
    std::stable_sort(clocks.begin(), clocks.end(), comesBefore);
    return clocks;
}

QList<RunningClock> ruleClocks(const ClockContext &context)
{
    const Process &process = context.rules.process;
    Earliest deadlines;
    for (const DeadlineRule &rule : process.deadlines) {
        for (const RunningClock &clock : deadlineClocks(rule, context))
            deadlines.add(rule.done.toText(), clock);
    }
    Earliest cadences;
    for (const CadenceRule &rule : process.cadences) {
        for (const RunningClock &clock : cadenceClocks(rule, context))
            cadences.add(itemKey(rule), clock);
    }
    QList<RunningClock> clocks = deadlines.clocks + cadences.clocks;
    for (const LadderRule &rule : process.ladders)
        clocks += ladderClocks(rule, context);
    clocks += orderClocks(context);
    clocks += shadowClocks(context);
    clocks += revisitClocks(context);
    return clocks;
}

bool hasClocks(const IncidentState &state)
{
    return state.declared() && !state.withdrawnAt.isSet();
}

} // namespace

bool RunningClock::advice() const
{
    const auto isDeed = [](const EffectSpec &effect) {
        switch (effect.kind) {
        case EffectKind::Page:
        case EffectKind::Notify:
        case EffectKind::Create:
        case EffectKind::Restrict:
        case EffectKind::Propose: return true;
        case EffectKind::Prompt:
        case EffectKind::Open:
        case EffectKind::Draft:
        case EffectKind::SetFlag: return false;
        }
        return false;
    };
    return kind == Kind::Rung && std::none_of(effects.begin(), effects.end(), isDeed);
}

QList<RunningClock> runningClocks(const IncidentState &state, const Process &process, Instant now)
{
    if (!hasClocks(state))
        return {};
    const ClockContext context{{state, process, now}, Calendar(process.calendar, process.defaults)};
    return sorted(withPromises(ruleClocks(context), context));
}

QList<RunningClock> clocksApart(const IncidentState &state, const Process &process, Instant now)
{
    if (!hasClocks(state))
        return {};
    const ClockContext context{{state, process, now}, Calendar(process.calendar, process.defaults)};
    return sorted(ruleClocks(context) + promiseClocks(context));
}

QList<RunningClock> processClocks(const Process &process, const QHash<QString, Instant> &lastDone, Instant now)
{
    const IncidentState nothing;
    const ClockContext context{{nothing, process, now}, Calendar(process.calendar, process.defaults)};
    QList<RunningClock> clocks;
    for (const CadenceRule &rule : process.cadences) {
        const auto moment = momentOf(rule);
        const Window *window = rule.every.forSeverity({});
        if (rule.rule.scope != Scope::Process || !moment || !window)
            continue;
        Instant last = lastDone.value(moment->toText());
        const QDate header = rule.item == CadenceKind::ProcessReview && process.reviewed.isValid() ? process.reviewed
                                                                                                   : process.effective;
        if (!last.isSet() && header.isValid())
            last = Instant::fromDateTime(header.startOfDay(context.calendar.zone()));
        if (last.isSet())
            clocks.append(cadenceRound(rule, *window, last, context));
    }
    return sorted(std::move(clocks));
}

Instant nextChange(const QList<RunningClock> &clocks, Instant now)
{
    Instant next;
    const auto consider = [&](Instant t) {
        if (t > now && (!next.isSet() || t < next))
            next = t;
    };
    for (const RunningClock &clock : clocks) {
        if (!clock.running())
            continue;
        consider(clock.due);
        consider(clock.snoozedUntil);
        // A clock is late after its end, not at it.
        if (clock.late.isSet())
            consider(clock.late + Span::micros(1));
    }
    return next;
}

} // namespace fireline::domain
