// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockwatch.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::drill {

namespace {

bool counts(const RunningClock &clock)
{
    return clock.scope != Scope::Process
           && (clock.kind == RunningClock::Kind::Deadline || clock.kind == RunningClock::Kind::Cadence);
}

bool isLate(const RunningClock &clock)
{
    return clock.state == RunningClock::State::Late || clock.state == RunningClock::State::MetLate;
}

bool isDueRung(const RunningClock &clock)
{
    return clock.kind == RunningClock::Kind::Rung
           && (clock.state == RunningClock::State::Due || clock.state == RunningClock::State::Late);
}

} // namespace

QList<ClockNews> ClockWatch::observe(const QList<RunningClock> &clocks)
{
    QList<ClockNews> news;
    for (const RunningClock &clock : clocks) {
        m_seen.insert(clock.rule);
        const bool rung = isDueRung(clock);
        if (!rung && !(counts(clock) && isLate(clock)))
            continue;
        const QString key = clock.id + u'@' + QString::number(clock.anchor.us);
        if (m_told.contains(key))
            continue;
        m_told.insert(key);
        news.append({rung ? ClockNews::Kind::Rung : ClockNews::Kind::Late, clock});
    }
    return news;
}

} // namespace fireline::drill
