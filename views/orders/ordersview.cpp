// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/ordersview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

OrdersView::OrdersView(QWidget *parent) : QTreeView(parent)
{
    setObjectName(u"ordersTable"_s);
    setAccessibleName(tr("Actions and call-backs"));
    setToolTip(
        tr("What was asked of whom. Y acknowledges, approves or has no objection; X is done; F failed; Space tells more."));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
}

QSize OrdersView::sizeHint() const
{
    const int head = isHeaderHidden() ? 0 : header()->sizeHint().height();
    const int rows = 2 * std::max(0, rowHeight(model() ? model()->index(0, 0) : QModelIndex()));
    return {QTreeView::sizeHint().width(), std::max(minimumSizeHint().height(), head + rows + 2 * frameWidth())};
}

void OrdersView::resizeEvent(QResizeEvent *event)
{
    const QRect row = visualRect(currentIndex());
    const bool wasSeen = row.isValid() && row.bottom() >= 0 && row.top() < event->oldSize().height();
    QTreeView::resizeEvent(event);
    if (wasSeen)
        QMetaObject::invokeMethod(
            this, [this] { scrollTo(currentIndex()); }, Qt::QueuedConnection);
}

void OrdersView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit detailsRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace fireline::views
