// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/clocksroles.h"
#include "feed/incidentfeed.h"
#include "report/metrics.h"

#include <QHash>

namespace fireline::models {

/// One line of the clocks, without words for times. A value; equal values look equal.
struct ClockRow
{
    QString id;
    clocks::Kind kind = clocks::Countdown;
    clocks::About about = clocks::Anything;
    QString text; ///< translated
    QString owner;
    QString rule;
    QStringList source;
    QString origin;
    QString line;
    QString cadence;
    domain::RunningClock::State state = domain::RunningClock::State::Running;
    domain::Instant anchor;
    domain::Instant due;
    domain::Instant late;
    domain::Instant until; ///< what `left` counts to: its end, or the time of a step that nobody has to take yet
    domain::Span left;     ///< cut to what is shown of it
    domain::Snooze snooze;
    bool assumed = false;
    bool ended = false; ///< with the incident, late and not done
    domain::Adherence kept;

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const ClockRow &other) const;
};

/// Cut to what a countdown shows: whole seconds, from one day on whole minutes.
[[nodiscard]] domain::Span shownLength(domain::Span length);

/// All rows as of the feed's now, in order. `kept` is by rule.
[[nodiscard]] QList<ClockRow> clockRows(const IncidentFeed &feed, const QHash<QString, domain::Adherence> &kept);

} // namespace fireline::models
