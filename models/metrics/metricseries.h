// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace fireline::models {

/// One value at one time. NaN is a gap: the source has nothing there. A value; any thread.
struct MetricPoint
{
    qint64 atUs = 0;
    double value = 0;
};

[[nodiscard]] bool isGap(const MetricPoint &point);

using MetricPoints = std::vector<MetricPoint>;

/// From when to when. A value.
struct MetricRange
{
    qint64 fromUs = 0;
    qint64 toUs = 0;

    bool operator==(const MetricRange &) const = default;
    [[nodiscard]] qint64 length() const { return toUs - fromUs; }
};

/// What was measured under one name. A value; any thread.
struct MetricSeries
{
    QString name;
    QString unit;        ///< "ms", "%"; empty where nothing says it
    MetricPoints points; ///< by time; a time may occur twice
    qint64 late = 0;     ///< of these came behind a later one and were put in their place
};

/// The longest way between two values that a line may join: what is further apart is a gap. Regular values miss one where they
/// are more than one and a half steps apart, others where the distance is far beyond the usual. 0: nothing can be said.
[[nodiscard]] qint64 longestJoin(const MetricPoints &points);

/// What is odd about the values of a series: shown, and never put right in silence. A value.
struct MetricOddities
{
    qint64 gaps = 0;     ///< no number
    qint64 infinite = 0; ///< without bounds, up or down
    qint64 twice = 0;    ///< at a time that has one already
    qint64 late = 0;     ///< behind a later one

    bool operator==(const MetricOddities &) const = default;
};

/// Counts those from `first` on in; late ones are for who takes them in.
void countOddities(const MetricPoints &points, size_t first, MetricOddities &into);
/// "2 at a time that has one already, 1 late"; empty where nothing is odd but gaps, which are seen.
[[nodiscard]] QString oddityWords(const MetricOddities &odd);

/// What a name says of its unit: "latency (ms)", "cpu [%]", "node_load_seconds"; empty where it says nothing.
[[nodiscard]] QString unitInName(const QString &name);

/// First point at or after that time.
[[nodiscard]] MetricPoints::const_iterator firstFrom(const MetricPoints &points, qint64 atUs);
/// The point nearest to that time; null where there is none.
[[nodiscard]] const MetricPoint *nearestTo(const MetricPoints &points, qint64 atUs);

} // namespace fireline::models
