// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "metrics/graphpage.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

// What can be done with the graphs, by key, menu and palette.
namespace fireline::views {

namespace metrics = models::metrics;

void MetricsPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const QString menu = u"incident/"_s + tr("Metric graphs");
    actions.add(reading({u"metrics.import"_s,
                         tr("Import metrics…"),
                         tr("Reads CSV or JSON, as Prometheus, Grafana and others export it, and shows it as graphs."),
                         menu,
                         u"import"_s,
                         {QKeySequence(u"I"_s)},
                         this}),
                [this] {
                    emit showRequested();
                    emit importRequested();
                });
    actions.add(
        {u"metrics.snapshot"_s,
         tr("Keep what the graphs show"),
         tr("Attaches the graphs and their values, as they are now, to the timeline."),
         u"entry"_s,
         u"camera"_s,
         {QKeySequence(u"Ctrl+Shift+M"_s)}},
        [this] {
            emit commandRequested({domain::Verb::Snap, {}, {}, {}});
        },
        [this] { return whyNotSnap(); });
    addGraphActions(actions);
    addQueryActions(actions);
    addProposalActions(actions);
    actions.add(
        reading({u"metrics.zone"_s,
                 tr("Read this file's times in the other zone"),
                 tr("Times that were written without a zone: UTC instead of local time, or local time instead of UTC."),
                 menu,
                 u"clock"_s,
                 {QKeySequence(u"Z"_s)},
                 this}),
        [this] { emit zoneRequested(currentSource()); }, [this] { return whyNotRow(); });
    actions.add(
        reading({u"metrics.remove"_s,
                 tr("Take this file or query out of the graphs"),
                 tr("Its series go; a file stays where it is."),
                 menu,
                 u"remove"_s,
                 {QKeySequence(Qt::Key_Delete)},
                 m_list}),
        [this] { emit removeRequested(currentSource()); }, [this] { return whyNotRow(); });
    actions.add(
        reading({u"metrics.toggle"_s,
                 tr("Show or hide the selected series"),
                 tr("In graph and table."),
                 menu,
                 u"show"_s,
                 {QKeySequence(Qt::Key_Space)},
                 m_list}),
        [this] {
            const QModelIndex row = m_series.index(m_list->currentIndex().row(), metrics::NameColumn);
            const bool shown = row.data(metrics::ShownRole).toBool();
            m_series.setData(row, shown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        },
        [this] { return whyNotRow(); });
}

void MetricsPanel::addGraphActions(ActionRegistry &actions)
{
    const QString menu = u"incident/"_s + tr("Metric graphs");
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon,
                         const QList<QKeySequence> &keys, QWidget *scope, const ActionRegistry::Handler &handler) {
        actions.add(reading({id, text, help, menu, icon, keys, scope}), handler, [this] { return whyNotSeries(); });
    };
    add(u"metrics.table"_s, tr("Graph or table of values"), tr("Shows what is in sight the other way."), u"table"_s,
        {QKeySequence(Qt::Key_Space)}, m_views, [this] { m_asTable->toggle(); });
    add(u"metrics.zoomIn"_s, tr("Nearer"), tr("Shows half of the time, around the cursor."), u"zoom-in"_s,
        {QKeySequence(u"+"_s), QKeySequence(u"="_s)}, m_plot, [this] { m_plot->zoom(0.5); });
    add(u"metrics.zoomOut"_s, tr("Further away"), tr("Shows twice the time."), u"zoom-out"_s, {QKeySequence(u"-"_s)}, m_plot,
        [this] { m_plot->zoom(2); });
    add(u"metrics.earlier"_s, tr("Earlier"), tr("Moves the graph back by half of what is in sight."), u"previous"_s,
        {QKeySequence(Qt::Key_PageUp)}, m_plot, [this] { m_plot->pan(-0.5); });
    add(u"metrics.later"_s, tr("Later"), tr("Moves the graph on by half of what is in sight."), u"next"_s,
        {QKeySequence(Qt::Key_PageDown)}, m_plot, [this] { m_plot->pan(0.5); });
    add(u"metrics.all"_s, tr("Show all values"), tr("From the first value of all series to the last."), u"last"_s,
        {QKeySequence(u"A"_s)}, m_plot, [this] { m_plot->showAll(); });
    add(u"metrics.incident"_s, tr("Show the time of the incident"),
        tr("From the beginning of the incident to its end, or to now."), u"timer"_s, {QKeySequence(u"T"_s)}, m_plot,
        [this] { showIncident(); });
    addStepActions(actions);
    add(u"metrics.nextMark"_s, tr("Next event in the graph"), tr("Moves the cursor to the next mark of the timeline."), u"down"_s,
        {QKeySequence(Qt::Key_Down)}, m_plot, [this] { m_plot->goToMark(true); });
    add(u"metrics.previousMark"_s, tr("Event before in the graph"), tr("Moves the cursor to the mark before."), u"up"_s,
        {QKeySequence(Qt::Key_Up)}, m_plot, [this] { m_plot->goToMark(false); });
}

void MetricsPanel::addStepActions(ActionRegistry &actions)
{
    const QString menu = u"incident/"_s + tr("Metric graphs");
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         int by) {
        actions.add(
            reading({id, text, help, menu, icon, {QKeySequence(key)}, this}), [this, by] { stepField(by); },
            [this] { return whyNotStep(); });
    };
    add(u"metrics.nextField"_s, tr("Next graph"), tr("Selects the first series of the next graph, which comes into sight."),
        u"down"_s, u"F"_s, 1);
    add(u"metrics.previousField"_s, tr("Graph before"),
        tr("Selects the first series of the graph before, which comes into sight."), u"up"_s, u"Shift+F"_s, -1);
}

/// Behind the last comes the first: one key goes through all.
void MetricsPanel::stepField(int by)
{
    const models::MetricStore &store = m_series.store();
    const QStringList fields = store.fields();
    if (fields.size() < 2)
        return;
    const qsizetype now = std::max<qsizetype>(0, fields.indexOf(currentField()));
    const QString next = fields.at((now + by + fields.size()) % fields.size());
    for (int row = 0; row < store.count(); ++row) {
        if (store.at(row).shown && store.fieldOf(row) == next)
            return m_list->setCurrentIndex(m_series.index(row, 0));
    }
}

void MetricsPanel::goToField(const QString &key)
{
    models::MetricStore &store = m_series.store();
    // Where all of it was hidden somebody wants to see it now.
    const bool hidden = !store.fields().contains(key);
    int chosen = -1;
    for (int row = store.count() - 1; row >= 0; --row) {
        if (store.fieldOf(row) != key)
            continue;
        if (hidden)
            store.setShown(row, true);
        if (store.at(row).shown)
            chosen = row;
    }
    if (chosen < 0)
        return;
    m_list->setCurrentIndex(m_series.index(chosen, 0));
    m_plot->showField(key);
}

QString MetricsPanel::whyNotStep() const
{
    if (const QString none = whyNotSeries(); !none.isEmpty())
        return none;
    return m_series.store().fields().size() > 1 ? QString() : tr("There is one graph alone.");
}

/// Which of them there is room for.
void MetricsPanel::showPage()
{
    const GraphPage &page = m_plot->page();
    const bool all = page.count >= page.all;
    m_page->setVisible(!all);
    m_page->setText(page.count == 1 ? tr("%1 of %2", "graphs").arg(page.first + 1).arg(page.all)
                                    : tr("%1–%2 of %3", "graphs").arg(page.first + 1).arg(page.first + page.count).arg(page.all));
    m_page->setAccessibleName(tr("Next graph, in sight: %1").arg(m_page->text()));
    showReading();
}

void MetricsPanel::showIncident()
{
    emit incidentRequested();
    if (m_incident.length() <= 0)
        return;
    const qint64 edge = m_incident.length() / 20;
    m_plot->setRange({m_incident.fromUs - edge, m_incident.toUs + edge});
}

QString MetricsPanel::currentSource() const
{
    return m_list->currentIndex().data(metrics::SourceRole).toString();
}

QString MetricsPanel::whyNotSeries() const
{
    return m_series.rowCount() > 0 ? QString() : tr("There is no graph yet. Import a file of metrics, or ask a query.");
}

QString MetricsPanel::whyNotRow() const
{
    return m_list->currentIndex().isValid() ? QString() : tr("There is no graph yet. Import a file of metrics, or ask a query.");
}

QString MetricsPanel::whyNotSnap() const
{
    if (m_series.rowCount() == 0)
        return tr("There is no graph yet. Import a file of metrics first, or paste a picture: Ctrl+V.");
    return m_series.store().range() ? QString() : tr("Every series is hidden. Show one first: Space in the list of series.");
}

} // namespace fireline::views
