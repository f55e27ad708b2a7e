// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxdelegate.h"

#include "inbox/inboxroles.h"
#include "inbox/inboxtext.h"
#include "text/wrappedtip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace fireline::views {

namespace inbox = models::inbox;

InboxDelegate::InboxDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : DueRowDelegate(theme, parent)
    , m_times(times) { }

DueRow InboxDelegate::rowOf(const QModelIndex &index) const
{
    const int state = index.data(inbox::StateRole).toInt();
    DueRow row;
    row.title = alertTitle(index);
    row.detail = alertDetail(index, m_times);
    row.time = alertTime(index);
    row.chip = alertChip(index);
    row.quiet = state == inbox::Silenced || state == inbox::Cleared || index.data(inbox::StaleRole).toBool();
    return row;
}

// What an alert says is longer than a row.
bool InboxDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return DueRowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), wrappedTip(alertTitle(index) + u'\n' + alertDetail(index, m_times)), view,
                       option.rect);
    return true;
}

} // namespace fireline::views
