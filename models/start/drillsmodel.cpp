// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/drillsmodel.h"

namespace fireline::models {

using namespace start;

QVariant DrillsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DrillOffer &drill = row(index);
    const int minutes = int(drill.length.us / domain::Span::minutes(1).us);
    switch (role) {
    case Qt::DisplayRole:
    case DrillTitle: return drill.title;
    case Qt::AccessibleTextRole:
        if (drill.faulty.isEmpty() && drill.guided)
            return tr("%1, drill of %n minutes with a guide, process %2", nullptr, minutes).arg(drill.title, drill.process);
        return drill.faulty.isEmpty()
                   ? tr("%1, drill of %n minutes, process %2", nullptr, minutes).arg(drill.title, drill.process)
                   : tr("%1, cannot be played: %2").arg(drill.title, drill.faulty);
    case Qt::ToolTipRole: return drill.faulty;
    case DrillId: return drill.id;
    case DrillProcess: return drill.process;
    case DrillLength: return drill.length.us;
    case DrillFaulty: return drill.faulty;
    case DrillGuided: return drill.guided;
    default: return {};
    }
}

} // namespace fireline::models
