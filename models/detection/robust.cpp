// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fireline::models {

double medianOf(std::vector<double> &values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double spreadOf(const std::vector<double> &values, double median)
{
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double value : values)
        distances.push_back(std::abs(value - median));
    constexpr double ofNormal = 1.4826;
    return values.empty() ? 0 : ofNormal * medianOf(distances);
}

double cliffDelta(std::vector<double> before, std::vector<double> after, double alike)
{
    if (before.empty() || after.empty())
        return 0;
    std::sort(before.begin(), before.end());
    double more = 0;
    for (const double value : after) {
        const auto below = std::lower_bound(before.begin(), before.end(), value - alike) - before.begin();
        const auto above = before.end() - std::upper_bound(before.begin(), before.end(), value + alike);
        more += double(below - above);
    }
    return more / (double(before.size()) * double(after.size()));
}

MetricPoints plainPoints(const MetricPoints &points)
{
    MetricPoints plain;
    plain.reserve(points.size());
    for (const MetricPoint &point : points) {
        if (std::isfinite(point.value))
            plain.push_back(point);
    }
    std::stable_sort(plain.begin(), plain.end(), [](const MetricPoint &a, const MetricPoint &b) { return a.atUs < b.atUs; });
    MetricPoints single;
    single.reserve(plain.size());
    for (const MetricPoint &point : plain) {
        if (!single.empty() && single.back().atUs == point.atUs)
            single.back() = point;
        else
            single.push_back(point);
    }
    return single;
}

domain::Span usualStep(const MetricPoints &points)
{
    std::vector<qint64> steps;
    for (size_t i = 1; i < points.size(); ++i)
        steps.push_back(points[i].atUs - points[i - 1].atUs);
    if (steps.empty())
        return {};
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return domain::Span::micros(*middle);
}

std::vector<double> valuesIn(const MetricPoints &points, qint64 fromUs, qint64 toUs)
{
    std::vector<double> values;
    for (auto it = firstFrom(points, fromUs); it != points.end() && it->atUs < toUs; ++it)
        values.push_back(it->value);
    return values;
}

} // namespace fireline::models
