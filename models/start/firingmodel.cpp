// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/firingmodel.h"

#include "inbox/alertmerge.h"

namespace fireline::models {

using namespace start;

void FiringModel::setReadings(const QList<SourceReading> &readings)
{
    QList<FiringGroup> rows;
    for (const InboxGroup &group : groupAlerts(mergeAlerts(readings, {}))) {
        if (group.state == InboxAlert::State::Firing)
            rows.append({group});
    }
    bringTo(rows);
}

std::optional<DeclarationOffer> FiringModel::offerOf(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return declarationFrom(row(index).group);
}

QVariant FiringModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InboxGroup &group = row(index).group;
    const QString what = declarationFrom(group).title;
    switch (role) {
    case Qt::DisplayRole:
    case FiringName: return group.name;
    case FiringSummary: return what;
    case FiringSince: return group.startsAt.us;
    case FiringCount: return group.open;
    case FiringStale: return group.alerts.first().stale;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return tr("%1 fires: %2", "name of an alert, what it says").arg(group.name, what);
    default: return {};
    }
}

} // namespace fireline::models
