// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelview.h"

#include "shell/paneldescriptor.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QItemSelectionModel>
#include <QScreen>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

// Of the screen: two columns beside the timeline, two panels in each.
constexpr double widest = 0.28;
constexpr double highest = 0.16;

} // namespace

PanelView::PanelView(const PanelDescriptor &panel)
{
    setObjectName(u"panelView."_s + panel.id);
    setAccessibleName(panel.title);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(panel.widget);
    viewport()->setAutoFillBackground(false);
    panel.widget->setAutoFillBackground(false);
    panel.widget->installEventFilter(this);
    setWindowTitle(panel.widget->windowTitle());
    connect(panel.widget, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showFocused(now); });
}

PanelView::~PanelView()
{
    // The keyboard leaves what is in it while its widgets go: nobody is left to follow it.
    disconnect(qApp, nullptr, this, nullptr);
}

QSize PanelView::minimumSizeHint() const
{
    const QSize wanted = widget() ? widget()->minimumSizeHint().expandedTo(widget()->minimumSize()) : QSize();
    const QSize room = screen()->availableSize();
    return wanted.boundedTo({int(room.width() * widest), int(room.height() * highest)});
}

QSize PanelView::sizeHint() const
{
    return widget() ? widget()->sizeHint() : QScrollArea::sizeHint();
}

bool PanelView::eventFilter(QObject *watched, QEvent *event)
{
    // A scroll area does not tell the layout it is in that its content wants another size.
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    // A form that opens makes the panel higher when its first field has the keyboard already.
    if (watched == widget() && event->type() == QEvent::Resize)
        QTimer::singleShot(0, this, [this] { showFocused(QApplication::focusWidget()); });
    return QScrollArea::eventFilter(watched, event);
}

bool PanelView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::viewportEvent(event);
}

void PanelView::showFocused(QWidget *now)
{
    m_following.reset();
    if (!now || !widget() || !widget()->isAncestorOf(now))
        return;
    // With what belongs to it: a form is read as a whole, as far as there is room.
    QWidget *whole = now;
    while (whole != widget() && whole->parentWidget() != widget() && whole->parentWidget()->height() <= viewport()->height())
        whole = whole->parentWidget();
    // Of a text field the toolkit shows the line with the cursor alone.
    const QRect place(whole->mapTo(widget(), QPoint()), whole->size());
    if (place.height() <= viewport()->height())
        ensureVisible(place.center().x(), place.center().y(), qMin(place.width(), viewport()->width()) / 2,
                      place.height() / 2 + 1);
    ensureWidgetVisible(now, 0, 0);
    if (auto *list = qobject_cast<QAbstractItemView *>(now); list && list->selectionModel())
        follow(list);
}

void PanelView::follow(QAbstractItemView *list)
{
    m_following = std::make_unique<QObject>();
    showRow(list);
    // The list itself scrolls after it has told of its row.
    connect(
        list->selectionModel(), &QItemSelectionModel::currentChanged, m_following.get(), [this, list] { showRow(list); },
        Qt::QueuedConnection);
    // A clock that becomes more urgent takes the keyboard's row along, and nobody loses sight of it.
    const auto stay = [this, list] {
        list->scrollTo(list->currentIndex());
        showRow(list);
    };
    connect(list->model(), &QAbstractItemModel::rowsMoved, m_following.get(), stay, Qt::QueuedConnection);
    connect(list->model(), &QAbstractItemModel::layoutChanged, m_following.get(), stay, Qt::QueuedConnection);
}

// Of a list that is not to be seen whole. What stands above it tells how things are, and has no stop of its own: it is seen
// wherever the row is seen with it.
void PanelView::showRow(const QAbstractItemView *list)
{
    const QRect row = list->visualRect(list->currentIndex()) & list->viewport()->rect();
    if (row.isEmpty())
        return;
    const QPoint centre = list->viewport()->mapTo(widget(), row.center());
    const int half = row.height() / 2 + 1;
    if (centre.y() + half <= viewport()->height())
        verticalScrollBar()->setValue(0);
    ensureVisible(centre.x(), centre.y(), 0, half);
}

} // namespace fireline::views
