// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/linesview.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace fireline::views {

LinesView::LinesView(QWidget *parent) : QListView(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // or the list would keep its rows as high as they were in another width
}

void LinesView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &LinesView::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &LinesView::follow);
    connect(model, &QAbstractItemModel::rowsMoved, this, &LinesView::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &LinesView::follow);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        doItemsLayout(); // a row gets higher or lower with what is said in it
        emit rowsChanged();
    });
    keepCurrent();
}

void LinesView::follow()
{
    keepCurrent();
    emit rowsChanged();
}

void LinesView::keepCurrent()
{
    for (int row = 0; row < model()->rowCount() && !currentIndex().isValid(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable))
            setCurrentIndex(index);
    }
}

QSize LinesView::sizeHint() const
{
    return {QListView::sizeHint().width(), minimumSizeHint().height()};
}

void LinesView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QListView::scrollTo(index, hint);
    const bool above = index.row() > 0 && !index.siblingAtRow(index.row() - 1).flags().testFlag(Qt::ItemIsSelectable);
    if (index.row() == 0 || (above && index.row() == 1))
        verticalScrollBar()->setValue(0);
}

QModelIndex LinesView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    QModelIndex to = QListView::moveCursor(action, modifiers);
    if (action != MoveHome && action != MoveEnd)
        return to;
    const int step = action == MoveHome ? 1 : -1;
    while (to.isValid() && !to.flags().testFlag(Qt::ItemIsSelectable))
        to = to.siblingAtRow(to.row() + step);
    return to.isValid() ? to : currentIndex();
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        emit detailsRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace fireline::views
