// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/incidentslist.h"

#include "start/startdelegate.h"
#include "start/startroles.h"
#include "start/startwindow.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace models::start;
using domain::Instant;

IncidentsList::IncidentsList(QAbstractItemModel *recent, QAbstractItemModel *hits, Theme &theme, TimeDisplay &times,
                             QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_pause(new QTimer(this))
{
    setObjectName(u"startIncidents"_s);
    m_pause->setSingleShot(true);
    m_pause->setInterval(150);
    build(recent, hits);
    connectParts();
    restyle();
    refresh();
}

void IncidentsList::build(QAbstractItemModel *recent, QAbstractItemModel *hits)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_heading = new QLabel(tr("Incidents"), this);
    m_words = new QLineEdit(this);
    m_words->setObjectName(u"startSearch"_s);
    m_words->setAccessibleName(tr("Search all incidents"));
    m_words->setPlaceholderText(tr("Search all incidents"));
    m_words->setToolTip(tr("Finds words in the titles and entries of every incident on this computer."));
    m_words->setClearButtonEnabled(true);
    m_recent = makeList(recent, u"startRecent"_s, tr("Recent incidents"));
    m_recent->setItemDelegate(new StartDelegate(
        m_theme, [this](const QModelIndex &i) { return recentRow(i); }, this));
    m_hits = makeList(hits, u"startHits"_s, tr("Found"));
    m_hits->setItemDelegate(new StartDelegate(
        m_theme, [this](const QModelIndex &i) { return hitRow(i); }, this));
    m_hits->hide();
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"startIncidentsEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"startMissing"_s);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->hide();
    m_unsearched = new QLabel(this);
    m_unsearched->setObjectName(u"startUnsearched"_s);
    m_unsearched->setWordWrap(true);
    m_unsearched->setTextFormat(Qt::PlainText);
    m_unsearched->hide();
    layout->addWidget(m_heading);
    layout->addWidget(m_words);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_recent, 1);
    layout->addWidget(m_hits, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_unsearched);
    layout->addWidget(makeButtons());
}

QWidget *IncidentsList::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto *openFile = new QPushButton(tr("Open…"), row);
    openFile->setObjectName(u"startOpen"_s);
    openFile->setToolTip(tr("Opens an incident's file."));
    auto *importFile = new QPushButton(tr("Import record…"), row);
    importFile->setObjectName(u"startImport"_s);
    importFile->setToolTip(tr("Reads a record from another tool into a new incident, as history."));
    m_forget = new QPushButton(tr("Forget"), row);
    m_forget->setObjectName(u"startForget"_s);
    connect(openFile, &QPushButton::clicked, this, &IncidentsList::openFileRequested);
    connect(importFile, &QPushButton::clicked, this, &IncidentsList::importFileRequested);
    connect(m_forget, &QPushButton::clicked, this, &IncidentsList::forget);
    layout->addWidget(openFile);
    layout->addWidget(importFile);
    layout->addStretch();
    layout->addWidget(m_forget);
    return row;
}

QListView *IncidentsList::makeList(QAbstractItemModel *model, const QString &name, const QString &title)
{
    auto *list = new QListView(this);
    list->setModel(model);
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setToolTip(tr("Enter opens an incident."));
    list->setUniformItemSizes(true);
    list->setMinimumHeight(m_theme.rowHeight() * 4);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTabKeyNavigation(false);
    list->installEventFilter(this);
    return list;
}

void IncidentsList::connectParts()
{
    connect(m_words, &QLineEdit::textChanged, this, &IncidentsList::wordsChanged);
    connect(m_words, &QLineEdit::returnPressed, this, &IncidentsList::search);
    connect(m_pause, &QTimer::timeout, this, &IncidentsList::search);
    for (QListView *list : {m_recent, m_hits}) {
        connect(list, &QListView::activated, this, &IncidentsList::open);
        connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, &IncidentsList::refresh);
        connect(list->model(), &QAbstractItemModel::rowsInserted, this, &IncidentsList::refresh);
        connect(list->model(), &QAbstractItemModel::rowsRemoved, this, &IncidentsList::refresh);
        connect(list->model(), &QAbstractItemModel::modelReset, this, &IncidentsList::refresh);
        connect(list->model(), &QAbstractItemModel::dataChanged, this, &IncidentsList::refresh);
    }
    connect(&m_theme, &Theme::changed, this, &IncidentsList::restyle);
    connect(&m_times, &TimeDisplay::changed, this, [this] {
        m_recent->viewport()->update();
        m_hits->viewport()->update();
    });
}

StartRow IncidentsList::recentRow(const QModelIndex &index) const
{
    StartRow row;
    row.first = index.data(RecentTitle).toString();
    const QString missing = index.data(RecentMissing).toString();
    row.greyed = !missing.isEmpty();
    if (index.data(RecentDrill).toBool())
        row.chip = Chip::Drill;
    else if (const int rank = index.data(RecentRank).toInt(); rank > 0)
        row.chip = rankChip(rank);
    if (row.greyed) {
        row.second = missing;
        return row;
    }
    QStringList facts;
    if (index.data(RecentDrill).toBool())
        facts.append(tr("Drill"));
    const QString severity = index.data(RecentSeverity).toString();
    facts.append(severity.isEmpty() ? tr("not assessed yet") : severity);
    switch (RecentState(index.data(RecentLife).toInt())) {
    case RecentState::Open: facts.append(tr("open")); break;
    case RecentState::Resolved: facts.append(tr("resolved")); break;
    case RecentState::Closed: facts.append(tr("closed")); break;
    case RecentState::Withdrawn: facts.append(tr("withdrawn")); break;
    }
    if (const QString phase = index.data(RecentPhase).toString(); !phase.isEmpty())
        facts.append(phase);
    if (const Instant changed{index.data(RecentChanged).toLongLong()}; changed.isSet())
        facts.append(when(changed));
    row.second = facts.join(u" · "_s);
    return row;
}

QString IncidentsList::when(Instant t) const
{
    return isolatedLtr(m_times.day(t) + u' ' + m_times.minute(t) + u' ' + m_times.zoneName(t));
}

StartRow IncidentsList::hitRow(const QModelIndex &index) const
{
    StartRow row;
    const QString text = index.data(HitText).toString();
    row.first = text.isEmpty() ? index.data(HitIncident).toString() : text.section(u'\n', 0, 0);
    QStringList facts;
    if (!text.isEmpty())
        facts.append(index.data(HitIncident).toString());
    if (const Instant at{index.data(HitAt).toLongLong()}; at.isSet())
        facts.append(when(at));
    row.second = facts.join(u" · "_s);
    return row;
}

void IncidentsList::wordsChanged()
{
    if (!m_words->text().trimmed().isEmpty()) {
        m_pause->start();
        return;
    }
    m_pause->stop();
    m_shown.clear();
    refresh();
    emit searchRequested({});
}

void IncidentsList::search()
{
    m_pause->stop();
    if (const QString words = m_words->text().trimmed(); !words.isEmpty())
        emit searchRequested(words);
}

bool IncidentsList::isSearching(const QString &words) const
{
    return words == m_words->text().trimmed();
}

void IncidentsList::showHits(const QString &words, const SearchLimits &limits)
{
    if (!isSearching(words))
        return;
    m_shown = words;
    QStringList said;
    if (limits.cut)
        said.append(tr("There is more than is shown here. Another word finds less."));
    if (limits.unread > 0)
        said.append(tr("▲ %n incidents could not be searched. Opening them says why.", nullptr, limits.unread));
    m_limits = said.join(u'\n');
    refresh();
}

void IncidentsList::focusSearch()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void IncidentsList::open(const QModelIndex &index)
{
    if (index.model() == m_hits->model()) {
        emit hitRequested(index.data(HitPath).toString(), index.data(HitEvent).toString());
        return;
    }
    if (index.data(RecentMissing).toString().isEmpty())
        emit openRequested(index.data(RecentPath).toString());
}

void IncidentsList::forget()
{
    if (const QModelIndex current = m_recent->currentIndex(); current.isValid())
        emit forgetRequested(current.data(RecentPath).toString());
}

void IncidentsList::refresh()
{
    const bool searching = !m_shown.isEmpty();
    const int rows = (searching ? m_hits : m_recent)->model()->rowCount();
    m_hits->setVisible(searching && rows > 0);
    m_recent->setVisible(!searching && rows > 0);
    m_empty->setVisible(rows == 0);
    m_empty->setText(searching ? tr("Nothing was found for \"%1\".").arg(m_shown)
                               : tr("No incident open, and none known on this computer yet."));
    const QModelIndex current = searching ? QModelIndex() : m_recent->currentIndex();
    const QString missing = current.data(RecentMissing).toString();
    m_reason->setText(missing.isEmpty() ? QString() : tr("▲ %1", "a problem").arg(missing));
    m_reason->setVisible(!missing.isEmpty());
    m_unsearched->setText(searching ? m_limits : QString());
    m_unsearched->setVisible(!m_unsearched->text().isEmpty());
    m_forget->setEnabled(current.isValid());
    m_forget->setToolTip(current.isValid() ? tr("Takes the incident off this list. Its file stays where it is.")
                                           : tr("Choose an incident in the list first."));
}

void IncidentsList::restyle()
{
    m_heading->setFont(m_theme.valueFont());
    QPalette muted = m_theme.palette();
    muted.setColor(QPalette::WindowText, m_theme.ink(Ink::Muted));
    m_empty->setPalette(muted);
    m_unsearched->setPalette(muted);
    QPalette error = m_theme.palette();
    error.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    m_reason->setPalette(error);
    m_recent->doItemsLayout();
    m_hits->doItemsLayout();
}

bool IncidentsList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_recent && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        forget();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fireline::views
