// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefilter.h"

#include "timeline/entrythen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;

int TimelineFilter::rowOf(QStringView ref) const
{
    const int row = m_source.rowOf(ref);
    const int entry = row < 0 ? -1 : m_source.entryAt(row);
    const bool isKnown = TimelineModel::isRefused(entry) || (entry >= 0 && size_t(entry) < m_bits.size());
    if (!isKnown || !(bitsOf(entry) & Shown))
        return -1;
    const qsizetype lower = lowerRow(entry);
    // A head and its first entry stand at the same place: the entry is the one below while the head is open.
    if (size_t(lower) < m_rows.size() && m_rows[size_t(lower)].entry == entry)
        return int(m_rows[size_t(lower)].open ? lower + 1 : lower);
    return int(lower) - 1;
}

int TimelineFilter::reveal(QStringView ref)
{
    const int row = rowOf(ref);
    if (row >= 0 && m_rows[size_t(row)].isHead()) {
        setOpen(row, true);
        return rowOf(ref);
    }
    return row;
}

QStringList TimelineFilter::eventsOf(int row) const
{
    const Entry &entry = m_source.entry(m_rows[size_t(row)].entry);
    const bool changed = isPast() && !entry.correctedBy.isEmpty();
    const QStringList changes = changed ? entryThen(m_source.feed().state(), entry, m_query.asOf).correctedBy : entry.correctedBy;
    return QStringList{entry.eventId} + changes;
}

int TimelineFilter::rowAt(domain::Instant at) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), at,
                                        [this](const TimelineRow &row, domain::Instant t) { return timeOf(row.entry) < t; });
    return int(found - m_rows.cbegin());
}

QVariant TimelineFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineRow &row = m_rows[size_t(index.row())];
    if (row.isHead()) {
        switch (role) {
        case Qt::DisplayRole:
        case int(TimelineRole::Text): return tr("%n machine events", nullptr, int(row.run.size()));
        case Qt::AccessibleTextRole:
            return row.open ? tr("%n machine events, shown below", nullptr, int(row.run.size()))
                            : tr("%n machine events, folded; press Enter to show them", nullptr, int(row.run.size()));
        case int(TimelineRole::FoldCount): return int(row.run.size());
        case int(TimelineRole::FoldOpen): return row.open;
        case int(TimelineRole::Hit):
            return !row.open && std::any_of(row.run.cbegin(), row.run.cend(), [this](int e) { return isFound(e); });
        case int(TimelineRole::HiddenByFilter): return false;
        default: break;
        }
    }
    switch (role) {
    case int(TimelineRole::HiddenByFilter): return m_grace.contains(row.entry) && !letsThrough(row.entry);
    case int(TimelineRole::Hit): return isFound(row.entry);
    default: return isPast() ? pastData(row.entry, role) : m_source.entryData(row.entry, role);
    }
}

QVariant TimelineFilter::pastData(int entry, int role) const
{
    const Entry &e = m_source.entry(entry);
    if (role == int(TimelineRole::CorrectedLater))
        return isCorrectedAfter(e, m_query.asOf);
    if (e.correctedBy.isEmpty())
        return m_source.entryData(e, entry, role);
    return m_source.entryData(entryThen(m_source.feed().state(), e, m_query.asOf), entry, role);
}

bool TimelineFilter::isFound(int entry) const
{
    return !m_search.isEmpty() && m_search.finds(m_source.entry(entry), entry + 1);
}

void TimelineFilter::setSearch(const QString &words)
{
    m_search = TimelineSearch(words);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {int(TimelineRole::Hit)});
}

void TimelineFilter::setHits(const QStringList &eventIds)
{
    m_search.setHits(eventIds);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {int(TimelineRole::Hit)});
}

TimelineHits TimelineFilter::hits() const
{
    TimelineHits hits;
    if (m_search.isEmpty())
        return hits;
    for (size_t entry = 0; entry < m_bits.size(); ++entry) {
        if ((m_bits[entry] & Counted) && isFound(int(entry)))
            ++((m_bits[entry] & Shown) ? hits.shown : hits.hidden);
    }
    return hits;
}

int TimelineFilter::nextHit(int row, bool forward)
{
    const int count = rowCount();
    if (count == 0 || m_search.isEmpty())
        return -1;
    for (int step = 1; step <= count; ++step) {
        const int at = ((forward ? row + step : row - step) % count + count) % count;
        const TimelineRow &candidate = m_rows[size_t(at)];
        if (!candidate.isHead()) {
            if (isFound(candidate.entry))
                return at;
            continue;
        }
        if (candidate.open)
            continue;
        QList<int> run = candidate.run;
        if (!forward)
            std::reverse(run.begin(), run.end());
        for (const int entry : std::as_const(run)) {
            if (isFound(entry))
                return reveal(m_source.entry(entry).eventId);
        }
    }
    return -1;
}

domain::Instant TimelineFilter::firstRecorded() const
{
    const auto &entries = m_source.feed().state().entries;
    return entries.isEmpty() ? now() : entries.first().recordedAt;
}

} // namespace fireline::models
