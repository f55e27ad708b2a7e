// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewview.h"

#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

ReviewView::ReviewView(QWidget *parent) : LinesView(parent)
{
    setObjectName(u"reviewList"_s);
    setAccessibleName(tr("Review"));
    setToolTip(
        tr("Enter opens what is selected: a section is written, a missing condition confirmed, a follow-up made an action item. "
           "W adds a why, Shift+W another answer beside it, F a factor, I an action item. X marks one done, Del takes one out."));
    // A bar that comes and goes would change the width, and with it the height of the rows, and with that the bar.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

// Texts wrap anew: a list that runs downwards lays out again by itself only when its height changes.
void ReviewView::resizeEvent(QResizeEvent *event)
{
    LinesView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
    // A form that opens below takes room; what it is about stays in sight.
    if (event->size().height() < event->oldSize().height() && currentIndex().isValid())
        scrollTo(currentIndex());
}

} // namespace fireline::views
