// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/audiencesmodel.h"

#include "core/daytime.h"
using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

QList<int> changedRoles(const Audience &a, const Audience &b)
{
    ChangedRoles changed({Qt::AccessibleTextRole, Qt::ToolTipRole});
    changed.add(a.name != b.name, {Qt::DisplayRole});
    changed.add(a.due != b.due, {status::DueRole});
    changed.add(a.dueAt != b.dueAt, {status::DueAtRole});
    changed.add(a.dueAt != b.dueAt, {status::LeftRole});
    changed.add(a.dueRule != b.dueRule, {status::DueRuleRole});
    changed.add(a.lastSent != b.lastSent, {status::LastSentRole});
    changed.add(a.lastWord != b.lastWord, {status::LastWordRole});
    changed.add(a.open != b.open, {status::OpenRole});
    changed.add(a.openState != b.openState, {status::OpenStateRole});
    changed.add(a.keptInside != b.keptInside, {status::KeptInsideRole});
    return changed.roles();
}

} // namespace

AudiencesModel::AudiencesModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

QList<Audience> AudiencesModel::rowsNow() const
{
    return audiencesNow({m_feed.state(), m_feed.process(), m_feed.clocks(), m_feed.now()});
}

void AudiencesModel::tellChanges(int row, const Audience &before)
{
    emit dataChanged(index(row), index(row), changedRoles(before, m_rows.at(row)));
}

// The countdowns go on, and with them what counts as soon or late.
void AudiencesModel::tick()
{
    sync();
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).due != status::NoClock)
            emit dataChanged(index(row), index(row), {status::LeftRole});
    }
}

QString AudiencesModel::sentence(const Audience &audience) const
{
    const QString &name = audience.name;
    if (!audience.keptInside.isEmpty())
        return tr("%1. %2").arg(name, audience.keptInside);
    switch (audience.due) {
    case status::NoClock: break;
    case status::Late: return tr("%1, update late since %2 UTC").arg(name, dayMinute(audience.dueAt, m_feed.now()));
    default: return tr("%1, next update by %2 UTC").arg(name, dayMinute(audience.dueAt, m_feed.now()));
    }
    if (!audience.lastSent.isSet())
        return tr("%1, nothing said yet").arg(name);
    return tr("%1, last told at %2 UTC").arg(name, dayMinute(audience.lastSent, m_feed.now()));
}

QVariant AudiencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Audience &audience = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return audience.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(audience);
    case status::TargetRole: return audience.target;
    case status::PostedRole: return audience.posted;
    case status::OutsideRole: return audience.outside;
    case status::ViaRole: return audience.via;
    case status::DueRole: return int(audience.due);
    case status::DueAtRole: return audience.dueAt.us;
    case status::LeftRole: return audience.dueAt.isSet() ? (audience.dueAt - m_feed.now()).us : 0;
    case status::DueRuleRole: return audience.dueRule;
    case status::LastSentRole: return audience.lastSent.us;
    case status::LastWordRole: return audience.lastWord;
    case status::OpenRole: return audience.open;
    case status::OpenStateRole: return audience.openState;
    case status::KeptInsideRole: return audience.keptInside;
    default: return {};
    }
}

} // namespace fireline::models
