// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefold.h"

#include <algorithm>

namespace fireline::models {

namespace {

bool isSameRow(const TimelineRow &a, const TimelineRow &b)
{
    if (a.isHead() && b.isHead())
        return a.open == b.open && (a.run.first() == b.run.first() || a.run.last() == b.run.last());
    return a.isHead() == b.isHead() && a.entry == b.entry;
}

} // namespace

QList<TimelineRow> foldRows(const QList<int> &entries, const std::function<bool(int)> &isMachine, const QSet<int> &open)
{
    QList<TimelineRow> rows;
    rows.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size();) {
        qsizetype end = i;
        while (end < entries.size() && isMachine(entries.at(end)))
            ++end;
        if (end - i < 2) {
            rows.append(TimelineRow{entries.at(i++)});
            continue;
        }
        const QList<int> run = entries.mid(i, end - i);
        const bool isOpen = std::any_of(run.cbegin(), run.cend(), [&](int entry) { return open.contains(entry); });
        rows.append(TimelineRow{run.first(), isOpen, run});
        if (isOpen) {
            for (int place = 1; const int entry : run)
                rows.append(TimelineRow{.entry = entry, .place = place++});
        }
        i = end;
    }
    return rows;
}

RowChange changeBetween(const QList<TimelineRow> &before, const QList<TimelineRow> &after)
{
    const qsizetype least = std::min(before.size(), after.size());
    RowChange change;
    while (change.kept < least && isSameRow(before.at(change.kept), after.at(change.kept)))
        ++change.kept;
    qsizetype tail = 0;
    while (tail < least - change.kept && isSameRow(before.at(before.size() - 1 - tail), after.at(after.size() - 1 - tail)))
        ++tail;
    change.removed = before.size() - change.kept - tail;
    change.inserted = after.size() - change.kept - tail;
    return change;
}

} // namespace fireline::models
