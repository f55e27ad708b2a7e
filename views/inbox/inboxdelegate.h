// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/duerowdelegate.h"

namespace fireline::views {

class TimeDisplay;

/// Draws an alert of the inbox. GUI thread; made by the panel; theme and times outlive it.
class InboxDelegate : public DueRowDelegate
{
    Q_OBJECT
public:
    InboxDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

    [[nodiscard]] DueRow rowOf(const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    TimeDisplay &m_times;
};

} // namespace fireline::views
