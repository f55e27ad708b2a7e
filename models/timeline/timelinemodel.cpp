// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinemodel.h"

#include "report/reviewtimeline.h"
#include "timeline/kindwords.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;
using domain::Event;

namespace {

constexpr domain::Span lateAfter = domain::Span::minutes(1);
constexpr int everyRole = -1;

constexpr int id(TimelineRole role)
{
    return int(role);
}

/// What a change of an entry can be seen by. Rows that a plain comparison would touch for nothing stay untouched.
QSet<int> rolesChangedBy(const QString &type, const QJsonObject &body)
{
    using R = TimelineRole;
    if (type == "entry.corrected"_L1) {
        if (body.value(u"field").toString() == "kind"_L1)
            return {id(R::Kind), id(R::CorrectedCount), Qt::AccessibleTextRole};
        return {Qt::DisplayRole, id(R::Text), id(R::CorrectedCount), Qt::AccessibleTextRole};
    }
    if (type == "entry.retimed"_L1)
        return {id(R::At), id(R::LateBy), id(R::CorrectedCount), Qt::AccessibleTextRole};
    if (type == "entry.retracted"_L1 || type == "entry.restored"_L1)
        return {id(R::Retracted), id(R::RetractedWhy), id(R::RetractedBy), id(R::FoldedOutOfSight), Qt::AccessibleTextRole};
    if (type == "entry.pinned"_L1)
        return {id(R::Pinned), Qt::AccessibleTextRole};
    if (type == "entry.tagged"_L1)
        return {id(R::Tags)};
    return {};
}

/// What became of an update is told in a row of its own, and in that of its draft.
bool isOutcome(const QString &type)
{
    return type == "update.queued"_L1 || type == "update.sent"_L1 || type == "update.unknown"_L1 || type == "update.failed"_L1;
}

QList<int> sorted(const QSet<int> &roles)
{
    QList<int> list(roles.cbegin(), roles.cend());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

TimelineModel::TimelineModel(IncidentFeed &feed, QObject *parent) : QAbstractListModel(parent), m_feed(feed)
{
    connect(&feed, &IncidentFeed::reset, this, [this] {
        beginResetModel();
        load();
        endResetModel();
    });
    connect(&feed, &IncidentFeed::applied, this, &TimelineModel::take);
    connect(&feed, &IncidentFeed::savedChanged, this, &TimelineModel::tellSaved);
    load();
}

void TimelineModel::load()
{
    const auto &state = m_feed.state();
    const auto count = size_t(state.entries.size());
    m_at.resize(count);
    m_rows.resize(count + size_t(m_refused.size()));
    const auto refused = m_rows.begin() + qsizetype(count);
    std::iota(m_rows.begin(), refused, 0);
    std::iota(refused, m_rows.end(), firstRefused);
    m_moves = {};
    m_unplaced.clear();
    m_facts.clear();
    m_facts.follow(state);
    for (size_t i = 0; i < count; ++i) {
        const Entry &entry = state.entries.at(qsizetype(i));
        m_at[i] = entry.at.us;
        for (const QString &change : entry.correctedBy)
            m_facts.noteChange(state.entryByEvent.value(change, -1), int(i));
    }
    std::sort(m_rows.begin(), m_rows.end(), [this](int a, int b) { return isBefore(a, b); });
}

qint64 TimelineModel::orderedAt(int entry) const
{
    return isRefused(entry) ? this->entry(entry).at.us : m_at[size_t(entry)];
}

bool TimelineModel::isBefore(int a, int b) const
{
    const qint64 atA = orderedAt(a);
    const qint64 atB = orderedAt(b);
    return atA != atB ? atA < atB : a < b;
}

int TimelineModel::rowOfEntry(int entry) const
{
    if (entry < 0 || (isRefused(entry) ? entry - firstRefused >= m_refused.size() : size_t(entry) >= m_at.size()))
        return -1;
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), entry, [this](int a, int b) { return isBefore(a, b); });
    return found != m_rows.cend() && *found == entry ? int(found - m_rows.cbegin()) : -1;
}

int TimelineModel::rowOf(QStringView ref) const
{
    const auto &state = m_feed.state();
    if (const Entry *found = state.entry(ref))
        return rowOfEntry(int(found - state.entries.constData()));
    const auto refused = std::find_if(m_refused.cbegin(), m_refused.cend(),
                                      [&](const Entry &each) { return each.eventId == ref; });
    return refused == m_refused.cend() ? -1 : rowOfEntry(firstRefused + int(refused - m_refused.cbegin()));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return entryData(entryAt(index.row()), role);
}

void TimelineModel::take(const QList<Event> &events)
{
    const domain::EntryMoves moves = std::exchange(m_moves, {});
    m_facts.follow(m_feed.state());
    QMap<int, Roles> touched;
    for (const int moved : moves.places)
        touched[moved].insert(everyRole);
    noteChanges(moves.folded + events, touched);
    moveRetimed(touched);
    insertNew();
    for (auto it = touched.cbegin(); it != touched.cend(); ++it) {
        const QModelIndex row = index(rowOfEntry(it.key()));
        emit dataChanged(row, row, it.value().contains(everyRole) ? QList<int>() : sorted(it.value()));
    }
}

void TimelineModel::setRefused(const QList<Entry> &refused)
{
    const auto same = [](const Entry &a, const Entry &b) { return a.eventId == b.eventId && a.retractedWhy == b.retractedWhy; };
    if (std::equal(m_refused.cbegin(), m_refused.cend(), refused.cbegin(), refused.cend(), same))
        return;
    beginResetModel();
    m_refused = refused;
    load();
    endResetModel();
}

void TimelineModel::rebase(const domain::EntryMoves &moves)
{
    const auto &entries = m_feed.state().entries;
    const std::vector<qint64> before = std::exchange(m_at, {});
    m_at.resize(size_t(entries.size()));
    for (size_t entry = 0; entry < m_at.size(); ++entry)
        m_at[entry] = entry < size_t(moves.first) ? before[entry] : entries.at(qsizetype(entry)).at.us;
    for (size_t entry = size_t(moves.first); entry < before.size(); ++entry)
        m_at[size_t(moves.placeOf(int(entry)))] = before[entry];
    for (int &entry : m_rows)
        entry = moves.placeOf(entry);
    m_unplaced.clear();
    for (auto entry = moves.first; entry < int(entries.size()); ++entry) {
        if (!moves.places.contains(entry))
            m_unplaced.push_back(entry);
    }
    m_facts.rebase(moves, m_feed.state());
    m_moves = moves;
    emit renumbered(moves);
}

void TimelineModel::noteChanges(const QList<Event> &events, QMap<int, Roles> &touched)
{
    const auto &byEvent = m_feed.state().entryByEvent;
    for (const Event &event : events) {
        if (isOutcome(event.type)) {
            if (const int draft = byEvent.value(event.body().value(u"update").toString(), -1); draft >= 0)
                touched[draft].unite({Qt::AccessibleTextRole, id(TimelineRole::Unsent)});
            continue;
        }
        if (!event.type.startsWith("entry."_L1) || event.type == "entry.posted"_L1)
            continue;
        const QJsonObject body = event.body();
        const int entry = byEvent.value(body.value(u"entry").toString(), -1);
        if (entry < 0)
            continue;
        const int change = byEvent.value(event.id, -1);
        // An event whose payload this version cannot read leaves a row, but changed nothing.
        if (change >= 0 && this->entry(change).kind == "system"_L1)
            continue;
        if (change >= 0)
            m_facts.noteChange(change, entry);
        touched[entry].unite(rolesChangedBy(event.type, body));
        if (event.type == "entry.retracted"_L1 || event.type == "entry.restored"_L1)
            noteRetraction(entry, touched);
    }
    touched.removeIf([this](const auto &item) { return item.value().isEmpty() || rowOfEntry(item.key()) < 0; });
}

void TimelineModel::noteRetraction(int entry, QMap<int, Roles> &touched) const
{
    // Earlier records of a retraction come into sight, or go, with the entry they name.
    for (const QString &id : this->entry(entry).correctedBy) {
        const int change = m_feed.state().entryByEvent.value(id, -1);
        if (change >= 0 && this->entry(change).type == "entry.retracted"_L1)
            touched[change].insert(int(TimelineRole::FoldedOutOfSight));
    }
}

void TimelineModel::moveRetimed(const QMap<int, Roles> &touched)
{
    for (auto it = touched.cbegin(); it != touched.cend(); ++it) {
        const int entry = it.key();
        const qint64 at = this->entry(entry).at.us;
        if (m_at[size_t(entry)] == at)
            continue;
        const int from = rowOfEntry(entry);
        const auto key = std::pair(at, entry);
        const auto to = int(std::lower_bound(m_rows.cbegin(), m_rows.cend(), key,
                                             [this](int a, const auto &k) { return std::pair(orderedAt(a), a) < k; })
                            - m_rows.cbegin());
        const bool moves = to != from && to != from + 1;
        if (moves)
            beginMoveRows({}, from, from, {}, to);
        m_at[size_t(entry)] = at;
        if (moves) {
            const auto begin = m_rows.begin();
            if (to > from)
                std::rotate(begin + from, begin + from + 1, begin + to);
            else
                std::rotate(begin + to, begin + from, begin + from + 1);
            endMoveRows();
        }
    }
}

void TimelineModel::insertNew()
{
    const auto &entries = m_feed.state().entries;
    std::vector<int> added = std::exchange(m_unplaced, {});
    for (auto entry = qsizetype(m_at.size()); entry < entries.size(); ++entry) {
        m_at.push_back(entries.at(entry).at.us);
        added.push_back(int(entry));
    }
    std::sort(added.begin(), added.end(), [this](int a, int b) { return isBefore(a, b); });
    for (auto first = added.cbegin(); first != added.cend();) {
        const auto next = std::upper_bound(m_rows.cbegin(), m_rows.cend(), *first,
                                           [this](int a, int b) { return isBefore(a, b); });
        auto last = first + 1;
        while (last != added.cend() && (next == m_rows.cend() || isBefore(*last, *next)))
            ++last;
        const int at = int(next - m_rows.cbegin());
        beginInsertRows({}, at, at + int(last - first) - 1);
        m_rows.insert(next, first, last);
        endInsertRows();
        first = last;
    }
}

void TimelineModel::tellSaved(const QStringList &eventIds)
{
    std::vector<int> rows;
    for (const QString &id : eventIds) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    for (auto first = rows.cbegin(); first != rows.cend();) {
        auto last = first;
        while (last + 1 != rows.cend() && *(last + 1) <= *last + 1)
            ++last;
        emit dataChanged(index(*first), index(*last), {Qt::AccessibleTextRole, int(TimelineRole::Saved)});
        first = last + 1;
    }
}

bool TimelineModel::isOutOfSight(int entry) const
{
    const auto &state = m_feed.state();
    const Entry &e = this->entry(entry);
    if (!e.retracted && e.kind != "correction"_L1)
        return false;
    if (const int target = m_facts.target(entry); target >= 0) {
        const Entry &changed = this->entry(target);
        return standingRetraction(state, changed) == &e && models::isOutOfSight(state, changed);
    }
    return models::isOutOfSight(state, e);
}

QVariant TimelineModel::entryData(const Entry &e, int entry, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case id(TimelineRole::Text): return e.text;
    case Qt::AccessibleTextRole: return sentence(e, entry);
    case id(TimelineRole::At): return e.at.us;
    case id(TimelineRole::RecordedAt): return e.recordedAt.us;
    case id(TimelineRole::Kind): return e.kind;
    case id(TimelineRole::Actor): return e.actor;
    case id(TimelineRole::Role): return e.role;
    case id(TimelineRole::EventId): return e.eventId;
    case id(TimelineRole::Tags): return e.tags;
    case id(TimelineRole::Pinned): return e.pinned;
    case id(TimelineRole::Retracted): return e.retracted;
    case id(TimelineRole::RetractedWhy): return e.retractedWhy;
    case id(TimelineRole::Imported): return e.imported;
    case id(TimelineRole::Breach): return e.breach;
    case id(TimelineRole::Evidence): return e.sha256;
    case id(TimelineRole::HandsOn): return e.handsOn;
    case id(TimelineRole::Machine): return e.machine;
    default: return stateData(e, entry, TimelineRole(role));
    }
}

QVariant TimelineModel::stateData(const Entry &e, int entry, TimelineRole role) const
{
    switch (role) {
    case TimelineRole::Ref: return isRefused(entry) ? QString() : u"E%1"_s.arg(entry + 1); // nobody else knows it
    case TimelineRole::Refused: return isRefused(entry);
    case TimelineRole::ObjectRef: return m_facts.objectRef(entry);
    case TimelineRole::Target: {
        const int target = m_facts.target(entry);
        return target < 0 ? QString() : u"E%1"_s.arg(target + 1);
    }
    case TimelineRole::RetractedBy: {
        const Entry *retraction = standingRetraction(m_feed.state(), e);
        return retraction ? retraction->actor : QString();
    }
    case TimelineRole::CorrectedCount: return correctedCount(m_feed.state(), e);
    case TimelineRole::Saved: return int(m_feed.saved(e.eventId));
    case TimelineRole::LateBy: {
        const domain::Span late = e.recordedAt - e.at;
        return !e.imported && late > lateAfter ? late.us : qint64(0);
    }
    case TimelineRole::Unsent: return domain::isUnsentDraft(e, m_feed.state());
    case TimelineRole::Own: return e.actor == m_feed.profile();
    case TimelineRole::FoldedOutOfSight: return isOutOfSight(entry);
    case TimelineRole::FoldCount: return 0;
    case TimelineRole::CorrectedLater:
    case TimelineRole::FoldOpen:
    case TimelineRole::HiddenByFilter:
    case TimelineRole::Hit: return false;
    default: return {};
    }
}

QString TimelineModel::sentence(const Entry &e, int entry) const
{
    //: Read out by a screen reader: a time, the kind of row, who, what
    QStringList said{tr("%1 UTC, %2 by %3: %4").arg(e.at.toUtc().toString(u"HH:mm:ss"_s), kindWord(e.kind), e.actor, e.text)};
    if (e.retracted)
        said.append(isRefused(entry) ? tr("Refused: %1").arg(e.retractedWhy) : tr("Retracted: %1").arg(e.retractedWhy));
    if (const int count = correctedCount(m_feed.state(), e))
        said.append(tr("Corrected %n times", nullptr, count));
    if (domain::isUnsentDraft(e, m_feed.state()))
        said.append(tr("Draft, not sent"));
    if (e.breach)
        said.append(tr("Breach of a rule"));
    if (e.pinned)
        said.append(tr("Pinned"));
    switch (m_feed.saved(e.eventId)) {
    case Saved::Saving: said.append(tr("Being saved")); break;
    case Saved::NotSaved: said.append(tr("Not saved")); break;
    case Saved::Unconfirmed: said.append(tr("Not confirmed by the backend yet")); break;
    case Saved::Saved: break;
    }
    return said.join(u". "_s);
}

} // namespace fireline::models
