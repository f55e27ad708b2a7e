// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockrow.h"

#include "clocks/clockorigin.h"
#include "clocks/deedline.h"
#include "command/command.h"
#include "process/deputy.h"
#include "report/stillopen.h"
#include "rules/momentreader.h"
#include "rules/who.h"
#include "strip/stripstate.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
using State = RunningClock::State;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Clocks)
};

/// Without the snooze, which silences a clock and changes nothing in it.
State stateOf(Instant due, Instant late, Instant now)
{
    if (late.isSet() && now > late)
        return State::Late;
    return now >= due ? State::Due : State::Running;
}

/// A step of escalation is waited for until its own time; how long it may take counts from there.
Instant untilOf(const RunningClock &clock, State state)
{
    const bool waiting = clock.kind == RunningClock::Kind::Rung && state == State::Running;
    return clock.late.isSet() && !waiting ? clock.late : clock.due;
}

QString cadenceWord(const Process &process, const QString &rule)
{
    for (const CadenceRule &cadence : process.cadences) {
        if (cadence.rule.id == rule)
            return cadence.arg.isEmpty() ? wordOf(cadence.item) : wordOf(cadence.item) + u'/' + cadence.arg;
    }
    return {};
}

bool isUpdate(const RunningClock &clock, const Process &process)
{
    const auto isIt = [&](const auto &rule) { return rule.rule.id == clock.rule; };
    const auto cadence = std::find_if(process.cadences.begin(), process.cadences.end(), isIt);
    if (cadence != process.cadences.end())
        return cadence->item == CadenceKind::Update;
    const auto deadline = std::find_if(process.deadlines.begin(), process.deadlines.end(), isIt);
    return deadline != process.deadlines.end() && deadline->done.kind == MomentKind::UpdateSent;
}

clocks::About aboutOf(const RunningClock &clock, const Process &process)
{
    if (clock.kind == RunningClock::Kind::Order)
        return clocks::CallBack;
    if (clock.kind == RunningClock::Kind::Rung)
        return clocks::Escalation;
    return !clock.audience.isEmpty() || isUpdate(clock, process) ? clocks::Update : clocks::Anything;
}

ClockRow rowOf(const RunningClock &clock, const IncidentFeed &feed, const QHash<QString, Adherence> &kept)
{
    const RuleContext context{feed.state(), feed.process(), feed.now()};
    ClockRow row;
    row.id = clock.id;
    row.kind = clock.promised ? clocks::Promise : clocks::Countdown;
    row.about = aboutOf(clock, feed.process());
    row.text = clock.text;
    row.owner = namesOf(clock.owner, context);
    row.rule = clock.rule;
    row.source = clock.source;
    row.origin = originOf(clock, feed.state(), feed.process());
    row.line = deedLine(clock, feed.process());
    row.cadence = cadenceWord(feed.process(), clock.rule);
    row.state = stateOf(clock.due, clock.late, feed.now());
    row.anchor = clock.anchor;
    row.due = clock.due;
    row.late = clock.late;
    row.until = untilOf(clock, row.state);
    row.left = shownLength(row.until - feed.now());
    if (const Snooze snooze = feed.state().snoozes.value(clock.id); snooze.until > feed.now())
        row.snooze = snooze;
    row.assumed = clock.assumed;
    row.kept = kept.value(clock.rule);
    return row;
}

/// What ended late and undone stays in sight, below what still runs.
QList<ClockRow> endedRows(const IncidentFeed &feed, const QHash<QString, Adherence> &kept)
{
    QList<ClockRow> rows;
    for (const RunningClock &clock : lateAtEnd(feed.state(), feed.process())) {
        ClockRow row = rowOf(clock, feed, kept);
        row.ended = true;
        row.state = State::Late;
        row.line.clear();
        row.cadence.clear();
        row.snooze = {};
        row.left = shownLength(clock.late - feed.state().resolvedAt);
        rows.append(row);
    }
    return rows;
}

ClockRow stopwatch(const QString &id, const QString &text, Instant from, Instant now)
{
    ClockRow row;
    row.id = id;
    row.kind = clocks::Stopwatch;
    row.text = text;
    row.anchor = from;
    row.left = shownLength(std::max(Span{}, now - from));
    return row;
}

/// The latest row of the timeline at that time, which is what the time counts from.
QString entryAt(const IncidentState &state, Instant at)
{
    const auto row = std::find_if(state.entries.rbegin(), state.entries.rend(), [&](const Entry &e) { return e.at == at; });
    return row == state.entries.rend() ? QString() : row->eventId;
}

/// Of those that were given to somebody and are not over, the one that waits longest; none where there is none.
const Order *longestOpen(const IncidentState &state)
{
    const Order *longest = nullptr;
    for (const Order &order : state.orders) {
        const bool waits = !order.timer && !order.endedAt.isSet();
        if (waits && (!longest || order.givenAt < longest->givenAt))
            longest = &order;
    }
    return longest;
}

QList<ClockRow> stopwatches(const IncidentFeed &feed, const StripState &strip)
{
    const IncidentState &s = feed.state();
    if (!s.declared())
        return {};
    Instant end = feed.now();
    for (const Instant over : {s.closedAt, s.withdrawnAt}) {
        if (over.isSet())
            end = std::min(end, over);
    }
    QList<ClockRow> rows;
    const bool impact = strip.elapsed.since == ElapsedSince::Impact;
    rows.append(stopwatch(u"time/elapsed"_s, impact ? Text::tr("Since the impact began") : Text::tr("Since the declaration"),
                          strip.elapsed.from, strip.elapsed.from + strip.elapsed.length));
    const Instant entered = latestMoment({MomentKind::PhaseEntered, s.phase}, {s, feed.process(), feed.now()});
    rows.append(
        stopwatch(u"time/phase"_s, Text::tr("In phase: %1").arg(strip.phase), entered.isSet() ? entered : s.declaredAt, end));
    const RoleDef *commander = feed.process().commander();
    for (const Holding &holding : s.holdings) {
        if (commander && holding.role == commander->id)
            rows.append(stopwatch(u"time/command"_s, Text::tr("In command: %1").arg(holding.person), holding.since, end));
    }
    if (s.drill)
        rows.append(stopwatch(u"time/drill"_s, Text::tr("Drill runs for"), s.declaredAt, end));
    for (ClockRow &row : rows)
        row.origin = entryAt(s, row.anchor);
    if (const Order *order = longestOpen(s)) {
        const QString owner = roleTitle(order->owner, feed.process());
        rows.append(stopwatch(u"time/callback"_s,
                              Text::tr("Longest open call-back: %1, %2", "its number, whose it is").arg(order->id, owner),
                              order->givenAt, end));
        rows.last().origin = order->eventId;
    }
    return rows;
}

int urgency(const ClockRow &row)
{
    if (row.snooze.until.isSet())
        return 3;
    return row.state == State::Late ? 0 : row.state == State::Due ? 1 : 2;
}

bool comesBefore(const ClockRow &a, const ClockRow &b)
{
    return std::tuple(urgency(a), a.until, a.id) < std::tuple(urgency(b), b.until, b.id);
}

} // namespace

bool ClockRow::operator==(const ClockRow &other) const
{
    const auto all = [](const ClockRow &r) {
        return std::tie(r.id, r.kind, r.text, r.owner, r.rule, r.source, r.origin, r.line, r.cadence, r.state, r.anchor, r.due,
                        r.late, r.left, r.snooze.until, r.snooze.why, r.assumed, r.ended, r.kept.rounds, r.kept.inTime,
                        r.kept.longestSilence);
    };
    return all(*this) == all(other);
}

Span shownLength(Span length)
{
    const qint64 unit = std::abs(length.us) >= Span::days(1).us ? Span::minutes(1).us : Span::seconds(1).us;
    return {length.us / unit * unit};
}

QList<ClockRow> clockRows(const IncidentFeed &feed, const QHash<QString, Adherence> &kept)
{
    const StripState strip = stripState(feed, ElapsedSince::Impact);
    QList<ClockRow> rows;
    for (const RunningClock &clock : feed.clocks()) {
        if (clock.running())
            rows.append(rowOf(clock, feed, kept));
    }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    return rows + endedRows(feed, kept) + stopwatches(feed, strip);
}

} // namespace fireline::models
