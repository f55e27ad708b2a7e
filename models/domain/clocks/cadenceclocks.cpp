// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"
#include "clocks/momenttext.h"
#include "rules/facts.h"
#include "rules/momentreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

Instant lastDone(const CadenceRule &rule, const ClockContext &context)
{
    if (const auto moment = momentOf(rule))
        return latestMoment(*moment, context.rules);
    return context.state().moments.latest(u"checkin"_s);
}

/// What the people of the incident set it to, else what the process says; null when this severity has no such clock.
std::optional<Window> windowOf(const CadenceRule &rule, bool firstRound, const ClockContext &context)
{
    const IncidentState &s = context.state();
    for (const QString &key : {itemKey(rule), rule.rule.id, rule.arg}) {
        const Span set = s.cadences.value(key);
        if (!key.isEmpty() && set.us > 0)
            return Window{std::nullopt, Duration::seconds(std::max<qint64>(1, set.us / 1000000))};
    }
    const PerSeverity &every = firstRound && !rule.first.isEmpty() ? rule.first : rule.every;
    const Window *window = every.forSeverity(s.severity);
    return window ? std::optional<Window>(*window) : std::nullopt;
}

} // namespace

std::optional<Moment> momentOf(const CadenceRule &rule)
{
    switch (rule.item) {
    case CadenceKind::Update: return Moment{MomentKind::UpdateSent, rule.arg};
    case CadenceKind::Drill: return Moment{MomentKind::DrillHeld, rule.arg};
    case CadenceKind::ProcessReview: return Moment{MomentKind::ProcessReviewed, {}};
    case CadenceKind::CheckIn: return std::nullopt;
    }
    return std::nullopt;
}

QString itemKey(const CadenceRule &rule)
{
    return rule.arg.isEmpty() ? wordOf(rule.item) : wordOf(rule.item) + u'/' + rule.arg;
}

RunningClock cadenceRound(const CadenceRule &rule, const Window &window, Instant anchor, const ClockContext &context)
{
    RunningClock clock = clockOf(rule.rule, RunningClock::Kind::Cadence);
    clock.owner = rule.owner;
    clock.audience = rule.item == CadenceKind::Update ? rule.arg : QString();
    if (clock.text.isEmpty())
        clock.text = cadenceText(rule, context.rules.process);
    clock.anchor = anchor;
    const Calendar::Bounds bounds = context.calendar.resolve(window, anchor);
    clock.due = bounds.due;
    clock.late = bounds.late;
    settle(clock, context);
    return clock;
}

QList<RunningClock> cadenceClocks(const CadenceRule &rule, const ClockContext &context)
{
    if (!holds(rule.rule.when, context.rules) || (rule.from && isUndone(*rule.from, context)))
        return {};
    const Instant last = lastDone(rule, context);
    const Instant from = rule.from ? latestMoment(*rule.from, context.rules) : last;
    if (!from.isSet() || isOver(rule.rule.scope, rule.until, from, context))
        return {};
    const bool firstRound = !last.isSet() || last < from;
    const auto window = windowOf(rule, firstRound, context);
    return window ? QList<RunningClock>{cadenceRound(rule, *window, firstRound ? from : last, context)} : QList<RunningClock>();
}

} // namespace fireline::domain
