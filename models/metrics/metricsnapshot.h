// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricstore.h"

#include <QByteArray>

namespace fireline::models {

/// Every value that is shown in that range as CSV, which readMetrics() reads back: times in UTC, names and units in the head,
/// gaps as empty cells. Pure but for the store it reads; the store's thread.
[[nodiscard]] QByteArray metricValues(MetricStore &store, const MetricRange &range);

/// Names of what is shown, as in a caption; at most so many, then how many more.
[[nodiscard]] QString shownNames(const MetricStore &store, int most);

} // namespace fireline::models
