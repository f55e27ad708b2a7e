// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "metrics/metricseries.h"

#include <vector>

namespace fireline::models {

// Statistics that a few wild values do not move. Pure; any thread.

/// Of an empty list NaN. The list comes back in another order.
[[nodiscard]] double medianOf(std::vector<double> &values);

/// The median distance from the median, scaled so that it is the standard deviation where values are normal.
[[nodiscard]] double spreadOf(const std::vector<double> &values, double median);

/// How often a value of `after` is above one of `before`, less how often it is below: from -1 to 1 (Cliff's delta). 0 where one is empty.
/// Two that are no more than `alike` apart count as the same.
[[nodiscard]] double cliffDelta(std::vector<double> before, std::vector<double> after, double alike = 0);

/// What has a value, by time, one for each time: of several the last.
[[nodiscard]] MetricPoints plainPoints(const MetricPoints &points);

/// How far apart they mostly are; none where there are fewer than two. Precondition: plain points.
[[nodiscard]] domain::Span usualStep(const MetricPoints &points);

/// The values from `fromUs` on and before `toUs`. Precondition: plain points.
[[nodiscard]] std::vector<double> valuesIn(const MetricPoints &points, qint64 fromUs, qint64 toUs);

} // namespace fireline::models
