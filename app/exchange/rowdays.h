// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedrow.h"

namespace fireline::exchange {

/// The day and clock time of a row, in its own zone; or why it has none.
struct RowDay
{
    QDate date;
    ClockParts clock;
    QString problem;      ///< translated; set: the row is not placed
    QStringList warnings; ///< translated; without the line
    bool settled = false; ///< date and clock are to be used; never together with a problem
};

/// Gives each row its day from the document's own words: the row itself, the heading or row before it, the title. A
/// clock that goes backwards begins a new day only when less than half a day lies between; a day that only a slip of
/// the pen can explain is refused unless title and both neighbours agree on another. `warnings` gets what concerns the
/// whole document. One RowDay per row; linear in the rows.
[[nodiscard]] QList<RowDay> settleDays(const QList<TimedRow> &rows, const DocumentFacts &facts, QStringList &warnings);

} // namespace fireline::exchange
