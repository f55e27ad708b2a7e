// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/metrics.h"

#include "rules/momentreader.h"

#include <algorithm>

namespace fireline::domain {

namespace {

Instant endOf(const ClockRound &round, const IncidentState &state, Instant now)
{
    if (round.clock.doneAt.isSet())
        return round.clock.doneAt;
    const Instant end = state.resolvedAt.isSet() && round.clock.anchor < state.resolvedAt ? state.resolvedAt : now;
    return std::max(end, round.clock.anchor);
}

std::optional<Adherence> adherenceOf(const QString &rule, const QList<ClockRound> &rounds, const IncidentState &state,
                                     Instant now)
{
    Adherence line;
    line.rule = rule;
    bool ran = false;
    for (const ClockRound &round : rounds) {
        if (round.clock.rule != rule)
            continue;
        ran = true;
        line.text = round.clock.text;
        const bool inTime = round.end == ClockRound::End::InTime;
        line.inTime += inTime;
        line.rounds += inTime || round.end == ClockRound::End::Late;
        line.longestSilence = std::max(line.longestSilence, endOf(round, state, now) - round.clock.anchor);
    }
    return ran ? std::optional(line) : std::nullopt;
}

} // namespace

QList<MetricValue> metricValues(const IncidentState &state, const Process &process, Instant now)
{
    const RuleContext context{state, process, now};
    QList<MetricValue> values;
    for (const MetricDef &metric : process.metrics) {
        const Instant from = latestMoment(metric.from, context);
        const Instant to = latestMoment(metric.to, context);
        const bool known = from.isSet() && to.isSet() && to >= from;
        values.append({metric.id, metric.name, known ? std::optional(to - from) : std::nullopt});
    }
    return values;
}

std::optional<int> Adherence::percentInTime() const
{
    return rounds > 0 ? std::optional(inTime * 100 / rounds) : std::nullopt;
}

QList<Adherence> adherence(const QList<ClockRound> &rounds, const Process &process, const IncidentState &state, Instant now)
{
    QList<Adherence> lines;
    const auto add = [&](const QString &rule) {
        if (const auto line = adherenceOf(rule, rounds, state, now))
            lines.append(*line);
    };
    for (const DeadlineRule &rule : process.deadlines)
        add(rule.rule.id);
    for (const CadenceRule &rule : process.cadences)
        add(rule.rule.id);
    return lines;
}

} // namespace fireline::domain
