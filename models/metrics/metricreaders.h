// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricreader.h"

namespace fireline::models {

/// "graph.csv, line 12, column 7: what. remedy." Line 0: the file as a whole.
[[nodiscard]] domain::Problem metricFault(const QString &fileName, int line, int column, const QString &text);

/// The two readers behind readMetrics(); `bytes` is UTF-8 without a byte order mark.
[[nodiscard]] domain::Outcome<MetricFile> readMetricCsv(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone);
[[nodiscard]] domain::Outcome<MetricFile> readMetricJson(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone);

} // namespace fireline::models
