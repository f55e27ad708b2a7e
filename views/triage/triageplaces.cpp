// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triageplaces.h"

#include "triage/triageroles.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace t = models::triage;

int triageKind(const QModelIndex &index)
{
    return index.isValid() ? index.data(t::KindRole).toInt() : int(t::Heading);
}

QModelIndex triageRow(const QAbstractItemModel &triage, int kind, int role, const QString &value, int count)
{
    for (int row = 0; row < triage.rowCount(); ++row) {
        const QModelIndex index = triage.index(row, 0);
        const bool same = (kind < 0 || index.data(t::KindRole).toInt() == kind) && index.data(role).toString() == value;
        if (same && (count < 0 || index.data(t::CountRole).toInt() == count))
            return index;
    }
    return {};
}

QModelIndex proposedSeverity(const QAbstractItemModel &triage)
{
    for (int row = 0; row < triage.rowCount(); ++row) {
        const QModelIndex index = triage.index(row, 0);
        if (triageKind(index) == t::Proposal && index.data(t::StateRole).toInt() == t::Proposed
            && index.data(t::ProposesRole).toString() == "severity"_L1)
            return index;
    }
    return {};
}

} // namespace fireline::views
