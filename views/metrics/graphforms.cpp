// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphforms.h"

#include "forms/inlineform.h"
#include "forms/waitingwords.h"
#include "metrics/metriccell.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/querycompleter.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

const QString newQuery = u"query"_s;
const QString keptGraph = u"kept"_s;

} // namespace

GraphForms::GraphForms(const models::MetricStore &store, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_form(new InlineForm(u"metricsForm"_s, theme, this))
    , m_whyNoSource(tr("No source of metrics is set up: the settings, page Monitoring, take one. Import a file of metrics: I."))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *waiting = new WaitingWords(u"metricsWaiting"_s, *m_form, theme, this);
    column->addWidget(waiting);
    column->addWidget(m_form);
    m_form->hide();
    connect(waiting, &WaitingWords::resumeRequested, this, [this](const QString &id) {
        if (id == keptGraph)
            askKept({});
        else
            open(id);
    });
    connect(waiting, &WaitingWords::entryRequested, this, &GraphForms::entryRequested);
    connect(m_form, &InlineForm::submitted, this, &GraphForms::take);
    connect(m_form, &InlineForm::closed, this, [this] { emit openChanged(false); });
}

void GraphForms::setSources(const QList<GraphSource> &sources, const QString &whyNone)
{
    m_sources = sources;
    m_names.clear();
    m_whyNoSource = whyNone;
    emit sourcesChanged();
}

QString GraphForms::whyNotQuery() const
{
    return hasSources() ? QString() : m_whyNoSource;
}

bool GraphForms::isOpen() const
{
    return !m_form->isHidden();
}

void GraphForms::askQuery()
{
    open(newQuery);
}

void GraphForms::askField(const QString &field)
{
    open(field);
}

QString GraphForms::whyNotKept() const
{
    return m_keptOf && !m_keptOf().isEmpty() ? QString()
                                             : tr("No graph was kept yet. Import or ask for one, then keep it: Ctrl+Shift+M.");
}

void GraphForms::askKept(const QString &eventId)
{
    FormInput which{u"kept"_s, FormInput::Kind::Choice, tr("Graph"), tr("From the record; nobody is asked for it.")};
    FormSpec spec{keptGraph, tr("A graph that was kept"), tr("Show"), {}};
    for (const KeptGraph &each : m_keptOf ? m_keptOf() : QList<KeptGraph>()) {
        which.choices.append({each.sha256, each.text});
        if (each.eventId == eventId)
            spec.values = {{u"kept"_s, each.sha256}};
    }
    spec.inputs = {which};
    m_form->open(spec);
    emit openChanged(true);
}

void GraphForms::open(const QString &field)
{
    using Kind = FormInput::Kind;
    const bool fresh = field == newQuery;
    const models::MetricField drawn = m_store.field(field);
    FormSpec spec{field, fresh ? tr("Graph of a query") : tr("How this graph is drawn"), fresh ? tr("Show") : tr("Change"), {}};
    if ((fresh || drawn.live) && m_sources.size() > 1) {
        FormInput source{u"source"_s, Kind::Choice, tr("Source"), tr("Who is asked.")};
        for (const GraphSource &each : m_sources)
            source.choices.append({each.id, each.name});
        spec.inputs.append(source);
    }
    if (fresh || drawn.live) {
        spec.inputs.append({u"query"_s, Kind::Line, tr("Query"),
                            tr("In the language of the source, such as rate(http_errors_total[5m]) for Prometheus.")});
        spec.inputs.append({u"unit"_s, Kind::Line, tr("Unit"), tr("Such as ms or %; may stay empty.")});
        spec.focus = u"query"_s;
    }
    spec.inputs.append({u"threshold"_s, Kind::Line, tr("Threshold"), tr("Drawn as a line; may stay empty.")});
    if (!fresh) {
        spec.values = {{u"query"_s, drawn.title},
                       {u"unit"_s, m_store.fieldUnit(field)},
                       {u"source"_s, m_sourceOf ? m_sourceOf(field) : QString()}};
        if (drawn.threshold)
            spec.values.insert(u"threshold"_s, models::metricNumberText(*drawn.threshold));
    }
    m_form->open(spec);
    if (auto *source = qobject_cast<QComboBox *>(m_form->input(u"source"_s)))
        connect(source, &QComboBox::currentIndexChanged, this, &GraphForms::offerNames);
    offerNames();
    emit openChanged(true);
}

QString GraphForms::chosenSource() const
{
    const auto *source = qobject_cast<QComboBox *>(m_form->input(u"source"_s));
    return source ? source->currentData().toString() : hasSources() ? m_sources.first().id : QString();
}

/// Those that are known at once, and those of today once they are told.
void GraphForms::offerNames()
{
    if (!m_form->input(u"query"_s))
        return;
    setNames(chosenSource(), m_names.value(chosenSource()));
    emit namesWanted(chosenSource());
}

void GraphForms::setNames(const QString &source, const QStringList &names)
{
    m_names.insert(source, names);
    auto *query = qobject_cast<QLineEdit *>(m_form->input(u"query"_s));
    if (!query || source != chosenSource())
        return;
    if (!query->completer())
        query->setCompleter(new QueryCompleter(query));
    static_cast<QueryCompleter *>(query->completer())->setNames(names);
}

void GraphForms::take(const QString &id, const QJsonObject &values)
{
    if (id == keptGraph) {
        m_form->finish();
        emit keptRequested(values[u"kept"].toString());
        return;
    }
    GraphQuery query{values[u"source"].toString(), values[u"query"].toString(), values[u"unit"].toString(), {}};
    const bool asks = values.contains(u"query"_s);
    if (asks && query.query.isEmpty())
        return m_form->setProblem(tr("Type what is to be asked, such as up or rate(http_errors_total[5m])."));
    if (asks && query.source.isEmpty() && hasSources())
        query.source = m_sources.first().id;
    if (const QString typed = values[u"threshold"].toString(); !typed.isEmpty()) {
        const QByteArray bytes = typed.toUtf8();
        const auto number = models::readMetricNumber({bytes.constData(), size_t(bytes.size())}, true);
        if (!number || !std::isfinite(number->value))
            return m_form->setProblem(tr("\"%1\" is no number. Write the threshold as 250 or 0.25.").arg(typed));
        query.threshold = number->value;
    }
    m_form->finish();
    emit queryRequested(id == newQuery ? QString() : id, query);
}

} // namespace fireline::views
