// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QTime>

#include <optional>

namespace fireline::exchange {

/// A full day as written in a row, for comparing it with its neighbours.
struct WrittenDay
{
    qsizetype row = 0; ///< index of the row
    QDate date;
    QTime time;
    bool hasTime = false;
};

/// A day that does not fit its neighbours and would fit with one slip undone.
struct Slip
{
    qsizetype row = 0;
    QDate written;
    QDate likely;         ///< what the neighbours suggest; never used by itself
    bool certain = false; ///< the title and both neighbours name `likely`, and the clock lies between theirs
};

/// Looks for wrong years, months and single wrong digits in the days of one list or table, in its order. `titleDays`
/// are the days the document's title names.
[[nodiscard]] QList<Slip> findSlips(const QList<WrittenDay> &days, const QList<QDate> &titleDays);

/// The days that a year of too many digits can be when one digit is dropped: 22025 -> 2025, 2225, 2205, 2202.
[[nodiscard]] QList<QDate> daysOfBrokenYear(const QString &year, int month, int day);

} // namespace fireline::exchange
