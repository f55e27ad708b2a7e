// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handovermodel.h"

#include "report/sitrep.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace h = models::handover;

HandoverModel::HandoverModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent), m_board(handoverBoard(feed))
{
    follow();
}

HandoverModel::~HandoverModel() = default;

void HandoverModel::tellChanges(int row, const HandoverRow &before)
{
    // While somebody shadows, the seconds are all that moves.
    HandoverRow now = m_rows.at(row);
    now.left = before.left;
    const QList<int> roles = now == before ? QList<int>{h::LeftRole} : QList<int>{};
    emit dataChanged(index(row), index(row), roles);
}

void HandoverModel::sync()
{
    FeedModel::sync();
    HandoverBoard board = handoverBoard(m_feed);
    if (board == m_board)
        return;
    m_board = board;
    emit boardChanged();
}

void HandoverModel::reload()
{
    m_board = handoverBoard(m_feed);
    FeedModel::reload();
    emit boardChanged();
}

int HandoverModel::nextRow() const
{
    const auto next = std::find_if(m_rows.begin(), m_rows.end(),
                                   [](const HandoverRow &row) { return row.state == h::Now || row.state == h::Waits; });
    return next == m_rows.end() ? -1 : int(next - m_rows.begin());
}

QString HandoverModel::sentence(const HandoverRow &row) const
{
    const QString what = row.text.isEmpty() ? row.say : row.text;
    switch (row.state) {
    case h::Planned:
        return row.incoming ? tr("Step %1, of whoever takes over: %2").arg(row.number).arg(what)
                            : tr("Step %1, of whoever hands over: %2").arg(row.number).arg(what);
    case h::Done: return tr("Step %1, done by %2: %3").arg(row.number).arg(row.person, what);
    case h::Now: return tr("Step %1, to be done now by %2: %3").arg(row.number).arg(row.person, what);
    case h::Waits: return tr("Step %1, %2 looks on until its time is over: %3").arg(row.number).arg(row.person, what);
    case h::Later: break;
    }
    return tr("Step %1, later by %2: %3").arg(row.number).arg(row.person, what);
}

QVariant HandoverModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const HandoverRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.text.isEmpty() ? row.say : row.text;
    case Qt::AccessibleTextRole: return sentence(row);
    case h::KindRole: return row.kind;
    case h::StateRole: return row.state;
    case h::NumberRole: return row.number;
    case h::SayRole: return row.say;
    case h::IncomingRole: return row.incoming;
    case h::PersonRole: return row.person;
    case h::MineRole: return row.mine;
    case h::DoneAtRole: return qint64(row.doneAt.us);
    case h::ReadyAtRole: return qint64(row.readyAt.us);
    case h::LeftRole: return qint64(row.left.us);
    case h::WhyNotRole: return row.whyNot;
    default: return {};
    }
}

QString HandoverModel::sitrepDraft() const
{
    return sitrepText(m_feed.state(), m_feed.process(), m_feed.now());
}

QStringList HandoverModel::people() const
{
    QStringList people(m_feed.state().people.begin(), m_feed.state().people.end());
    people.sort(Qt::CaseInsensitive);
    return people;
}

int HandoverModel::entriesSince(Instant at) const
{
    const QList<Entry> &entries = m_feed.state().entries;
    return int(std::count_if(entries.begin(), entries.end(),
                             [&](const Entry &entry) { return entry.recordedAt > at && !entry.machine; }));
}

} // namespace fireline::models
