// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocksdelegate.h"

#include "clocks/clocksroles.h"
#include "clocks/clocktext.h"

namespace fireline::views {

ClocksDelegate::ClocksDelegate(Theme &theme, TimeDisplay &times, QObject *parent) : DueRowDelegate(theme, parent), m_times(times)
{
}

DueRow ClocksDelegate::rowOf(const QModelIndex &index) const
{
    DueRow row;
    row.title = index.data().toString();
    row.detail = clockSource(index, m_times);
    row.time = clockTime(index);
    row.chip = clockChip(index);
    row.quiet = index.data(models::clocks::SnoozedUntilRole).toLongLong() != 0;
    return row;
}

} // namespace fireline::views
