// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "metrics/metricsparts.h"
#include "metrics/metricstore.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <optional>

class QBoxLayout;

namespace fireline::models {
class MetricMarksModel;
class MetricSeriesModel;
class MetricTableModel;
} // namespace fireline::models

namespace fireline::views {

class ActionRegistry;
class Theme;
class TimeDisplay;

/// Graphs of imported series and of queries beside the marks of the timeline, or the same values as a table, and the list of
/// series with their values at the cursor. Reads no file and writes nothing: what a person asks for leaves as a signal. GUI
/// thread; made by the composition; models, theme and times outlive it.
class MetricsPanel : public QWidget, private MetricsParts
{
    Q_OBJECT
public:
    MetricsPanel(models::MetricSeriesModel &series, models::MetricTableModel &table, models::MetricMarksModel &marks,
                 Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);
    ~MetricsPanel() override;

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] MetricPlot &plot() const { return *m_plot; }
    [[nodiscard]] GraphForms &forms() const { return *m_forms; }
    [[nodiscard]] ProposalBar &proposals() const { return *m_proposals; }
    /// Why nothing can be kept now; empty: it can.
    [[nodiscard]] QString whyNotSnap() const;
    /// What is to be known of the files that were read; empty: nothing.
    void setNote(const QString &text);
    /// Somebody asked for this graph: it is selected and in sight. The keyboard stays where it is.
    void goToField(const QString &key);
    /// The incident, from its beginning to its end or now, for who asks for it.
    void setIncident(const models::MetricRange &range) { m_incident = range; }
    /// This entry is selected in the timeline; empty: none.
    void setSelectedEntry(const QString &eventId, const QString &name);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    void eventRequested(const QString &eventId);
    void showRequested();
    void importRequested();
    void filesRequested(const QStringList &paths);
    void removeRequested(const QString &source);
    /// Read its times without a zone in the other one of UTC and local time.
    void zoneRequested(const QString &source);
    void incidentRequested(); ///< before setIncident() is used

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *buildButtons();
    void buildSeries();
    void buildSide();
    void buildTable();
    void addGraphActions(ActionRegistry &actions);
    void addStepActions(ActionRegistry &actions);
    void buildForms(QBoxLayout *column); // metricspanel_queries.cpp, and down to the next empty line
    QWidget *buildEmpty();
    void addQueryActions(ActionRegistry &actions);
    void makeRoom();
    void showPage();
    void stepField(int by);
    [[nodiscard]] QString whyNotStep() const;
    [[nodiscard]] QString currentField() const;
    void buildProposals(); // metricspanel_proposals.cpp
    void addProposalActions(ActionRegistry &actions);
    [[nodiscard]] QString mitigationMark() const;

    void showState();
    void showReading();
    void tellReading(const QString &whole, const QString &shorter);
    void showTheme();
    void setTable(bool on);
    void fillTable();
    void fitColumns();
    void fitList();
    void openTableRow();
    void showIncident();
    [[nodiscard]] bool isTable() const;
    [[nodiscard]] QString currentSource() const;
    [[nodiscard]] QString whyNotSeries() const;
    [[nodiscard]] QString whyNotRow() const;

    models::MetricSeriesModel &m_series;
    models::MetricTableModel &m_table;
    models::MetricMarksModel &m_marks;
    Theme &m_theme;
    TimeDisplay &m_times;
    models::MetricRange m_incident;
    QString m_selectedEntry;         ///< of the timeline
    std::optional<qint64> m_tableAt; ///< time of the row in the table of values that has the keyboard
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
