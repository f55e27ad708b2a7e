// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefilter.h"

#include "timeline/entrythen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;

namespace {

/// As long as a person may look for what they wrote: longer than they think of it.
constexpr domain::Span grace = domain::Span::minutes(60);

/// Roles by which an entry can come into the query's sight, or leave it.
bool changesSight(const QList<int> &roles)
{
    static const QSet<int> judged = {int(TimelineRole::Text), int(TimelineRole::Kind), int(TimelineRole::Tags),
                                     int(TimelineRole::Pinned), int(TimelineRole::FoldedOutOfSight)};
    return roles.isEmpty() || std::any_of(roles.cbegin(), roles.cend(), [](int role) { return judged.contains(role); });
}

// What was entered at this console a moment ago is not durable yet, whoever it was said by; what others send is.
bool isMadeHere(const IncidentFeed &feed, const Entry &entry)
{
    if (entry.actor == feed.profile())
        return true;
    // A scribe types for others; in a drill they are played by the script, on this console.
    return !feed.state().drill && feed.saved(entry.eventId) != Saved::Saved;
}

} // namespace

TimelineFilter::TimelineFilter(TimelineModel &source, QObject *parent) : QAbstractListModel(parent), m_source(source)
{
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        m_grace.clear();
        m_open.clear();
        m_search.forgetHits();
        rebuild();
    });
    connect(&source, &TimelineModel::renumbered, this, &TimelineFilter::renumber);
    connect(&source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertFromSource(first, last); });
    connect(&source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                changeFromSource(first.row(), last.row(), roles);
            });
    connect(&source, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int row, int, const QModelIndex &, int to) { beginMove(row, to); });
    connect(&source, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int to) { endMove(to > from ? to - 1 : to); });
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
    const auto entryCount = int(count - m_source.refusedCount());
    m_bits.assign(size_t(entryCount), 0);
    m_refusedBits.assign(size_t(m_source.refusedCount()), 0);
    m_shown = 0;
    m_total = 0;
    m_thenAt.clear();
    for (int entry = 0; isPast() && entry < entryCount; ++entry)
        m_thenAt.push_back(timeThen(m_source.entry(entry), m_query.asOf).us);
    QList<int> entries;
    entries.reserve(count);
    for (int row = 0; row < count; ++row) {
        const int entry = m_source.entryAt(row);
        if (judge(entry))
            entries.append(entry);
    }
    if (isPast())
        std::sort(entries.begin(), entries.end(), [this](int a, int b) { return isBefore(a, b); });
    const auto rows = foldRows(
        entries, [this](int entry) { return isMachine(entry); }, m_open);
    m_rows.assign(rows.cbegin(), rows.cend());
    endResetModel();
    emit countsChanged();
}

char TimelineFilter::bitsOf(int entry) const
{
    return TimelineModel::isRefused(entry) ? m_refusedBits[size_t(entry - TimelineModel::firstRefused)] : m_bits[size_t(entry)];
}

char &TimelineFilter::bitsOf(int entry)
{
    return TimelineModel::isRefused(entry) ? m_refusedBits[size_t(entry - TimelineModel::firstRefused)] : m_bits[size_t(entry)];
}

// The past is what was known to all.
bool TimelineFilter::isCounted(int entry) const
{
    if (TimelineModel::isRefused(entry))
        return !isPast();
    return !m_source.isOutOfSight(entry) && (!isPast() || m_source.entry(entry).recordedAt <= m_query.asOf);
}

bool TimelineFilter::letsThrough(int entry) const
{
    const Entry &e = m_source.entry(entry);
    if (isPast() && !e.correctedBy.isEmpty())
        return m_query.letsThrough(entryThen(m_source.feed().state(), e, m_query.asOf), entry + 1, m_words);
    return m_query.letsThrough(e, entry + 1, m_words);
}

bool TimelineFilter::isMachine(int entry) const
{
    // Who asks for machine events wants to read them.
    return m_source.entry(entry).machine && !m_query.chips.testFlag(TimelineChip::Machine);
}

bool TimelineFilter::judge(int entry)
{
    char &bits = bitsOf(entry);
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
    for (auto entry = m_thenAt.size(); isPast() && entry < m_bits.size(); ++entry)
        m_thenAt.push_back(timeThen(m_source.entry(int(entry)), m_query.asOf).us);
    const qint64 now = this->now().us;
    QList<int> in;
    for (int row = first; row <= last; ++row) {
        const int entry = m_source.entryAt(row);
        const Entry &e = m_source.entry(entry);
        if (!e.machine && isMadeHere(m_source.feed(), e) && !isPast() && !letsThrough(entry) && now - e.recordedAt.us < grace.us)
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
    const bool retimes = isPast() && (roles.isEmpty() || roles.contains(int(TimelineRole::At)));
    int from = -1;
    int to = -1;
    for (int row = first; row <= last; ++row) {
        const int entry = m_source.entryAt(row);
        if (retimes && !TimelineModel::isRefused(entry))
            followTimeThen(entry);
        if (judges && judge(entry)) {
            const bool shown = bitsOf(entry) & Shown;
            refold(shown ? QList<int>{entry} : QList<int>{}, shown ? -1 : entry);
        } else if (bitsOf(entry) & Shown) {
            const int mine = rowOf(m_source.entry(entry).eventId);
            from = from < 0 ? mine : std::min(from, mine);
            to = std::max(to, mine);
        }
    }
    if (from >= 0)
        emit dataChanged(index(from), index(to), told(roles, judges));
    if (judges)
        emit countsChanged();
}

QList<int> TimelineFilter::told(const QList<int> &roles, bool judges) const
{
    if (roles.isEmpty()) // all of them
        return roles;
    QList<int> all = roles;
    if (judges)
        all += {int(TimelineRole::HiddenByFilter), int(TimelineRole::Hit)};
    // In the past a change of the entry is seen by this alone.
    if (isPast())
        all.append(int(TimelineRole::CorrectedLater));
    return all;
}

void TimelineFilter::followTimeThen(int entry)
{
    const qint64 at = timeThen(m_source.entry(entry), m_query.asOf).us;
    if (m_thenAt[size_t(entry)] == at)
        return;
    char &bits = bitsOf(entry);
    const bool wasShown = bits & Shown;
    if (wasShown) {
        bits = char(bits & ~Shown);
        --m_shown;
        refold({}, entry);
    }
    m_thenAt[size_t(entry)] = at;
    if (wasShown && judge(entry))
        refold({entry});
}

void TimelineFilter::beginMove(int row, int to)
{
    const int entry = m_source.entryAt(row);
    char &bits = bitsOf(entry);
    m_move = {};
    if (isPast() || !(bits & Shown))
        return;
    const int before = to < m_source.rowCount() ? m_source.entryAt(to) : -1;
    const qsizetype mine = lowerRow(entry);
    const qsizetype goal = before < 0 ? qsizetype(m_rows.size()) : lowerRow(before);
    if (isMachine(entry) || movesRuns(mine, goal, before)) {
        m_move.again = true;
        bits = char(bits & ~Shown);
        --m_shown;
        refold({}, entry);
    } else if (beginMoveRows({}, int(mine), int(mine), {}, int(goal))) { // false: it stays where it is
        m_move.from = mine;
        m_move.to = goal;
    }
}

void TimelineFilter::endMove(int row)
{
    const int entry = m_source.entryAt(row);
    if (m_move.again && judge(entry))
        refold({entry});
    if (m_move.from < 0)
        return;
    const auto begin = m_rows.begin();
    if (m_move.to > m_move.from)
        std::rotate(begin + m_move.from, begin + m_move.from + 1, begin + m_move.to);
    else
        std::rotate(begin + m_move.to, begin + m_move.from, begin + m_move.from + 1);
    endMoveRows();
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

} // namespace fireline::models
