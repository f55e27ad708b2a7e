// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/timelinedelegate.h"
#include "timeline/timelineroles.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

using Role = models::TimelineRole;

TimelineView::TimelineView(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_delegate(new TimelineDelegate(theme, times, this))
    , m_newer(new QPushButton(this))
{
    setObjectName(u"timeline.list"_s);
    setAccessibleName(tr("Timeline"));
    setToolTip(tr("What happened, in order. Space shows a row's details."));
    setItemDelegate(m_delegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_newer->setObjectName(u"timeline.newer"_s);
    m_newer->setToolTip(tr("Go to the end of the timeline."));
    m_newer->hide();
    connect(m_newer, &QPushButton::clicked, this, &TimelineView::goToEnd);
    connect(this, &QTableView::activated, this, &TimelineView::rowActivated);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isAtEnd())
            m_newCount = 0;
        showNewCount();
    });
    connect(&theme, &Theme::changed, this, &TimelineView::applyTheme);
    connect(&times, &TimeDisplay::changed, viewport(), qOverload<>(&QWidget::update));
    applyTheme();
}

void TimelineView::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    verticalScrollBar()->setSingleStep(m_delegate->rowHeight());
    showNewCount();
    viewport()->update();
}

void TimelineView::setCompact(bool compact)
{
    noteEnd();
    m_delegate->setCompact(compact);
    applyTheme();
    if (m_wasAtEnd)
        goToEnd();
}

void TimelineView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &TimelineView::noteEnd);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeIn(first, last); });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TimelineView::noteEnd);
    connect(model, &QAbstractItemModel::modelReset, this, &TimelineView::restoreCurrent);
    noteNew(0, model->rowCount() - 1);
    goToEnd();
}

void TimelineView::setNow(domain::Instant now)
{
    // Marks of new rows go with time; while there is none, a second is no reason to paint.
    const bool marked = m_now <= m_newUntil;
    m_now = now;
    m_delegate->setNow(now);
    if (marked)
        viewport()->update();
}

void TimelineView::noteNew(int first, int last)
{
    for (int row = std::max(first, last - 50); row <= last; ++row) {
        const domain::Instant recorded{model()->index(row, 0).data(int(Role::RecordedAt)).toLongLong()};
        m_newUntil = std::max(m_newUntil, recorded + TimelineDelegate::newFor);
    }
}

QModelIndex TimelineView::currentRow() const
{
    return currentIndex();
}

QModelIndexList TimelineView::chosenRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex());
    return rows;
}

void TimelineView::goToRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TimelineView::goToEnd()
{
    m_newCount = 0;
    scrollToBottom();
    showNewCount();
}

void TimelineView::bringIntoSight(int row)
{
    const int below = (model()->rowCount() - row) * verticalHeader()->defaultSectionSize();
    if (below <= viewport()->height() / 2)
        goToEnd();
    else
        scrollTo(model()->index(row, 0));
}

bool TimelineView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void TimelineView::noteEnd()
{
    m_wasAtEnd = isAtEnd();
}

void TimelineView::takeIn(int first, int last)
{
    noteNew(first, last);
    // What a head had folded is nothing new, and calls nobody away from it.
    const QModelIndex above = model()->index(first - 1, 0);
    const bool unfolds = above.data(int(Role::FoldCount)).toInt() > 0 && above.data(int(Role::FoldOpen)).toBool();
    if (m_wasAtEnd && !unfolds) {
        scrollToBottom();
        return;
    }
    // Rows that come in above what is read must not push it away.
    const int height = verticalHeader()->defaultSectionSize();
    const int count = last - first + 1;
    if (first * height < verticalScrollBar()->value())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + count * height);
    if (!unfolds)
        m_newCount += count;
    showNewCount();
}

void TimelineView::showNewCount()
{
    m_newer->setVisible(m_newCount > 0 && !isAtEnd());
    if (m_newer->isHidden())
        return;
    m_newer->setText(tr("%n new", nullptr, m_newCount));
    m_newer->setIcon(m_theme.icon(u"down"_s));
    m_newer->setAccessibleName(tr("%n new entries, go to the end", nullptr, m_newCount));
    m_newer->adjustSize();
    const QRect place = viewport()->geometry();
    m_newer->move(place.center().x() - m_newer->width() / 2, place.bottom() - m_newer->height() - m_theme.scaled(6));
    m_newer->raise();
}

void TimelineView::restoreCurrent()
{
    m_newCount = 0;
    const int found = m_rowFinder && !m_currentEvent.isEmpty() ? m_rowFinder(m_currentEvent) : -1;
    if (m_wasAtEnd)
        scrollToBottom();
    if (found >= 0 && m_wasAtEnd)
        setCurrentIndex(model()->index(found, 0));
    else if (found >= 0)
        goToRow(found);
    showNewCount();
}

void TimelineView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        m_currentEvent = current.data(int(Role::EventId)).toString();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    // Without a current row Qt would go to the first one, and scroll there: away from what is being read.
    if (!currentIndex().isValid() && model()->rowCount() > 0) {
        const QModelIndex lowest = indexAt({viewport()->width() / 2, viewport()->height() - 2});
        selectionModel()->setCurrentIndex(lowest.isValid() ? lowest : model()->index(model()->rowCount() - 1, 0),
                                          QItemSelectionModel::NoUpdate);
    }
    QTableView::focusInEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
            emit rowActivated(currentIndex());
            return;
        }
    }
    // A letter is a command or nothing: the list is no place to type into.
    if (!event->text().isEmpty() && event->text().front().isPrint() && !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::NoModifier || !index.isValid())
        return;
    if (index.data(int(Role::FoldCount)).toInt() > 0 || index.data(int(Role::HiddenByFilter)).toBool())
        emit rowActivated(index);
}

// Two clicks, no more: they fold and unfold.
void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const bool wasAtEnd = isAtEnd();
    if (m_delegate->setWidth(viewport()->width()))
        applyTheme();
    QTableView::resizeEvent(event);
    if (wasAtEnd)
        scrollToBottom();
    showNewCount();
}

} // namespace fireline::views
