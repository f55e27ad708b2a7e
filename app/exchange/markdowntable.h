// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedrow.h"

#include <QStringList>

namespace fireline::exchange {

/// Which column of a table is what; -1 for none. Used for Markdown tables and CSV alike.
struct TableColumns
{
    int time = -1;
    int day = -1;
    int zone = -1;
    int who = -1;
    int kind = -1;
    int tags = -1;
    int end = -1;
    QList<int> text;
    Zone zoneOfTime;       ///< "Time (UTC)"
    bool noEvents = false; ///< a table of action items or the like

    [[nodiscard]] bool hasTime() const { return time >= 0; }
};

/// By the names in the head; `rows` are looked at where the names say nothing. Names of a column that clearly is no
/// event time (due, duration, updated) are left alone.
[[nodiscard]] TableColumns columnsOf(const QStringList &head, const QList<QStringList> &rows);

/// One row as a TimedRow without line, group and section. Empty text and empty time: `source` is empty, skip it.
[[nodiscard]] TimedRow rowOfCells(const QStringList &cells, const TableColumns &columns);

} // namespace fireline::exchange
