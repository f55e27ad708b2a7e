// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rowdays.h"

namespace fireline::exchange {

/// The day of each row as far as the row itself writes one: the order of month and day by what other rows prove, a year that
/// is not written by the day before, slips of the pen refused or put right. Rows without a day of their own get none here.
/// `documentDay` may be invalid. One RowDay per row; linear in the rows.
[[nodiscard]] QList<RowDay> writtenDays(const QList<TimedRow> &rows, const DocumentFacts &facts, QDate documentDay,
                                        QStringList &warnings);

} // namespace fireline::exchange
