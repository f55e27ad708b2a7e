// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/linesview.h"

#include <QKeyEvent>

namespace fireline::views {

LinesView::LinesView(QWidget *parent) : QListView(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setResizeMode(QListView::Adjust); // texts wrap anew
}

void LinesView::selectFirst()
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentIndex(index);
            return;
        }
    }
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
