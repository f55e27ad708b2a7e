// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinepanel.h"

#include "theme/theme.h"
#include "timeline/findbar.h"
#include "timeline/gotobar.h"
#include "timeline/headerview.h"
#include "timeline/pastbar.h"
#include "timeline/timelinecopy.h"
#include "timeline/timelinedetails.h"
#include "timeline/timelineheader.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fireline::views {

using domain::Instant;
using models::TimelineQuery;
using Role = models::TimelineRole;

TimelinePanel::TimelinePanel(models::TimelineFilter &filter, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_theme(theme)
    , m_times(times)
    , m_layout(new QVBoxLayout(this))
    , m_header(new TimelineHeader(theme, times, this))
    , m_find(new FindBar(theme, this))
    , m_goto(new GotoBar(
          theme, times, [&filter] { return filter.now(); }, this))
    , m_past(new PastBar(theme, times, this))
    , m_view(new TimelineView(theme, times, this))
    , m_details(new TimelineDetails(theme, times, this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_empty(new QLabel(this))
{
    build();
    connectHeader();
    connectBars();
    m_view->setRowFinder([this](const QString &eventId) { return m_filter.rowOf(eventId); });
    m_view->setNow(filter.now());
    m_view->setModel(&filter);
    connect(m_view, &TimelineView::rowActivated, this, &TimelinePanel::activate);
    connect(m_view, &TimelineView::copyRequested, this, &TimelinePanel::copy);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelinePanel::showDetails);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &row) {
        emit currentEntryChanged(row.data(int(Role::EventId)).toString(), row.data(int(Role::Ref)).toString());
    });
    connect(m_details, &TimelineDetails::closed, this, &TimelinePanel::closeDetails);
    connect(&filter, &models::TimelineFilter::ticked, m_view, &TimelineView::setNow);
    connect(&filter, &models::TimelineFilter::countsChanged, this, &TimelinePanel::showCounts);
    using Roles = QList<int>;
    connect(&filter, &QAbstractItemModel::dataChanged, this, [this](const auto &first, const auto &last, const Roles &roles) {
        if (roles == Roles{int(Role::Hit)})
            return;
        const int row = m_view->currentRow().row();
        if (row >= first.row() && row <= last.row())
            showDetails();
    });
    connect(&filter, &models::TimelineFilter::queryChanged, this, [this] { m_header->setQuery(m_filter.query()); });
    m_count.setSingleShot(true);
    m_count.setInterval(100ms);
    connect(&m_count, &QTimer::timeout, this, [this] {
        const auto hits = m_filter.hits();
        m_find->setCount(hits.shown, hits.hidden);
    });
    showCounts();
}

void TimelinePanel::build()
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(new HeaderView(m_header, this));
    for (QWidget *part : {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_goto), static_cast<QWidget *>(m_past)})
        m_layout->addWidget(part);
    m_split->addWidget(m_view);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    m_layout->addWidget(m_split, 1);
    m_details->hide();
    m_layout->addWidget(m_empty, 1);
    m_empty->setObjectName(u"timeline.empty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_find->hide();
    m_goto->hide();
    m_past->hide();
}

void TimelinePanel::connectHeader()
{
    connect(m_header, &TimelineHeader::queryEdited, this, &TimelinePanel::edit);
    connect(m_header, &TimelineHeader::clearRequested, this, [this] { edit({}); });
    connect(m_header, &TimelineHeader::pastRequested, this, [this](bool past) {
        if (past)
            m_past->open(m_filter.firstRecorded(), m_filter.now());
        else
            returnToNow();
    });
}

void TimelinePanel::connectBars()
{
    connect(m_find, &FindBar::wordsChanged, this, &TimelinePanel::search);
    connect(m_find, &FindBar::nextRequested, this, &TimelinePanel::step);
    connect(m_find, &FindBar::hiddenRequested, this, &TimelinePanel::showHiddenHits);
    connect(m_find, &FindBar::closed, this, &TimelinePanel::closeBars);
    connect(m_goto, &GotoBar::timeChosen, this, &TimelinePanel::goToTime);
    connect(m_goto, &GotoBar::closed, this, &TimelinePanel::closeBars);
    connect(m_past, &PastBar::momentChosen, this, &TimelinePanel::setAsOf);
    connect(m_past, &PastBar::closed, this, &TimelinePanel::returnToNow);
}

QWidget *TimelinePanel::list() const
{
    return m_view;
}

void TimelinePanel::setChips(models::TimelineChips chips)
{
    TimelineQuery query = m_filter.query();
    query.chips = chips;
    edit(query);
}

void TimelinePanel::setPerspectiveChips(models::TimelineChips chips)
{
    m_header->setPerspectiveChips(chips);
    setChips(chips);
}

void TimelinePanel::setCompact(bool compact)
{
    m_view->setCompact(compact);
}

void TimelinePanel::showPerson(const QString &person)
{
    TimelineQuery query;
    query.person = person;
    edit(query);
}

void TimelinePanel::edit(const TimelineQuery &query)
{
    TimelineQuery asked = query;
    asked.asOf = m_filter.query().asOf;
    m_filter.setQuery(asked);
    m_header->setQuery(asked);
}

void TimelinePanel::setAsOf(Instant asOf)
{
    if (asOf == m_filter.query().asOf)
        return;
    TimelineQuery query = m_filter.query();
    query.asOf = asOf;
    m_filter.setQuery(query);
    m_header->setInPast(asOf.isSet() || !m_past->isHidden());
    if (m_registry)
        m_view->viewport()->update();
    emit asOfChanged(asOf);
}

void TimelinePanel::returnToNow()
{
    const bool hadFocus = m_past->isAncestorOf(QApplication::focusWidget());
    m_past->hide();
    setAsOf({});
    m_header->setInPast(false);
    m_view->goToEnd();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void TimelinePanel::goToEntry(const QString &ref)
{
    int row = m_filter.reveal(ref);
    if (row < 0) {
        m_past->hide();
        setAsOf({});
        edit({});
        row = m_filter.reveal(ref);
    }
    m_view->goToRow(row);
}

void TimelinePanel::showEntered(const QString &eventId)
{
    if (const int row = isInPast() ? -1 : m_filter.rowOf(eventId); row >= 0)
        m_view->bringIntoSight(row);
}

void TimelinePanel::goToTime(Instant at)
{
    const int row = std::min(m_filter.rowAt(at), m_filter.rowCount() - 1);
    closeBars();
    m_view->goToRow(row);
}

void TimelinePanel::search(const QString &words)
{
    m_filter.setSearch(words);
    m_count.start();
    emit searchRequested(words.simplified());
}

void TimelinePanel::showHits(const QStringList &eventIds)
{
    // An answer that comes after the search was closed is no answer any more.
    if (m_find->isHidden() || m_find->words().isEmpty())
        return;
    m_filter.setHits(eventIds);
    m_count.start();
}

void TimelinePanel::step(bool forward)
{
    const QModelIndex current = m_view->currentRow();
    const int from = current.isValid() ? current.row() : forward ? -1 : m_filter.rowCount();
    if (const int row = m_filter.nextHit(from, forward); row >= 0)
        m_view->goToRow(row);
    else if (m_filter.hits().hidden > 0)
        showHiddenHits();
}

void TimelinePanel::showHiddenHits()
{
    edit({});
    if (const int row = m_filter.nextHit(-1, true); row >= 0)
        m_view->goToRow(row);
}

void TimelinePanel::closeBars()
{
    const bool hadFocus = m_find->isAncestorOf(QApplication::focusWidget()) || m_goto->isAncestorOf(QApplication::focusWidget());
    if (!m_find->isHidden())
        m_filter.setSearch({});
    m_find->hide();
    m_goto->hide();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void TimelinePanel::showCounts()
{
    m_header->setCounts(m_filter.shown(), m_filter.total());
    showEmpty();
    if (!m_find->isHidden())
        m_count.start();
}

void TimelinePanel::showEmpty()
{
    const bool empty = m_filter.rowCount() == 0;
    m_empty->setText(m_filter.total() == 0 ? tr("Nothing recorded yet. Type what you know and press Enter.")
                                           : tr("The filter hides every entry."));
    m_split->setVisible(!empty);
    m_empty->setVisible(empty);
}

void TimelinePanel::activate(const QModelIndex &index)
{
    if (index.data(int(Role::FoldCount)).toInt() > 0) {
        m_filter.setOpen(index.row(), !index.data(int(Role::FoldOpen)).toBool());
    } else if (index.data(int(Role::HiddenByFilter)).toBool()) {
        const QString eventId = index.data(int(Role::EventId)).toString();
        edit({});
        goToEntry(eventId);
    } else if (const QString target = index.data(int(Role::Target)).toString(); !target.isEmpty()) {
        goToEntry(target);
    }
}

void TimelinePanel::copy() const
{
    const QModelIndexList rows = m_view->chosenRows();
    if (!rows.isEmpty())
        QApplication::clipboard()->setMimeData(timelineMime(rows, m_times).release());
}

// Not a focus proxy: Tab would follow it past the header, which comes first.
void TimelinePanel::focusInEvent(QFocusEvent *event)
{
    m_view->setFocus(event->reason());
}

void TimelinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        if (!m_find->isHidden() || !m_goto->isHidden()) {
            closeBars();
            return;
        }
        if (!m_past->isHidden()) {
            returnToNow();
            return;
        }
        if (!m_details->isHidden()) {
            closeDetails();
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace fireline::views
