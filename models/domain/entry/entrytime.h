// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringView>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace fireline::domain {

/// Against what a written time is resolved. A value.
struct TimeFrame
{
    Instant now;
    Instant begun;       ///< what "-5m" and "+5m" are counted from
    QTimeZone zone;      ///< of a bare clock
    QTimeZone local;     ///< of a clock with L
    bool future = false; ///< a clock without a date is the next one; else the last one, up to two minutes ahead
};

/// A time at the start of a text.
struct TimeReading
{
    enum class Kind { NotATime, Bad, Good };
    Kind kind = Kind::NotATime;
    Instant at;
    qsizetype length = 0; ///< UTF-16 units it takes; also for Bad
    QString problem;      ///< Bad: why, translated
    QString remark;       ///< Good: what was taken for granted, translated; may be empty
};

/// Every instant at which clocks in `zone` show this: none in the gap in spring, two in the fold in autumn, in order.
[[nodiscard]] QList<Instant> instantsOf(QDate date, QTime time, const QTimeZone &zone);

/// "5m", "1h20m", "90s", "2d": whole text; rising to at most 400 days.
[[nodiscard]] std::optional<Span> readDuration(QStringView text);
/// The shortest such text for whole seconds above zero.
[[nodiscard]] QString durationText(Span span);

/// "-5m", "14:05", "14:05:30Z", "14:05L", "14:05+02:00", "14:05 UTC", "2025-03-01 14:05", "2025-03-01T14:05:00.5Z"
/// at the start of `text`, followed by a blank or the end; "+3d" too where the frame looks ahead.
[[nodiscard]] TimeReading readTime(QStringView text, const TimeFrame &frame);

/// True where a text begins like a clock ("14:05"), for "by 14:30".
[[nodiscard]] bool beginsLikeClock(QStringView text);

/// ISO 8601 in UTC, with only as many decimals as needed.
[[nodiscard]] QString isoText(Instant at);

} // namespace fireline::domain
