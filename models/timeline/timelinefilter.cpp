// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;

namespace {

constexpr domain::Span grace = domain::Span::seconds(10);

/// Roles by which an entry can come into the query's sight, or leave it.
bool changesSight(const QList<int> &roles)
{
    static const QSet<int> judged = {int(TimelineRole::Text), int(TimelineRole::Kind), int(TimelineRole::Tags),
                                     int(TimelineRole::Pinned), int(TimelineRole::FoldedOutOfSight)};
    return roles.isEmpty() || std::any_of(roles.cbegin(), roles.cend(), [](int role) { return judged.contains(role); });
}

} // namespace

TimelineFilter::TimelineFilter(TimelineModel &source, QObject *parent) : QAbstractListModel(parent), m_source(source)
{
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        m_grace.clear();
        m_open.clear();
        m_hits.clear();
        rebuild();
    });
    connect(&source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertFromSource(first, last); });
    connect(&source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                changeFromSource(first.row(), last.row(), roles);
            });
    connect(&source, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int row) { removeBeforeMove(row); });
    connect(&source, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                const int entry = m_source.entryAt(to > from ? to - 1 : to);
                if (judge(entry))
                    refold({entry});
            });
    connect(&source.feed(), &IncidentFeed::ticked, this, &TimelineFilter::expire);
    rebuild();
}

int TimelineFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

void TimelineFilter::setQuery(const TimelineQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_words = TimelineWords(query.text);
    m_grace.clear();
    rebuild();
    emit queryChanged();
}

void TimelineFilter::rebuild()
{
    beginResetModel();
    const int count = m_source.rowCount();
    m_bits.assign(size_t(count), 0);
    m_shown = 0;
    m_total = 0;
    QList<int> entries;
    entries.reserve(count);
    for (int row = 0; row < count; ++row) {
        const int entry = m_source.entryAt(row);
        if (judge(entry))
            entries.append(entry);
    }
    const auto rows = foldRows(
        entries, [this](int entry) { return isMachine(entry); }, m_open);
    m_rows.assign(rows.cbegin(), rows.cend());
    endResetModel();
    emit countsChanged();
}

bool TimelineFilter::isCounted(int entry) const
{
    return !m_source.isOutOfSight(entry) && (!m_query.asOf.isSet() || m_source.entry(entry).recordedAt <= m_query.asOf);
}

bool TimelineFilter::letsThrough(int entry) const
{
    const Entry &e = m_source.entry(entry);
    const TimelineChips kinds = m_query.chips & ~TimelineChips(TimelineChip::Pinned);
    if (kinds && !kinds.testFlag(chipOf(e)))
        return false;
    if (m_query.chips.testFlag(TimelineChip::Pinned) && !e.pinned)
        return false;
    if (!m_query.person.isEmpty() && e.actor.compare(m_query.person, Qt::CaseInsensitive) != 0)
        return false;
    return m_words.match(e, entry + 1);
}

bool TimelineFilter::isMachine(int entry) const
{
    // Who asks for machine events wants to read them.
    return m_source.entry(entry).machine && !m_query.chips.testFlag(TimelineChip::Machine);
}

bool TimelineFilter::judge(int entry)
{
    char &bits = m_bits[size_t(entry)];
    const bool counted = isCounted(entry);
    const bool shown = counted && (letsThrough(entry) || m_grace.contains(entry));
    const bool changed = shown != bool(bits & Shown);
    m_total += int(counted) - int(bool(bits & Counted));
    m_shown += int(shown) - int(bool(bits & Shown));
    bits = char((counted ? Counted : 0) | (shown ? Shown : 0));
    return changed;
}

void TimelineFilter::insertFromSource(int first, int last)
{
    m_bits.resize(size_t(m_source.feed().state().entries.size()), 0);
    const qint64 now = this->now().us;
    QList<int> in;
    for (int row = first; row <= last; ++row) {
        const int entry = m_source.entryAt(row);
        const Entry &e = m_source.entry(entry);
        if (!e.machine && e.actor == m_source.feed().profile() && !m_query.asOf.isSet() && !letsThrough(entry)
            && now - e.recordedAt.us < grace.us)
            m_grace.insert(entry, e.recordedAt.us + grace.us);
        if (judge(entry))
            in.append(entry);
    }
    if (!in.isEmpty())
        refold(in);
    emit countsChanged();
}

void TimelineFilter::changeFromSource(int first, int last, const QList<int> &roles)
{
    const bool judges = changesSight(roles);
    int from = -1;
    int to = -1;
    for (int row = first; row <= last; ++row) {
        const int entry = m_source.entryAt(row);
        if (judges && judge(entry)) {
            const bool shown = m_bits[size_t(entry)] & Shown;
            refold(shown ? QList<int>{entry} : QList<int>{}, shown ? -1 : entry);
        } else if (m_bits[size_t(entry)] & Shown) {
            const int mine = rowOf(m_source.entry(entry).eventId);
            from = from < 0 ? mine : std::min(from, mine);
            to = std::max(to, mine);
        }
    }
    if (from >= 0)
        emit dataChanged(index(from), index(to), roles);
    if (judges)
        emit countsChanged();
}

void TimelineFilter::removeBeforeMove(int row)
{
    const int entry = m_source.entryAt(row);
    char &bits = m_bits[size_t(entry)];
    if (!(bits & Shown))
        return;
    bits = char(bits & ~Shown);
    --m_shown;
    refold({}, entry);
}

void TimelineFilter::expire()
{
    const qint64 now = this->now().us;
    QList<int> over;
    for (auto it = m_grace.cbegin(); it != m_grace.cend(); ++it) {
        if (it.value() <= now)
            over.append(it.key());
    }
    for (const int entry : std::as_const(over)) {
        m_grace.remove(entry);
        if (judge(entry))
            refold({}, entry);
    }
    if (!over.isEmpty())
        emit countsChanged();
    emit ticked({now});
}

qsizetype TimelineFilter::lowerRow(int entry) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), entry,
                                        [this](const TimelineRow &row, int e) { return m_source.isBefore(row.entry, e); });
    return found - m_rows.cbegin();
}

bool TimelineFilter::isMachineRow(qsizetype row) const
{
    return m_rows[size_t(row)].isHead() || isMachine(m_rows[size_t(row)].entry);
}

void TimelineFilter::refold(const QList<int> &in, int out)
{
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
                                          [this](int a, int b) { return m_source.isBefore(a, b); });
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
        for (const int entry : run)
            children.push_back(TimelineRow{entry});
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
