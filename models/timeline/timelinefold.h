// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <functional>

namespace fireline::models {

/// A row as it is shown: an entry, or the head of a run of machine events. Entries are places in IncidentState.entries.
struct TimelineRow
{
    int entry = 0; ///< of a head: its first
    bool open = false;
    QList<int> run = {}; ///< of a head: all its entries; they follow as rows of their own while it is open
    int place = 0;       ///< of such a row: how far below its head, from 1

    [[nodiscard]] bool isHead() const { return !run.isEmpty(); }
    bool operator==(const TimelineRow &) const = default;
};

/// Where a row goes that the model moves. A value.
struct RowMove
{
    qsizetype from = -1;
    qsizetype to = -1;
    bool again = false; ///< taken out, and put in where it belongs
};

/// Folds each run of two and more machine events into a head. A run is open when any of its entries is in `open`.
[[nodiscard]] QList<TimelineRow> foldRows(const QList<int> &entries, const std::function<bool(int)> &isMachine,
                                          const QSet<int> &open);

/// How rows that stand somewhere are changed into others with as little as possible: what is equal at both ends stays, heads
/// stay while they stand for the same run. All between is taken out and put in.
struct RowChange
{
    qsizetype kept = 0;     ///< at the beginning
    qsizetype removed = 0;  ///< after these
    qsizetype inserted = 0; ///< in their stead
};
[[nodiscard]] RowChange changeBetween(const QList<TimelineRow> &before, const QList<TimelineRow> &after);

} // namespace fireline::models
