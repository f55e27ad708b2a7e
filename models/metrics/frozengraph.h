// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"
#include "metrics/metricstore.h"

#include <QByteArray>

namespace fireline::models {

/// One field of a kept graph: what was asked of whom, how it was drawn, and what was said. A value.
struct FrozenField
{
    QString from;  ///< for people: "Prometheus at metrics.example:9090"; of a file its name
    QString query; ///< empty for files
    QString unit;
    bool logarithmic = false;
    std::optional<double> threshold;
    std::vector<MetricSeries> series;
    qint64 values = 0; ///< there were so many; fewer are kept where they were too many
};

/// What the graphs showed, to be shown again without asking anybody, years later (HDF-9). A value; any thread.
struct FrozenGraph
{
    domain::Instant taken;
    MetricRange range;
    std::vector<FrozenField> fields;
};

/// How the names of files end that hold one: what follows is the table of values as CSV, and before it one line that says the rest.
inline constexpr QLatin1StringView frozenSuffix(".graph.csv");

/// Every value that is shown in that range. Series that have too many for evidence keep the first, least, greatest and last value and
/// the gaps of each of many equal parts of the time. The store's thread.
[[nodiscard]] FrozenGraph freeze(const MetricStore &store, const MetricRange &range, domain::Instant now);
/// The same with no more than about `most` values; what is less stays as it is.
[[nodiscard]] MetricPoints thinned(const MetricPoints &points, const MetricRange &range, size_t most);

/// Fit for a spreadsheet, and for whoever reads CSV: times in UTC, names and units in the head. Pure; any thread.
[[nodiscard]] QByteArray writeFrozen(const FrozenGraph &graph);
/// What writeFrozen() wrote, and nothing else: a fault names its line. Pure; any thread.
[[nodiscard]] domain::Outcome<FrozenGraph> readFrozen(const QByteArray &bytes);

/// Names of what is shown, as in a caption; at most so many, then how many more.
[[nodiscard]] QString shownNames(const MetricStore &store, int most);

} // namespace fireline::models
