// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/audiencesmodel.h"

#include "feed/rowsync.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

QList<int> changedRoles(const Audience &a, const Audience &b)
{
    QList<int> roles;
    const auto add = [&](bool differs, int role) {
        if (differs)
            roles.append(role);
    };
    add(a.name != b.name, Qt::DisplayRole);
    add(a.due != b.due, status::DueRole);
    add(a.dueAt != b.dueAt, status::DueAtRole);
    add(a.dueAt != b.dueAt, status::LeftRole);
    add(a.dueRule != b.dueRule, status::DueRuleRole);
    add(a.lastSent != b.lastSent, status::LastSentRole);
    add(a.lastWord != b.lastWord, status::LastWordRole);
    add(a.open != b.open, status::OpenRole);
    add(a.openState != b.openState, status::OpenStateRole);
    add(a.keptInside != b.keptInside, status::KeptInsideRole);
    roles.append(Qt::AccessibleTextRole);
    return roles;
}

} // namespace

AudiencesModel::AudiencesModel(IncidentFeed &feed, QObject *parent) : QAbstractListModel(parent), m_feed(feed)
{
    connect(&feed, &IncidentFeed::applied, this, &AudiencesModel::sync);
    connect(&feed, &IncidentFeed::ticked, this, &AudiencesModel::tick);
    connect(&feed, &IncidentFeed::reset, this, [this] {
        beginResetModel();
        m_rows = rowsNow();
        endResetModel();
    });
    m_rows = rowsNow();
}

QList<Audience> AudiencesModel::rowsNow() const
{
    return audiencesNow({m_feed.state(), m_feed.process(), m_feed.clocks(), m_feed.now()});
}

void AudiencesModel::sync()
{
    const RowSteps steps{[this](int row) { beginInsertRows({}, row, row); },
                         [this] { endInsertRows(); },
                         [this](int row) { beginRemoveRows({}, row, row); },
                         [this] { endRemoveRows(); },
                         [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
                         [this] { endMoveRows(); }};
    syncRows(m_rows, rowsNow(), steps, [this](int row, const Audience &before) {
        emit dataChanged(index(row), index(row), changedRoles(before, m_rows.at(row)));
    });
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

int AudiencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString AudiencesModel::sentence(const Audience &audience) const
{
    const QString &name = audience.name;
    if (!audience.keptInside.isEmpty())
        return tr("%1. %2").arg(name, audience.keptInside);
    switch (audience.due) {
    case status::NoClock: break;
    case status::Late: return tr("%1, update late since %2 UTC").arg(name, audience.dueAt.toUtc().toString(u"HH:mm"_s));
    default: return tr("%1, next update by %2 UTC").arg(name, audience.dueAt.toUtc().toString(u"HH:mm"_s));
    }
    if (!audience.lastSent.isSet())
        return tr("%1, nothing was said yet").arg(name);
    return tr("%1, last told at %2 UTC").arg(name, audience.lastSent.toUtc().toString(u"HH:mm"_s));
}

QVariant AudiencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Audience &audience = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return audience.name;
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
