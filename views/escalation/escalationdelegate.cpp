// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/escalationdelegate.h"

#include "escalation/escalationroles.h"
#include "escalation/escalationtext.h"

namespace fireline::views {

namespace escalation = models::escalation;

EscalationDelegate::EscalationDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : DueRowDelegate(theme, parent)
    , m_times(times)
{
}

DueRow EscalationDelegate::rowOf(const QModelIndex &index) const
{
    DueRow row;
    row.title = index.data().toString();
    row.detail = rungDetail(index, m_times);
    row.time = rungTime(index);
    row.chip = rungChip(index);
    row.quiet = index.data(escalation::ClockRole).toString().isEmpty() && index.data(escalation::StateRole) != escalation::Called;
    return row;
}

} // namespace fireline::views
