// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocktext.h"

#include "clocks/clocksroles.h"
#include "clocks/runningclock.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace clocks = models::clocks;
using State = domain::RunningClock::State;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Clocks)
};

State stateOf(const QModelIndex &clock)
{
    return State(clock.data(clocks::StateRole).toInt());
}

bool countsUp(const QModelIndex &clock)
{
    return clock.data(clocks::KindRole).toInt() == clocks::Stopwatch;
}

} // namespace

std::optional<Chip> clockChip(const QModelIndex &clock)
{
    if (countsUp(clock))
        return std::nullopt;
    switch (stateOf(clock)) {
    case State::Late: return Chip::Late;
    case State::Due: return Chip::Due;
    default: return std::nullopt;
    }
}

QString clockTime(const QModelIndex &clock)
{
    const domain::Span left{clock.data(clocks::LeftRole).toLongLong()};
    if (countsUp(clock))
        return elapsedText(left);
    const QString count = countdownText(left);
    if (clock.data(clocks::EndedRole).toBool())
        return chipText(Chip::Late, Text::tr("not done"));
    switch (stateOf(clock)) {
    case State::Late: return chipText(Chip::Late, Text::tr("late %1").arg(count));
    case State::Due: {
        const bool ever = clock.data(clocks::LateRole).toLongLong() != 0;
        return chipText(Chip::Due, ever ? count : Text::tr("since %1").arg(count));
    }
    default: return count;
    }
}

QString clockSource(const QModelIndex &clock, const TimeDisplay &times)
{
    QStringList parts;
    const domain::Instant until{clock.data(clocks::SnoozedUntilRole).toLongLong()};
    if (until.isSet())
        parts.append(Text::tr("Snoozed until %1").arg(isolatedLtr(times.dayMinute(until))));
    if (clock.data(clocks::EndedRole).toBool()) {
        const QString late = isolatedLtr(countdownText({clock.data(clocks::LeftRole).toLongLong()}));
        parts.append(Text::tr("late %1 when it was resolved").arg(late));
    }
    QStringList source = clock.data(clocks::SourceRole).toStringList();
    if (source.isEmpty() && !clock.data(clocks::RuleRole).toString().isEmpty())
        source.append(clock.data(clocks::RuleRole).toString());
    for (const QString &row : source)
        parts.append(isolatedLtr(row));
    if (const QString owner = clock.data(clocks::OwnerRole).toString(); !owner.isEmpty())
        parts.append(isolated(owner));
    if (countsUp(clock))
        parts.append(Text::tr("since %1").arg(isolatedLtr(times.dayMinute({clock.data(clocks::AnchorRole).toLongLong()}))));
    return parts.join(u" · "_s);
}

QString keptText(int inTime, int rounds, qint64 silenceUs)
{
    const QString silence = isolatedLtr(countdownText({silenceUs}));
    if (rounds == 0)
        return silenceUs > 0 ? Text::tr("Longest silence %1").arg(silence) : QString();
    return Text::tr("In time %1 of %2 (%3 %). Longest silence %4")
        .arg(inTime)
        .arg(rounds)
        .arg(inTime * 100 / rounds)
        .arg(silence);
}

QString keptSummary(const QList<domain::Adherence> &lines, const domain::Process &process)
{
    int rounds = 0;
    int inTime = 0;
    const domain::Adherence *quietest = nullptr;
    for (const domain::Adherence &line : lines) {
        rounds += line.rounds;
        inTime += line.inTime;
        const bool comesRound = std::any_of(process.cadences.begin(), process.cadences.end(),
                                            [&](const auto &cadence) { return cadence.rule.id == line.rule; });
        if (comesRound && (!quietest || line.longestSilence > quietest->longestSilence))
            quietest = &line;
    }
    QStringList parts;
    if (rounds > 0)
        parts.append(Text::tr("All clocks so far: in time %1 of %2 (%3 %)").arg(inTime).arg(rounds).arg(inTime * 100 / rounds));
    if (quietest && quietest->longestSilence.us > 0)
        parts.append(
            Text::tr("Longest silence %1: %2").arg(isolatedLtr(countdownText(quietest->longestSilence)), quietest->text));
    return parts.join(u'\n');
}

} // namespace fireline::views
