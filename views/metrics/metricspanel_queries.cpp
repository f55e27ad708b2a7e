// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/panelbutton.h"
#include "metrics/graphforms.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/proposalbar.h"
#include "metrics/proposaltext.h"
#include "theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

// Graphs of queries: how they begin, and what can be done with them beside those of files.
namespace fireline::views {

namespace {

constexpr int roomForBoth = 420;    // below this the graphs make room for the form
constexpr int roomForList = 90;     // below what is proposed
constexpr int roomForButtons = 900; // of the graphs and of what is proposed

} // namespace

QWidget *MetricsPanel::buildEmpty()
{
    auto *page = new QWidget(m_pages);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    m_empty = new QLabel(tr("No series. Import a CSV or drop one here."), page);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_importFirst = button(u"metricsImportFirst"_s, tr("Import metrics…"),
                           tr("Reads CSV or JSON, as Prometheus, Grafana and others export it."), page);
    m_queryFirst = button(u"metricsQueryFirst"_s, tr("Graph of a query…"), tr("Asks a source of metrics again and again (Q)."),
                          page);
    m_queryFirst->hide();
    rows->addStretch();
    rows->addWidget(m_empty);
    for (QPushButton *each : {m_importFirst, m_queryFirst}) {
        markReading(*each);
        rows->addWidget(each, 0, Qt::AlignHCenter);
    }
    rows->addStretch();
    connect(m_importFirst, &QPushButton::clicked, this, &MetricsPanel::importRequested);
    return page;
}

void MetricsPanel::buildForms(QBoxLayout *column)
{
    m_forms = new GraphForms(m_series.store(), m_theme, this);
    column->addWidget(m_forms);
    connect(m_queryFirst, &QPushButton::clicked, m_forms, &GraphForms::askQuery);
    connect(m_forms, &GraphForms::entryRequested, this, &MetricsPanel::entryRequested);
    connect(m_forms, &GraphForms::sourcesChanged, this, [this] {
        m_queryFirst->setVisible(m_forms->hasSources());
        if (m_actions)
            m_actions->refreshLater();
    });
    connect(m_forms, &GraphForms::openChanged, this, [this](bool open) {
        if (open)
            emit showRequested();
        makeRoom();
        if (!open)
            firstFocus()->setFocus();
    });
}

/// What is proposed leaves the graph as it is: the words are beside it, above the list or in its place where there is no room for
/// both; the buttons in the place of others, which have keys, or beside them.
void MetricsPanel::makeRoom()
{
    const bool low = height() < m_theme.scaled(roomForBoth);
    m_pages->setVisible(!m_forms->isOpen() || !low);
    ProposalText *words = m_proposals->text();
    const int whole = words->heightIn(m_side->width());
    const bool both = m_side->height() - whole >= m_theme.scaled(roomForList);
    words->setMaximumHeight(both ? whole : QWIDGETSIZE_MAX);
    m_list->setVisible(!m_proposals->isOpen() || both);
    m_tools->setVisible(!m_proposals->isOpen() || width() >= m_theme.scaled(roomForButtons));
}

/// The graph has most of a narrow panel: it names its lines itself.
void MetricsPanel::fitList()
{
    m_side->setMinimumWidth(std::clamp(width() / 3, m_theme.scaled(165), m_theme.scaled(190)));
}

QString MetricsPanel::currentField() const
{
    const QModelIndex row = m_list->currentIndex();
    return row.isValid() ? m_series.store().fieldOf(row.row()) : QString();
}

void MetricsPanel::addQueryActions(ActionRegistry &actions)
{
    const QString menu = u"incident/"_s + tr("Metric graphs");
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         const ActionRegistry::Handler &handler, const std::function<QString()> &whyNot) {
        actions.add(reading({id, text, help, menu, icon, {QKeySequence(key)}, this}), handler, whyNot);
    };
    const QString ofSelected = tr("Of the graph in which the selected series is drawn.");
    add(
        u"metrics.query"_s, tr("Graph of a query…"),
        tr("Asks a source of metrics again and again, and shows what it says as a graph."), u"chart"_s, u"Q"_s,
        [this] { m_forms->askQuery(); }, [this] { return m_forms->whyNotQuery(); });
    add(
        u"metrics.editField"_s, tr("Query, unit and threshold of this graph…"), ofSelected, u"edit"_s, u"E"_s,
        [this] { m_forms->askField(currentField()); }, [this] { return whyNotRow(); });
    add(
        u"metrics.kept"_s, tr("Graph that was kept…"),
        tr("Shows a graph of the record as it was then, with its values; nobody is asked for it."), u"evidence"_s, u"K"_s,
        [this] { m_forms->askKept(m_selectedEntry); }, [this] { return m_forms->whyNotKept(); });
    add(
        u"metrics.scale"_s, tr("Logarithmic scale or even one"), ofSelected, u"chart"_s, u"G"_s,
        [this] {
            models::MetricField field = m_series.store().field(currentField());
            field.logarithmic = !field.logarithmic;
            m_series.store().setField(currentField(), field);
        },
        [this] { return whyNotRow(); });
    add(
        u"metrics.now"_s, tr("Show what comes now"), tr("The graph goes on with the time, until it is moved."), u"last"_s, u"L"_s,
        [this] { m_plot->follow(); },
        [this] {
            return m_series.store().isLive() ? QString()
                                             : tr("Nothing here goes on with the time. Show the graph of a query first: Q.");
        });
}

} // namespace fireline::views
