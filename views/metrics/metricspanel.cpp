// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricspanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/panelbutton.h"
#include "metrics/graphpage.h"
#include "metrics/metricdelegates.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metrictablemodel.h"
#include "metrics/proposalbar.h"
#include "metrics/proposaltext.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace metrics = models::metrics;

namespace {

QStringList filesOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

MetricsPanel::MetricsPanel(models::MetricSeriesModel &series, models::MetricTableModel &table, models::MetricMarksModel &marks,
                           Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_series(series)
    , m_table(table)
    , m_marks(marks)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"metricsPanel"_s);
    setWindowTitle(tr("Metric graphs"));
    setAcceptDrops(true);
    build();
    connect(m_plot, &MetricPlot::readingChanged, this, &MetricsPanel::showReading);
    connect(m_plot, &MetricPlot::rangeChanged, this, &MetricsPanel::fillTable);
    connect(m_plot, &MetricPlot::pageChanged, this, &MetricsPanel::showPage);
    connect(m_plot, &MetricPlot::brushActivated, this, [this] { emit commandRequested({domain::Verb::Snap, {}, {}, {}}); });
    connect(m_plot, &MetricPlot::brushChanged, this, &MetricsPanel::showState);
    connect(m_plot, &MetricPlot::markActivated, this, &MetricsPanel::eventRequested);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&series, signal, this, &MetricsPanel::showState);
    connect(&series, &QAbstractItemModel::dataChanged, this, [this](auto, auto, const QList<int> &roles) {
        if (roles.contains(metrics::ShownRole))
            showState();
    });
    connect(&theme, &Theme::changed, this, &MetricsPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, [this] {
        m_values->viewport()->update();
        showReading();
    });
    showTheme();
}

MetricsPanel::~MetricsPanel() = default;

void MetricsPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    column->addWidget(m_pages);
    m_pages->addWidget(buildEmpty());
    auto *page = new QWidget(m_pages);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(buildButtons());
    m_note = new QLabel(page);
    m_note->setObjectName(u"metricsNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    rows->addWidget(m_note);
    m_split = new QSplitter(page);
    m_split->setChildrenCollapsible(false);
    m_views = new QStackedWidget(m_split);
    m_plot = new MetricPlot(m_series.store(), m_marks, m_theme, m_times, m_views);
    m_views->addWidget(m_plot);
    buildTable();
    m_split->addWidget(m_views);
    buildSide();
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 1);
    rows->addWidget(m_split, 1);
    m_pages->addWidget(page);
    buildForms(column);
}

QWidget *MetricsPanel::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    m_tools = new QWidget(bar);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    m_reading = new QLabel(bar);
    m_reading->setObjectName(u"metricsReading"_s);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reading->installEventFilter(this);
    m_import = button(u"metricsImport"_s, tr("Import…"), tr("Reads another file of metrics (I)."), m_tools);
    connect(m_import, &QPushButton::clicked, this, &MetricsPanel::importRequested);
    m_snap = button(u"metricsSnap"_s, tr("Keep"), tr("Attaches what is in sight to the timeline, as a picture and as values."),
                    m_tools);
    connect(m_snap, &QPushButton::clicked, this, [this] { emit commandRequested({domain::Verb::Snap, {}, {}, {}}); });
    m_asTable = new QToolButton(m_tools);
    m_asTable->setObjectName(u"metricsAsTable"_s);
    m_asTable->setText(tr("Table"));
    m_asTable->setAccessibleName(tr("Show the values as a table"));
    m_asTable->setToolTip(tr("Shows what is in sight as a table of values, or as a graph again (Space)."));
    markReading(*m_asTable);
    markReading(*m_import);
    m_asTable->setCheckable(true);
    m_asTable->setFocusPolicy(Qt::StrongFocus);
    connect(m_asTable, &QToolButton::toggled, this, &MetricsPanel::setTable);
    m_page = button(u"metricsPage"_s, {}, tr("Shows the next graph (F), or the one before (Shift+F). More room for all: F4."),
                    m_tools);
    markReading(*m_page);
    connect(m_page, &QPushButton::clicked, this, [this] { stepField(1); });
    for (QWidget *each : std::initializer_list<QWidget *>{m_import, m_snap, m_asTable, m_page})
        tools->addWidget(each);
    buildProposals();
    line->addWidget(m_tools);
    line->addWidget(m_proposals);
    line->addWidget(m_reading, 1);
    return bar;
}

void MetricsPanel::buildTable()
{
    m_values = new QTableView(m_views);
    m_values->setObjectName(u"metricsTable"_s);
    m_values->setAccessibleName(tr("Values in sight"));
    m_values->setToolTip(tr("The same values as in the graph. Space shows the graph again, Enter puts its cursor here."));
    markReading(*m_values);
    m_values->setModel(&m_table);
    m_values->setItemDelegateForColumn(0, new MetricTimeDelegate(m_times, this));
    m_values->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_values->setTabKeyNavigation(false);
    m_values->verticalHeader()->hide();
    m_values->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_values->horizontalHeader()->setHighlightSections(false);
    connect(m_values, &QTableView::activated, this, &MetricsPanel::openTableRow);
    m_views->addWidget(m_values);
}

void MetricsPanel::buildSide()
{
    m_side = new QWidget(m_split);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_proposals->text(), 100); // up to all of its lines
    buildSeries();
    column->addWidget(m_list, 1);
    m_split->addWidget(m_side);
    m_side->installEventFilter(this);
    connect(m_proposals, &ProposalBar::roomChanged, this, &MetricsPanel::makeRoom);
}

void MetricsPanel::buildSeries()
{
    m_list = new QTableView(m_side);
    m_list->setObjectName(u"metricsSeries"_s);
    m_list->setAccessibleName(tr("Series"));
    m_list->setToolTip(tr("Space shows or hides a series, Del takes its file or query out of the graphs."));
    markReading(*m_list);
    m_list->setModel(&m_series);
    m_rows = new SeriesDelegate(m_series, m_theme, this);
    m_list->setItemDelegate(m_rows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->horizontalHeader()->hide(); // it would take a row's height to say what is plain to see
    m_list->horizontalHeader()->setSectionResizeMode(metrics::NameColumn, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(metrics::ValueColumn, QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(metrics::UnitColumn, QHeaderView::ResizeToContents);
    m_list->installEventFilter(this);
    connect(&m_table, &QAbstractItemModel::modelReset, this, &MetricsPanel::fitColumns);
    // What goes on is read anew each second: who reads the table stays at the time where they are.
    connect(&m_table, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const QModelIndex row = m_values->currentIndex(); row.isValid())
            m_tableAt = row.data(metrics::TimeRole).toLongLong();
    });
    connect(&m_table, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_tableAt ? m_table.rowAt(*m_tableAt) : -1; row >= 0)
            m_values->setCurrentIndex(m_table.index(row, 0));
    });
    // Below other panels there may be room for one graph: that of the series that is selected.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_plot->showField(currentField()); });
}

QWidget *MetricsPanel::firstFocus() const
{
    if (m_series.rowCount() == 0)
        return m_importFirst;
    return isTable() ? static_cast<QWidget *>(m_values) : m_plot;
}

void MetricsPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    for (QLabel *label : {m_empty, m_note, m_reading})
        label->setContentsMargins(gap, 0, gap, 0);
    m_reading->setFont(m_theme.captionFont());
    m_note->setFont(m_theme.captionFont());
    for (QTableView *view : {m_values, m_list}) {
        view->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
        view->setMinimumHeight(m_theme.scaled(40));
    }
    m_values->horizontalHeader()->setDefaultSectionSize(m_theme.scaled(130));
    m_values->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    fitList();
    fitColumns();
    showState();
}

/// Whatever there is to see; the keyboard stays in the panel when a page goes.
void MetricsPanel::showState()
{
    const bool any = m_series.rowCount() > 0;
    const bool here = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    const bool other = m_pages->currentIndex() != (any ? 1 : 0);
    m_pages->setCurrentIndex(any ? 1 : 0);
    if (here && other)
        firstFocus()->setFocus();
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_series.index(0, 0));
    m_snap->setEnabled(whyNotSnap().isEmpty());
    const QString keeps = m_plot->selection() ? tr("Attaches what is selected to the timeline, as a picture and as values "
                                                   "(Ctrl+Shift+M).")
                                              : tr("Attaches what is in sight to the timeline, as a picture and as values "
                                                   "(Ctrl+Shift+M).");
    m_snap->setToolTip(whyNotSnap().isEmpty() ? keeps : whyNotSnap());
    m_plot->showField(currentField());
    showPage();
    fillTable();
    showReading();
    if (m_actions)
        m_actions->refreshLater();
}

void MetricsPanel::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

/// Time and values at the cursor; what does not fit stands in the list.
void MetricsPanel::showReading()
{
    const auto at = m_plot->reading();
    m_series.setCursor(at);
    if (!at) {
        const models::MetricRange range = m_plot->range();
        const domain::Instant from{range.fromUs};
        const domain::Instant to{range.toUs};
        if (range.length() > 0)
            tellReading(tr("%1 to %2").arg(m_times.full(from), m_times.full(to)),
                        tr("%1 to %2").arg(m_times.minute(from), m_times.minute(to)));
        else
            tellReading({}, {});
        return;
    }
    QStringList parts{m_times.full({*at})};
    const QStringList inSight = m_series.store().fields().mid(m_plot->page().first, m_plot->page().count);
    for (int row = 0; row < m_series.rowCount(); ++row) {
        if (!m_series.index(row, 0).data(metrics::ShownRole).toBool() || !inSight.contains(m_series.store().fieldOf(row)))
            continue;
        const bool any = m_series.index(row, metrics::ValueColumn).data(metrics::ValueRole).isValid();
        const QString unit = any ? m_series.index(row, 0).data(metrics::UnitRole).toString() : QString();
        parts.append(u"%1 %2 %3"_s
                         .arg(m_series.index(row, metrics::NameColumn).data().toString(),
                              m_series.index(row, metrics::ValueColumn).data().toString(), unit)
                         .trimmed());
    }
    const QString whole = parts.join(u" · "_s);
    parts.first() = m_times.time({*at});
    tellReading(whole, parts.join(u" · "_s));
}

// What there is no room for is told by the tip, and by the list.
void MetricsPanel::tellReading(const QString &whole, const QString &shorter)
{
    const QFontMetrics letters(m_reading->font());
    const int room = m_reading->contentsRect().width();
    const bool fits = !m_reading->isVisible() || letters.horizontalAdvance(whole) <= room;
    m_reading->setText(fits ? whole : letters.elidedText(shorter, Qt::ElideRight, room));
    m_reading->setAccessibleName(whole);
    m_reading->setToolTip(whole);
}

bool MetricsPanel::isTable() const
{
    return m_views->currentWidget() == m_values;
}

void MetricsPanel::setTable(bool on)
{
    const bool here = m_views->isAncestorOf(window()->focusWidget());
    m_views->setCurrentWidget(on ? static_cast<QWidget *>(m_values) : m_plot);
    m_asTable->setChecked(on);
    fillTable();
    if (here)
        firstFocus()->setFocus();
    const auto at = m_plot->reading();
    const int row = on && at ? m_table.rowAt(*at) : -1;
    if (row >= 0)
        m_values->setCurrentIndex(m_table.index(row, 0));
    else if (on)
        m_values->setCurrentIndex(m_table.index(0, 0));
}

void MetricsPanel::fillTable()
{
    m_table.setRange(isTable() ? std::optional(m_plot->range()) : std::nullopt);
    fitColumns();
}

/// Beside the time of the table one value is in sight, however narrow: a name that has no room is whole in its tip. Where the
/// list has little room, a name comes before the unit, which the graph tells too, and
/// above the value.
void MetricsPanel::fitColumns()
{
    const bool isNarrow = m_list->width() < m_theme.scaled(200);
    m_list->setColumnHidden(metrics::UnitColumn, m_list->width() < m_theme.scaled(240));
    m_list->setColumnHidden(metrics::ValueColumn, isNarrow);
    m_rows->setStacked(isNarrow);
    m_list->verticalHeader()->setDefaultSectionSize(m_rows->rowHeight());
    if (!isTable())
        return;
    m_values->setColumnWidth(0, m_values->fontMetrics().horizontalAdvance(m_times.full({m_plot->range().toUs}))
                                    + m_theme.scaled(16));
    const QHeaderView *heads = m_values->horizontalHeader();
    const int room = std::max(m_theme.scaled(64), m_values->viewport()->width() - m_values->columnWidth(0));
    for (int column = 1; column < heads->count(); ++column)
        m_values->setColumnWidth(column, std::min(room, std::max(m_theme.scaled(130), heads->sectionSizeHint(column))));
}

void MetricsPanel::openTableRow()
{
    const QModelIndex row = m_values->currentIndex();
    if (!row.isValid())
        return;
    const qint64 at = row.data(metrics::TimeRole).toLongLong();
    setTable(false);
    m_plot->setReading(at);
    m_plot->setFocus();
}

void MetricsPanel::setSelectedEntry(const QString &eventId, const QString &name)
{
    m_selectedEntry = eventId;
    m_plot->setPlace(eventId, name, eventId.isEmpty() ? 0 : m_marks.timeOf(eventId));
}

/// Beside each other, or below where the panel is narrow.
void MetricsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_split->setOrientation(width() >= height() ? Qt::Horizontal : Qt::Vertical);
    fitList();
    makeRoom();
}

// Not by a focus proxy: Tab would leap to it, past everything that stands before.
void MetricsPanel::focusInEvent(QFocusEvent *event)
{
    firstFocus()->setFocus(event->reason());
}

bool MetricsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_side && event->type() == QEvent::Resize)
        makeRoom();
    if (watched == m_reading && event->type() == QEvent::Resize)
        showReading();
    return QWidget::eventFilter(watched, event);
}

void MetricsPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MetricsPanel::dropEvent(QDropEvent *event)
{
    const QStringList paths = filesOf(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesRequested(paths);
}

} // namespace fireline::views
