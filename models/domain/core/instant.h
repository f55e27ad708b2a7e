// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <compare>
#include <optional>

namespace fireline::domain {

/// A length of time in microseconds; may be negative. A value.
struct Span
{
    qint64 us = 0;

    static constexpr Span micros(qint64 n) { return {n}; }
    static constexpr Span millis(qint64 n) { return {n * 1000}; }
    static constexpr Span seconds(qint64 n) { return {n * 1000000}; }
    static constexpr Span minutes(qint64 n) { return seconds(n * 60); }
    static constexpr Span hours(qint64 n) { return seconds(n * 3600); }
    static constexpr Span days(qint64 n) { return seconds(n * 86400); }

    constexpr auto operator<=>(const Span &) const = default;
    constexpr Span operator+(Span o) const { return {us + o.us}; }
    constexpr Span operator-(Span o) const { return {us - o.us}; }
    constexpr Span operator-() const { return {-us}; }
};

/// A point in time: UTC microseconds since 1970 (decisions 10). Zero is "not set". A value.
struct Instant
{
    qint64 us = 0;

    [[nodiscard]] constexpr bool isSet() const { return us != 0; }
    constexpr auto operator<=>(const Instant &) const = default;
    constexpr Instant operator+(Span s) const { return {us + s.us}; }
    constexpr Instant operator-(Span s) const { return {us - s.us}; }
    constexpr Span operator-(Instant o) const { return {us - o.us}; }

    [[nodiscard]] QDateTime toUtc() const;
    static Instant fromDateTime(const QDateTime &t);

    /// RFC 3339 in UTC with three decimals, e.g. 2025-01-02T03:04:05.678Z; empty when not set.
    [[nodiscard]] QString toRfc3339() const;
    /// RFC 3339 with any offset and up to six decimals (more are cut); nothing else is taken.
    static std::optional<Instant> fromRfc3339(const QString &text);
};

/// "4h 05m", "12m", "45s" — the two largest units; negative spans get a leading minus.
[[nodiscard]] QString toShortText(Span span);

} // namespace fireline::domain
