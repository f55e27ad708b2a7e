// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefilter.h"

#include "timeline/entrythen.h"

#include <algorithm>
#include <utility>

namespace fireline::models {

void TimelineFilter::renumber(const domain::EntryMoves &moves)
{
    const auto count = size_t(m_source.feed().state().entries.size());
    const auto movedBits = [&](auto &ofEntries, auto fresh) {
        auto before = std::exchange(ofEntries, {});
        ofEntries.reserve(count);
        for (size_t entry = 0; entry < count; ++entry)
            ofEntries.push_back(entry < size_t(moves.first) ? before[entry] : fresh(int(entry)));
        for (auto entry = size_t(moves.first); entry < before.size(); ++entry)
            ofEntries[size_t(moves.placeOf(int(entry)))] = before[entry];
    };
    movedBits(m_bits, [](int) { return char(0); });
    if (isPast())
        movedBits(m_thenAt, [this](int entry) { return timeThen(m_source.entry(entry), m_query.asOf).us; });
    for (TimelineRow &row : m_rows) {
        row.entry = moves.placeOf(row.entry);
        if (std::none_of(row.run.cbegin(), row.run.cend(), [&](int entry) { return entry >= moves.first; }))
            continue;
        for (int &entry : row.run)
            entry = moves.placeOf(entry);
    }
    QHash<int, qint64> grace;
    for (auto it = m_grace.cbegin(); it != m_grace.cend(); ++it)
        grace.insert(moves.placeOf(it.key()), it.value());
    m_grace = grace;
    QSet<int> open;
    for (const int entry : std::as_const(m_open))
        open.insert(moves.placeOf(entry));
    m_open = open;
}

qsizetype TimelineFilter::lowerRow(int entry) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), entry,
                                        [this](const TimelineRow &row, int e) { return isBefore(row.entry, e); });
    return found - m_rows.cbegin();
}

domain::Instant TimelineFilter::timeOf(int entry) const
{
    return isPast() ? domain::Instant{m_thenAt[size_t(entry)]} : m_source.entry(entry).at;
}

bool TimelineFilter::isBefore(int a, int b) const
{
    if (!isPast())
        return m_source.isBefore(a, b);
    return std::pair(m_thenAt[size_t(a)], a) < std::pair(m_thenAt[size_t(b)], b);
}

bool TimelineFilter::isMachineRow(qsizetype row) const
{
    return m_rows[size_t(row)].isHead() || isMachine(m_rows[size_t(row)].entry);
}

bool TimelineFilter::movesRuns(qsizetype from, qsizetype to, int before) const
{
    const auto size = qsizetype(m_rows.size());
    const auto isBetween = [&](qsizetype above, qsizetype below) {
        return above >= 0 && below < size && isMachineRow(above) && isMachineRow(below);
    };
    if (to > 0 && before >= 0 && m_rows[size_t(to) - 1].isHead() && !isBefore(m_rows[size_t(to) - 1].run.last(), before))
        return true;
    if (to == from || to == from + 1)
        return false;
    return isBetween(from - 1, from + 1) || isBetween(to - 1, to);
}

bool TimelineFilter::joinRun(const QList<int> &in)
{
    const qsizetype below = lowerRow(in.first());
    const auto size = qsizetype(m_rows.size());
    if (below == 0 || (below < size && isMachineRow(below)))
        return false;
    const qsizetype head = below - 1 - m_rows[size_t(below) - 1].place;
    TimelineRow &run = m_rows[size_t(head)];
    if (!run.isHead() || !isBefore(run.run.last(), in.first())
        || !std::all_of(in.cbegin(), in.cend(), [this](int entry) { return isMachine(entry); }))
        return false;
    std::vector<TimelineRow> children;
    for (auto place = int(run.run.size()); const int entry : in)
        children.push_back(TimelineRow{.entry = entry, .place = ++place});
    run.run.append(in);
    if (run.open) {
        beginInsertRows({}, int(below), int(below + in.size()) - 1);
        m_rows.insert(m_rows.begin() + below, children.cbegin(), children.cend());
        endInsertRows();
    }
    emit dataChanged(index(int(head)), index(int(head)));
    return true;
}

void TimelineFilter::refold(const QList<int> &in, int out)
{
    if (out < 0 && joinRun(in))
        return;
    const int about = out >= 0 ? out : in.first();
    qsizetype first = lowerRow(about);
    qsizetype last = first;
    const auto size = qsizetype(m_rows.size());
    if (last < size && m_rows[size_t(last)].entry == about)
        ++last;
    while (first > 0 && isMachineRow(first - 1))
        --first;
    while (last < size && isMachineRow(last))
        ++last;
    QList<int> entries;
    for (qsizetype row = first; row < last; ++row) {
        const TimelineRow &r = m_rows[size_t(row)];
        if (!r.isHead())
            entries.append(r.entry);
        else if (!r.open)
            entries.append(r.run);
    }
    entries.removeOne(out);
    if (!in.isEmpty()) {
        const auto gap = std::lower_bound(entries.cbegin(), entries.cend(), in.first(),
                                          [this](int a, int b) { return isBefore(a, b); });
        const QList<int> after = entries.mid(gap - entries.cbegin());
        entries.erase(gap, entries.cend());
        entries += in;
        entries += after;
    }
    replaceRows(first, last - first,
                foldRows(
                    entries, [this](int e) { return isMachine(e); }, m_open));
}

void TimelineFilter::replaceRows(qsizetype first, qsizetype count, const QList<TimelineRow> &rows)
{
    const QList<TimelineRow> before(m_rows.cbegin() + first, m_rows.cbegin() + first + count);
    const RowChange change = changeBetween(before, rows);
    const qsizetype from = first + change.kept;
    if (change.removed > 0) {
        beginRemoveRows({}, int(from), int(from + change.removed) - 1);
        m_rows.erase(m_rows.begin() + from, m_rows.begin() + from + change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0) {
        beginInsertRows({}, int(from), int(from + change.inserted) - 1);
        const auto in = rows.cbegin() + change.kept;
        m_rows.insert(m_rows.begin() + from, in, in + change.inserted);
        endInsertRows();
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        TimelineRow &row = m_rows[size_t(first + i)];
        if (row == rows.at(i))
            continue;
        row = rows.at(i);
        emit dataChanged(index(int(first + i)), index(int(first + i)));
    }
}

void TimelineFilter::setOpen(int row, bool open)
{
    if (row < 0 || size_t(row) >= m_rows.size() || !m_rows[size_t(row)].isHead() || m_rows[size_t(row)].open == open)
        return;
    const QList<int> run = m_rows[size_t(row)].run;
    for (const int entry : run)
        m_open.remove(entry);
    if (open)
        m_open.insert(run.first());
    m_rows[size_t(row)].open = open;
    if (open) {
        beginInsertRows({}, row + 1, row + int(run.size()));
        std::vector<TimelineRow> children;
        children.reserve(size_t(run.size()));
        for (int place = 1; const int entry : run)
            children.push_back(TimelineRow{.entry = entry, .place = place++});
        m_rows.insert(m_rows.begin() + row + 1, children.cbegin(), children.cend());
        endInsertRows();
    } else {
        beginRemoveRows({}, row + 1, row + int(run.size()));
        m_rows.erase(m_rows.begin() + row + 1, m_rows.begin() + row + 1 + run.size());
        endRemoveRows();
    }
    emit dataChanged(index(row), index(row), {int(TimelineRole::FoldOpen), Qt::AccessibleTextRole, Qt::DisplayRole});
}

} // namespace fireline::models
