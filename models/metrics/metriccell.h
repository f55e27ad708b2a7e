// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <optional>
#include <string_view>

namespace fireline::models {

/// A time as metric files write it. A value.
struct MetricTime
{
    qint64 us = 0;
    bool zoneGiven = true; ///< false: it was read in the zone that the reader was given
};

/// "2025-03-04T09:00:00Z", "2025-03-04 09:00[:00[.123]]" with or without a zone, "2025-03-04", or seconds, milliseconds,
/// microseconds or nanoseconds since 1970. Nothing for all else: a day before its month cannot be told from one after it.
[[nodiscard]] std::optional<MetricTime> readMetricTime(std::string_view text, const QTimeZone &zone);
/// Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size; nothing outside of 1980 to 2100.
[[nodiscard]] std::optional<qint64> readEpoch(double number);

/// A number as metric files write it. A value.
struct MetricNumber
{
    double value = 0; ///< NaN: a gap
    std::string_view unit;
};

/// "12.5", "1e-3", "12.5 ms", "80%"; "", "null", "NaN", "-", "+Inf" and their like are gaps. With `comma`, "12,5" too.
[[nodiscard]] std::optional<MetricNumber> readMetricNumber(std::string_view text, bool comma);

[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace fireline::models
