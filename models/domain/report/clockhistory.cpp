// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/clockhistory.h"

#include "clocks/rungrecords.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Rounds
{
public:
    void look(const QList<RunningClock> &clocks, Instant now)
    {
        m_seen.clear();
        for (const RunningClock &clock : clocks)
            take(clock, now);
    }

    [[nodiscard]] QList<ClockRound> finished(const IncidentState &state) const
    {
        QList<ClockRound> rounds = m_rounds;
        for (qsizetype i = 0; i < rounds.size(); ++i) {
            finish(rounds[i], m_seen.contains(i), next(i), state);
        }
        return rounds;
    }

private:
    void take(const RunningClock &clock, Instant now)
    {
        const QString key = clock.id + u'@' + QString::number(clock.anchor.us);
        auto at = m_position.constFind(key);
        if (at == m_position.constEnd()) {
            at = m_position.insert(key, m_rounds.size());
            m_rounds.append(ClockRound());
        }
        ClockRound &round = m_rounds[*at];
        round.clock = clock;
        if (!round.lateSince.isSet() && clock.running() && clock.late.isSet() && now > clock.late)
            round.lateSince = clock.late;
        m_seen.insert(*at);
    }

    // The round of the same clock that began after this one.
    [[nodiscard]] const ClockRound *next(qsizetype position) const
    {
        for (qsizetype i = position + 1; i < m_rounds.size(); ++i) {
            if (m_rounds.at(i).clock.id == m_rounds.at(position).clock.id
                && m_rounds.at(i).clock.anchor > m_rounds.at(position).clock.anchor)
                return &m_rounds.at(i);
        }
        return nullptr;
    }

    static const RungMark *markOf(const RunningClock &clock, const IncidentState &state)
    {
        for (const RungMark &mark : state.rungs) {
            if (mark.ladder == clock.rule && mark.rung == clock.rung && mark.item == clock.item && mark.anchor == clock.anchor)
                return &mark;
        }
        return nullptr;
    }

    static Instant sentAfter(const RunningClock &promise, const IncidentState &state)
    {
        Instant first;
        for (const Update &update : state.updates) {
            const bool later = update.audience == promise.audience && update.sentAt > promise.anchor;
            if (later && (!first.isSet() || update.sentAt < first))
                first = update.sentAt;
        }
        return first;
    }

    static Instant replacedAt(const RunningClock &revisit, const IncidentState &state)
    {
        const DecisionRecord *decision = state.decision(revisit.item);
        for (const DecisionRecord &later : state.decisions) {
            if (decision && later.replaces == decision->eventId)
                return later.at;
        }
        return {};
    }

    static Instant deedOf(const ClockRound &round, const ClockRound *next, const IncidentState &state)
    {
        switch (round.clock.kind) {
        case RunningClock::Kind::Cadence: return next ? next->clock.anchor : Instant();
        case RunningClock::Kind::Order: {
            const Order *order = state.order(round.clock.item);
            return order && order->state != Order::State::Cancelled ? order->endedAt : Instant();
        }
        case RunningClock::Kind::HandoverShadow: return next ? next->clock.anchor : Instant();
        case RunningClock::Kind::Promise: return sentAfter(round.clock, state);
        case RunningClock::Kind::Revisit: return replacedAt(round.clock, state);
        case RunningClock::Kind::Deadline:
        case RunningClock::Kind::Rung: break;
        }
        const RungMark *mark = round.clock.kind == RunningClock::Kind::Rung ? markOf(round.clock, state) : nullptr;
        if (!mark && round.clock.kind == RunningClock::Kind::Rung)
            return recordsWrittenAt(round.clock.effects, round.clock.anchor, state);
        return mark ? mark->at : round.clock.doneAt;
    }

    static void finish(ClockRound &round, bool stillThere, const ClockRound *next, const IncidentState &state)
    {
        using End = ClockRound::End;
        round.clock.doneAt = deedOf(round, next, state);
        const Instant late = round.lateSince.isSet() ? round.lateSince : round.clock.late;
        const RungMark *mark = round.clock.kind == RunningClock::Kind::Rung ? markOf(round.clock, state) : nullptr;
        if (mark && mark->skipped)
            round.end = End::Skipped;
        else if (round.clock.doneAt.isSet())
            round.end = late.isSet() && round.clock.doneAt > late ? End::Late : End::InTime;
        else if (round.lateSince.isSet())
            round.end = End::Late;
        else
            round.end = stillThere ? End::Running : End::Dropped;
    }

    QList<ClockRound> m_rounds;
    QSet<qsizetype> m_seen; ///< positions of the rounds that were there at the last look
    QHash<QString, qsizetype> m_position;
};

} // namespace

namespace {

/// Plain notes and imported rows change no clock; long records consist of them.
bool mayChangeClocks(const Event &event)
{
    if (event.type != "entry.posted"_L1)
        return true;
    const QJsonObject body = event.body();
    const QString kind = body.value(u"kind").toString();
    const bool plain = (kind == "note"_L1 || kind == "todo"_L1) && !body.contains(u"fields"_s);
    return !plain && !body.contains(u"imported"_s);
}

} // namespace

struct ClockHistory::Private
{
    const Process &process;
    IncidentState state;
    Rounds rounds;
    Instant written;
};

ClockHistory::ClockHistory(const Process &process) : d(new Private{process, {}, {}, {}}) { }

ClockHistory::~ClockHistory() = default;

const IncidentState &ClockHistory::state() const
{
    return d->state;
}

void ClockHistory::add(const Event &event)
{
    d->written = std::max(d->written, event.recordedAt);
    if (mayChangeClocks(event))
        d->rounds.look(clocksApart(d->state, d->process, d->written), d->written);
    apply(d->state, event);
}

QList<ClockRound> ClockHistory::rounds(Instant now)
{
    d->written = std::max(d->written, now);
    d->rounds.look(clocksApart(d->state, d->process, d->written), d->written);
    return d->rounds.finished(d->state);
}

QList<ClockRound> clockHistory(const QList<Event> &events, const Process &process, Instant now)
{
    ClockHistory history(process);
    for (const Event &event : events)
        history.add(event);
    return history.rounds(now);
}

} // namespace fireline::domain
