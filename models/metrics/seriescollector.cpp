// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriescollector.h"

#include <algorithm>

namespace fireline::models {

int SeriesCollector::series(const QString &name)
{
    const auto known = m_byName.constFind(name);
    if (known != m_byName.constEnd())
        return *known;
    const int place = int(m_file.series.size());
    if (place >= mostMetricSeries)
        return -1;
    m_file.series.push_back({name, {}, {}});
    m_byName.insert(name, place);
    return place;
}

bool SeriesCollector::add(int series, const MetricPoint &point)
{
    if (m_file.points >= mostMetricPoints)
        return false;
    ++m_file.points;
    m_file.gaps += isGap(point) ? 1 : 0;
    MetricSeries &to = m_file.series[size_t(series)];
    to.late += !to.points.empty() && point.atUs < to.points.back().atUs ? 1 : 0;
    to.points.push_back(point);
    return true;
}

bool SeriesCollector::setUnit(int series, const QString &unit)
{
    QString &known = m_file.series[size_t(series)].unit;
    if (unit.isEmpty() || known == unit)
        return true;
    if (!known.isEmpty())
        return false;
    known = unit;
    return true;
}

MetricFile SeriesCollector::take()
{
    auto &all = m_file.series;
    all.erase(std::remove_if(all.begin(), all.end(), [](const MetricSeries &each) { return each.points.empty(); }), all.end());
    const auto byTime = [](const MetricPoint &a, const MetricPoint &b) { return a.atUs < b.atUs; };
    for (MetricSeries &each : all) {
        if (!std::is_sorted(each.points.begin(), each.points.end(), byTime))
            std::stable_sort(each.points.begin(), each.points.end(), byTime);
        if (each.unit.isEmpty())
            each.unit = unitInName(each.name);
    }
    return std::move(m_file);
}

} // namespace fireline::models
