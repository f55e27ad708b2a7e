// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "metrics/metricseries.h"

#include <QByteArray>
#include <QTimeZone>

namespace fireline::models {

/// More than this is refused with the way to less.
inline constexpr qint64 largestMetricFile = 64 * 1024 * 1024;
inline constexpr int mostMetricSeries = 200;
inline constexpr qint64 mostMetricPoints = 5000000;

/// What a file of metrics holds. A value; any thread.
struct MetricFile
{
    std::vector<MetricSeries> series; ///< as they stand in the file; every one has a point
    bool zoneAssumed = false;         ///< some times have no zone and were read in the one that was given
    qint64 points = 0;
    qint64 gaps = 0; ///< of these have no value
};

/// Reads CSV (a column of times beside columns of values, or one row for each value with columns that name the series) and JSON
/// (Prometheus query_range, Grafana frames and data points, Graphite, Datadog, CloudWatch, lists of records). A fault names the
/// file, line and column, and what to do; nothing is left out in silence. Pure; any thread, and meant for another than the GUI's.
[[nodiscard]] domain::Outcome<MetricFile> readMetrics(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone);

} // namespace fireline::models
