// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewtimelinemodel.h"

#include "timeline/kindwords.h"
#include "timeline/timelineroles.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

// syncRows() compares every row with every row; beyond that reading anew is quicker.
constexpr int mostRowsInSteps = 400;

} // namespace

ReviewTimelineModel::ReviewTimelineModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

QList<ReviewEntryRow> ReviewTimelineModel::rowsNow() const
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

void ReviewTimelineModel::tellChanges(int row, const Row &)
{
    emit dataChanged(index(row, 0), index(row, What));
}

void ReviewTimelineModel::sync()
{
    const QList<Row> now = rowsNow();
    if (now == m_rows)
        return;
    if (now.size() > mostRowsInSteps)
        renew(now);
    else
        take(now);
}

void ReviewTimelineModel::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    reload();
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
    case Kind: return row.pinned ? tr("%1, pinned").arg(kindWord(row.kind)) : kindWord(row.kind);
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
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
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
