// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/hitsmodel.h"

namespace fireline::models {

using namespace start;

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SearchHit &hit = row(index);
    switch (role) {
    case Qt::DisplayRole: return hit.text.isEmpty() ? hit.incident : hit.text;
    case Qt::AccessibleTextRole:
        return hit.text.isEmpty() ? tr("Incident %1").arg(hit.incident) : tr("%1, in %2").arg(hit.text, hit.incident);
    case Qt::ToolTipRole:
    case HitPath: return hit.path;
    case HitIncident: return hit.incident;
    case HitText: return hit.text;
    case HitAt: return hit.at.us;
    case HitEvent: return hit.event;
    default: return {};
    }
}

} // namespace fireline::models
