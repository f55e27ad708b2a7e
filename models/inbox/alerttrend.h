// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace fireline::models {

/// What of an alert's expression is drawn. A value.
struct TrendQuery
{
    QString expression;
    std::optional<double> threshold;

    bool operator==(const TrendQuery &) const = default;
};

/// Of "rate(errors[5m]) > 5" the left side, with 5 as the threshold: an alert's whole expression has values only while it fires. What is
/// no comparison with one number is drawn as it stands. Pure; any thread.
[[nodiscard]] TrendQuery trendQuery(const QString &expression);

/// Values of an expression over one time. A value.
struct TrendLine
{
    enum class When { Now, DayBefore, WeekBefore };
    using Point = std::pair<qint64, double>; ///< us behind the beginning; NaN where there is no number

    When when = When::Now;
    std::vector<Point> points; ///< by time

    bool operator==(const TrendLine &) const = default;
};

/// The expression of an alert now and over the same time a day and a week earlier (HDF-9). A value.
struct AlertTrend
{
    TrendQuery query;
    domain::Span length;    ///< of each line
    QList<TrendLine> lines; ///< those that have a value
    QString why;            ///< there is none, for people; empty where there is one or it is being asked

    bool operator==(const AlertTrend &) const = default;
};

/// When an alert began to fire, of the times at which it did: those with nothing within `gap` before them. By time. Pure.
[[nodiscard]] QList<domain::Instant> firingStarts(QList<domain::Instant> fired, domain::Span gap);

} // namespace fireline::models
