// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zones.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

namespace fireline::exchange {

/// The parts of a calendar day that were written; 0 is "not written".
struct DateParts
{
    int year = 0;
    int month = 0;
    int day = 0;
    bool orderUnknown = false; ///< 3/4/2024: month and day may be either way round
    int proves = 0;            ///< 13/4/2024 proves that the day comes first (1), 4/13/2024 that the month does (2)
    QString brokenYear;        ///< five or more digits, as in 20202-01-16; year is 0 then

    [[nodiscard]] bool isSet() const { return day != 0; }
    [[nodiscard]] QDate date() const { return year ? QDate(year, month, day) : QDate(); }
};

/// A time of day as written.
struct ClockParts
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    int micros = 0;
    bool meridiem = false; ///< am or pm was written; hour is already of 24
    bool leadingZero = false;
    bool endOfDay = false; ///< 24:00
    [[nodiscard]] QTime time() const { return QTime(hour, minute, second, micros / 1000); }
};

/// What was found at the start of a text: any of a day, a clock time, a zone, an offset from the start. A value.
struct Stamp
{
    enum class State {
        None,        ///< the text does not begin with a time
        Read,        ///< at least a day or a clock time
        Unreadable,  ///< it is meant to be a time, but is none: 14:??, 25:10, TBC
        Placeholder, ///< a template's HH:mm that nobody filled in
    };
    State state = State::None;
    DateParts date;
    std::optional<ClockParts> clock;
    Zone zone;
    int weekday = 0;                      ///< 1 Monday .. 7; 0 not written
    bool approximate = false;             ///< ~, ca., about
    std::optional<qint64> sinceStart;     ///< seconds, T+5m
    std::optional<domain::Instant> exact; ///< seconds or milliseconds since 1970
    QString until;                        ///< the end of a range, as written
    QString problem;                      ///< translated; Unreadable only
    QStringList notes;                    ///< translated; how an odd notation was read
    QString written;
    qsizetype length = 0; ///< characters up to the text that follows, separators included

    [[nodiscard]] bool hasClock() const { return clock.has_value() || exact.has_value() || sinceStart.has_value(); }
};

/// Where a time stands says how much may be assumed.
enum class StampPlace {
    Cell, ///< a table or CSV cell that should be a time: 15.26 and 1600 are clock times here
    Row,  ///< the start of a list item, a heading or a paragraph
};

/// Reads the time at the start of a text, decoration such as **, [ ], ~ and ` ignored.
[[nodiscard]] Stamp readStamp(QStringView text, StampPlace place);

/// Finds "... 2024-01-02 14:02 UTC" at the end of a short text such as "Incident declared: 2024-01-02 14:02";
/// `length` is then the number of characters before it. Only a full day counts.
[[nodiscard]] Stamp readStampAtEnd(QStringView text);

/// Every full day with a clock time and a zone inside a text ("started: July 11, 2025 at 4:42PM UTC").
[[nodiscard]] QList<Stamp> stampsInside(QStringView text);

/// The days with a year that a text names, wherever they stand.
[[nodiscard]] QList<QDate> datesInside(QStringView text);

} // namespace fireline::exchange
