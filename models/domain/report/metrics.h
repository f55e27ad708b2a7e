// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "report/clockhistory.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>

#include <optional>

namespace fireline::domain {

/// One declared measure of this incident, e.g. time to detection; means over incidents are made from these.
struct MetricValue
{
    QString id;
    QString name;
    std::optional<Span> value; ///< unset while one of its ends has not happened, or when they are in the wrong order
};

/// In the order of the process.
[[nodiscard]] QList<MetricValue> metricValues(const IncidentState &state, const Process &process, Instant now);

/// How well one clock was kept over the whole incident.
struct Adherence
{
    QString rule;
    QString text;
    int rounds = 0; ///< rounds that came to an end, in time or late
    int inTime = 0;
    Span longestSilence; ///< longest time from one deed to the next, the one still running included

    /// 0 to 100; unset when no round has ended.
    [[nodiscard]] std::optional<int> percentInTime() const;
};

/// One line per cadence and deadline that ran, in the order of the process.
[[nodiscard]] QList<Adherence> adherence(const QList<ClockRound> &rounds, const Process &process, const IncidentState &state,
                                         Instant now);

} // namespace fireline::domain
