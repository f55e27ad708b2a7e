// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/recentmodel.h"

namespace fireline::models {

using namespace start;
using namespace Qt::StringLiterals;

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecentIncident &incident = row(index);
    switch (role) {
    case Qt::DisplayRole:
    case RecentTitle: return incident.title;
    case Qt::AccessibleTextRole: return sentence(incident);
    case Qt::ToolTipRole:
        return incident.missing.isEmpty()
                   ? tr("%1\nLast changed %2 UTC").arg(incident.path, incident.changed.toUtc().toString(u"yyyy-MM-dd HH:mm"_s))
                   : incident.missing;
    case RecentPath: return incident.path;
    case RecentSeverity: return incident.severity;
    case RecentRank: return incident.rank;
    case RecentPhase: return incident.phase;
    case RecentLife: return int(incident.life);
    case RecentChanged: return incident.changed.us;
    case RecentDrill: return incident.drill;
    case RecentMissing: return incident.missing;
    case RecentProcess: return incident.process;
    default: return {};
    }
}

QString RecentModel::sentence(const RecentIncident &incident) const
{
    if (!incident.missing.isEmpty())
        return tr("%1, cannot be opened: %2").arg(incident.title, incident.missing);
    const QString severity = incident.severity.isEmpty() ? tr("not assessed yet") : incident.severity;
    switch (incident.life) {
    case RecentState::Open: return tr("%1, severity %2, open, phase %3").arg(incident.title, severity, incident.phase);
    case RecentState::Resolved: return tr("%1, severity %2, resolved, phase %3").arg(incident.title, severity, incident.phase);
    case RecentState::Closed: return tr("%1, severity %2, closed").arg(incident.title, severity);
    case RecentState::Withdrawn: return tr("%1, severity %2, withdrawn").arg(incident.title, severity);
    }
    return incident.title;
}

} // namespace fireline::models
