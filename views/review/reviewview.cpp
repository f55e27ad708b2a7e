// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewview.h"

#include <QKeyEvent>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

ReviewView::ReviewView(QWidget *parent) : QListView(parent)
{
    setObjectName(u"reviewList"_s);
    setAccessibleName(tr("Review"));
    setToolTip(
        tr("Enter opens what is selected: a section is written, a missing condition confirmed, an action item changed. W adds a "
           "why, F a factor, I an action item, X marks one done, Del takes one out."));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // or the list would keep its rows as high as they were in another width
    // A bar that comes and goes would change the width, and with it the height of the rows, and with that the bar.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

// Texts wrap anew: a list that runs downwards lays out again by itself only when its height changes.
void ReviewView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
    // A form that opens below takes room; what it is about stays in sight.
    if (event->size().height() < event->oldSize().height() && currentIndex().isValid())
        scrollTo(currentIndex());
}

// A heading is no place for the keyboard; Qt stays where it is when the first row is one.
void ReviewView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home && event->modifiers() == Qt::NoModifier)
        return selectFirst();
    QListView::keyPressEvent(event);
}

void ReviewView::selectFirst()
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentIndex(index);
            return;
        }
    }
}

} // namespace fireline::views
