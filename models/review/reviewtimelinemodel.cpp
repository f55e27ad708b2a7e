// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewtimelinemodel.h"

#include "feed/rowsync.h"
#include "timeline/kindwords.h"
#include "timeline/timelineroles.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

// syncRows() compares every row with every row; beyond that reading anew is quicker.
constexpr int mostRowsInSteps = 400;

} // namespace

ReviewTimelineModel::ReviewTimelineModel(IncidentFeed &feed, QObject *parent)
    : QAbstractTableModel(parent)
    , m_feed(feed)
    , m_rows(wanted())
{
    connect(&feed, &IncidentFeed::applied, this, [this] {
        if (m_watched)
            sync();
    });
    connect(&feed, &IncidentFeed::reset, this, &ReviewTimelineModel::reload);
}

QList<ReviewTimelineModel::Row> ReviewTimelineModel::wanted() const
{
    QList<Row> rows;
    const IncidentState &state = m_feed.state();
    for (const Entry &entry : chosenRows(state, timelineChoice(m_words))) {
        rows.append({entry.eventId, entry.at, entry.kind, entry.actor, entry.text,
                     u"E%1"_s.arg(state.entryByEvent.value(entry.eventId) + 1), entry.retractedWhy, int(entry.correctedBy.size()),
                     entry.pinned, entry.retracted});
    }
    return rows;
}

void ReviewTimelineModel::sync()
{
    const QList<Row> target = wanted();
    if (target == m_rows)
        return;
    if (target.size() > mostRowsInSteps) {
        beginResetModel();
        m_rows = target;
        endResetModel();
        return;
    }
    const RowSteps steps{
        [this](int row) { beginInsertRows({}, row, row); },
        [this] { endInsertRows(); },
        [this](int row) { beginRemoveRows({}, row, row); },
        [this] { endRemoveRows(); },
        [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
        [this] { endMoveRows(); },
    };
    syncRows(m_rows, target, steps, [this](int row, const Row &) { emit dataChanged(index(row, 0), index(row, What)); });
}

void ReviewTimelineModel::reload()
{
    beginResetModel();
    m_rows = wanted();
    endResetModel();
}

void ReviewTimelineModel::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    reload();
}

void ReviewTimelineModel::setWatched(bool watched)
{
    m_watched = watched;
    if (watched)
        sync();
}

QStringList ReviewTimelineModel::kinds() const
{
    QStringList kinds;
    for (const Entry &entry : m_feed.state().entries) {
        if (!kinds.contains(entry.kind))
            kinds.append(entry.kind);
    }
    return kinds;
}

int ReviewTimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReviewTimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : What + 1;
}

QVariant ReviewTimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Kind: return tr("Kind");
    case Who: return tr("Who");
    default: return tr("What happened");
    }
}

QVariant ReviewTimelineModel::cell(const Row &row, int column) const
{
    switch (column) {
    case Kind: return kindWord(row.kind);
    case Who: return row.who;
    case What: {
        QString text = row.text;
        if (row.retracted)
            text = row.why.isEmpty() ? tr("✕ taken out of the record: %1").arg(text)
                                     : tr("✕ taken out of the record (%2): %1").arg(text, row.why);
        else if (row.corrected > 0)
            text = tr("%1 (corrected)").arg(text);
        return text;
    }
    default: return {}; // the view writes the time in its zone
    }
}

QString ReviewTimelineModel::sentence(const Row &row) const
{
    return tr("%1, %2 by %3: %4")
        .arg(row.at.toUtc().toString(u"yyyy-MM-dd HH:mm"_s), kindWord(row.kind), row.who, cell(row, What).toString());
}

QVariant ReviewTimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return cell(row, index.column());
    if (role == Qt::AccessibleTextRole)
        return index.column() == What ? QVariant(sentence(row)) : cell(row, index.column());
    switch (TimelineRole(role)) {
    case TimelineRole::At: return qint64(row.at.us);
    case TimelineRole::Kind: return row.kind;
    case TimelineRole::Text: return row.text;
    case TimelineRole::Actor: return row.who;
    case TimelineRole::EventId: return row.eventId;
    case TimelineRole::Ref: return row.ref;
    case TimelineRole::Pinned: return row.pinned;
    case TimelineRole::Retracted: return row.retracted;
    case TimelineRole::RetractedWhy: return row.why;
    case TimelineRole::CorrectedCount: return row.corrected;
    default: return {};
    }
}

} // namespace fireline::models
