// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricreader.h"

#include <QHash>

namespace fireline::models {

/// Gathers points under the names of their series while a file is read. Used once, in one thread.
class SeriesCollector
{
public:
    /// Place of that series, new or known; -1 where there are too many.
    int series(const QString &name);
    /// False where there are too many points.
    bool add(int series, const MetricPoint &point);
    /// False where the series has another unit already. An empty one says nothing.
    bool setUnit(int series, const QString &unit);
    [[nodiscard]] const QString &unit(int series) const { return m_file.series[size_t(series)].unit; }
    void assumeZone() { m_file.zoneAssumed = true; }
    /// All by time; series without a point are left out.
    [[nodiscard]] MetricFile take();

private:
    MetricFile m_file;
    QHash<QString, int> m_byName;
};

} // namespace fireline::models
