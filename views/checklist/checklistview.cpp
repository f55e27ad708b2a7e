// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistview.h"

#include "checklist/checklistroles.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace checklist = models::checklist;

ChecklistView::ChecklistView(QWidget *parent) : QTreeView(parent)
{
    setObjectName(u"checklistTree"_s);
    setAccessibleName(tr("Checklist"));
    setToolTip(tr("Space ticks the selected step, S skips it with a reason, Enter begins what it asks for."));
    setHeaderHidden(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setExpandsOnDoubleClick(true);
}

void ChecklistView::moveStep(bool down)
{
    QModelIndex index = currentIndex();
    if (!index.isValid())
        index = model()->index(0, 0);
    while (index.isValid()) {
        index = down ? indexBelow(index) : indexAbove(index);
        if (index.isValid() && index.parent().isValid()) {
            setCurrentIndex(index);
            return;
        }
    }
}

void ChecklistView::expandOpen(int firstRow, int lastRow)
{
    for (int row = firstRow; row <= lastRow; ++row) {
        const QModelIndex list = model()->index(row, 0);
        const bool done = list.data(checklist::SettledRole).toInt() == list.data(checklist::CountRole).toInt();
        setExpanded(list, !done && !list.data(checklist::CanStartRole).toBool());
    }
}

void ChecklistView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit toggleRequested(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ChecklistView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout(); // texts wrap anew
}

} // namespace fireline::views
