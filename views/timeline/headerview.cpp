// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/headerview.h"

#include <QApplication>
#include <QEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

HeaderView::HeaderView(QWidget *header, QWidget *panel) : QScrollArea(panel)
{
    setObjectName(u"timeline.header"_s);
    setAccessibleName(tr("Filters of the timeline"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidgetResizable(true);
    setWidget(header);
    viewport()->setAutoFillBackground(false);
    header->setAutoFillBackground(false);
    header->installEventFilter(this);
    panel->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (const bool used = now && isAncestorOf(now); std::exchange(m_used, used) != used)
            fit();
    });
}

HeaderView::~HeaderView()
{
    // The keyboard leaves what is in it while its widgets go: nobody is left to follow it.
    disconnect(qApp, nullptr, this, nullptr);
}

bool HeaderView::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(watched, event);
    const bool resized = watched == parentWidget() && event->type() == QEvent::Resize;
    if (resized || (watched == widget() && event->type() == QEvent::LayoutRequest))
        fit();
    return handled;
}

QSize HeaderView::sizeHint() const
{
    return {widget()->minimumSizeHint().width(), m_height};
}

int HeaderView::most() const
{
    const int panel = parentWidget()->height();
    const bool leavesARow = panel >= 4 * fontMetrics().lineSpacing(); // which may have two lines
    return m_used || leavesARow ? panel / 2 : 0;
}

void HeaderView::fit()
{
    const int asked = widget()->heightForWidth(parentWidget()->contentsRect().width());
    const int wanted = asked > 0 ? asked : widget()->sizeHint().height();
    const int half = most();
    // A bar where there is room would make the filters narrower, and so higher than they were asked to be.
    setVerticalScrollBarPolicy(wanted > half ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (const int height = qMin(wanted, half); height != m_height) {
        m_height = height;
        updateGeometry();
    }
}

} // namespace fireline::views
