// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QDate>
#include <QString>
#include <QStringView>
#include <QTime>
#include <QTimeZone>

namespace fireline::domain {

/// A zone, and a fixed offset east of it that the writer gave.
struct TimeZoneChoice
{
    QTimeZone zone;
    int offsetSeconds = 0;
};

/// The spelling of a time at the start of a text, before any clock or zone is asked. A value.
struct TimeForm
{
    enum class Kind { None, Invalid, Ago, Ahead, Clock };
    enum class Zone { Bare, Local, Utc, Offset };
    Kind kind = Kind::None;
    qsizetype length = 0;
    QString problem;   ///< Invalid: translated
    Span span;         ///< Ago, Ahead
    QDate date;        ///< Clock; invalid where none is written
    QTime time;        ///< Clock; whole seconds
    qint64 micros = 0; ///< decimals of the second
    Zone zone = Zone::Bare;
    int offsetSeconds = 0;
};

/// None where the text does not begin like a time; Invalid where it does but no such time exists.
[[nodiscard]] TimeForm readTimeForm(QStringView text);

} // namespace fireline::domain
