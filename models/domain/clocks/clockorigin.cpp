// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockorigin.h"

#include "clocks/clockcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

template<typename Rule>
const Rule *ruleOf(const QList<Rule> &rules, const QString &id)
{
    const auto it = std::find_if(rules.begin(), rules.end(), [&](const Rule &rule) { return rule.rule.id == id; });
    return it == rules.end() ? nullptr : &*it;
}

/// Words of the moments that the clock may count from.
QStringList momentsOf(const RunningClock &clock, const Process &process)
{
    if (clock.kind == RunningClock::Kind::Promise)
        return {Moment{MomentKind::UpdateSent, clock.audience}.toText()};
    if (const auto *deadline = ruleOf(process.deadlines, clock.rule))
        return {deadline->after.toText()};
    if (const auto *ladder = ruleOf(process.ladders, clock.rule))
        return {ladder->from.toText()};
    const auto *cadence = ruleOf(process.cadences, clock.rule);
    if (!cadence)
        return {};
    const auto done = momentOf(*cadence);
    QStringList words{done ? done->toText() : u"checkin"_s};
    if (cadence->from)
        words.append(cadence->from->toText());
    return words;
}

} // namespace

QString originOf(const RunningClock &clock, const IncidentState &state, const Process &process)
{
    if (const Order *order = clock.kind == RunningClock::Kind::Order ? state.order(clock.item) : nullptr)
        return order->eventId;
    if (const DecisionRecord *decision = clock.kind == RunningClock::Kind::Revisit ? state.decision(clock.item) : nullptr)
        return decision->eventId;
    for (const QString &word : momentsOf(clock, process)) {
        const QList<MomentLog::Hit> &hits = state.moments.hits(word);
        const auto hit = std::find_if(hits.rbegin(), hits.rend(), [&](const MomentLog::Hit &h) {
            return !h.withdrawn && h.at == clock.anchor && (h.item == clock.item || h.item.isEmpty());
        });
        if (hit != hits.rend())
            return hit->eventId;
    }
    // Moments that are made of others, such as progress or a pattern of reports: the row of that time.
    const auto &rows = state.entries;
    const auto row = std::find_if(rows.rbegin(), rows.rend(), [&](const Entry &e) { return e.at == clock.anchor; });
    return row == rows.rend() ? QString() : row->eventId;
}

} // namespace fireline::domain
