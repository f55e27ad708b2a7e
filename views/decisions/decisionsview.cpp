// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsview.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

DecisionsView::DecisionsView(QWidget *parent) : QListView(parent)
{
    setObjectName(u"decisionsList"_s);
    setAccessibleName(tr("Hypotheses and decisions"));
    setToolTip(
        tr("T tests a hypothesis, C confirms it, R links what shows it, X rules it out. Space tells more, Enter goes to the "
           "evidence."));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // or the list would keep its rows as high as they were in another width
}

void DecisionsView::selectFirst()
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentIndex(index);
            return;
        }
    }
}

void DecisionsView::keyPressEvent(QKeyEvent *event)
{
    // A heading is no place for the keyboard; Qt stays where it is when the first row is one.
    if (event->key() == Qt::Key_Home && event->modifiers() == Qt::NoModifier)
        return selectFirst();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        emit detailsRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace fireline::views
