// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorseries.h"

#include "datadog/datadogclient.h"
#include "prometheus/prometheusclient.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::window {

using connectors::RangePlan;
using connectors::SampleSeries;
using domain::Outcome;
using domain::Span;
using models::SeriesAnswer;
using models::SeriesQuestion;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectorSeries)
};

/// By the pixels, or at the step that is there already; nothing of the time to come, in which a source repeats its last value.
RangePlan planOf(const SeriesQuestion &question, Span least)
{
    RangePlan plan;
    if (question.stepUs > 0) {
        plan.step = {question.stepUs};
        plan.from = {question.fromUs - question.fromUs % question.stepUs};
        plan.to = {question.toUs - question.toUs % question.stepUs};
    } else {
        plan = connectors::planRange({question.fromUs}, {question.toUs}, question.pixels, least);
        while (plan.to.us > question.toUs && plan.to > plan.from)
            plan.to = plan.to - plan.step;
    }
    return plan;
}

SeriesAnswer answerOf(const std::vector<SampleSeries> &series, const QStringList &warnings, Span step, const QString &query)
{
    SeriesAnswer answer;
    answer.stepUs = step.us;
    answer.remark = warnings.join(u' ');
    answer.series.reserve(series.size());
    for (const SampleSeries &each : series) {
        models::MetricSeries made{each.labels.isEmpty() ? query : each.name, each.unit, {}};
        made.late = each.outOfOrder;
        made.points.reserve(each.samples.size());
        for (const connectors::Sample &sample : each.samples)
            made.points.push_back({sample.atUs, sample.value});
        answer.series.push_back(std::move(made));
    }
    return answer;
}

} // namespace

ConnectorSeries::ConnectorSeries(QString id, connectors::HttpClient &way) : m_id(std::move(id)), m_way(way) { }

QString ConnectorSeries::name() const
{
    return m_way.access().name.isEmpty() ? place() : m_way.access().name;
}

QString ConnectorSeries::place() const
{
    return m_way.access().place();
}

PrometheusSeries::PrometheusSeries(QString id, connectors::HttpClient &way, Span least)
    : ConnectorSeries(std::move(id), way)
    , m_least(least)
{
}

void PrometheusSeries::ask(const SeriesQuestion &question, QObject *receiver, const Told &told)
{
    const RangePlan plan = planOf(question, m_least);
    const auto answer = [told, query = question.query, step = plan.step](const Outcome<connectors::QueryResult> &outcome) {
        if (!outcome)
            return told(outcome.problem());
        QStringList warnings = outcome.value().warnings;
        if (outcome.value().histograms > 0)
            warnings.append(
                Text::tr("%n histograms are left out. Ask for one of their values.", nullptr, outcome.value().histograms));
        told(answerOf(outcome.value().series, warnings, step, query));
    };
    connectors::PrometheusClient(way()).queryRange(question.query, plan, receiver, answer);
}

void PrometheusSeries::askNames(QObject *receiver, const NamesTold &told)
{
    connectors::PrometheusClient(way()).labelValues(u"__name__"_s, receiver, [told](const Outcome<QStringList> &names) {
        if (names)
            told(names.value());
    });
}

DatadogSeries::DatadogSeries(QString id, connectors::HttpClient &way) : ConnectorSeries(std::move(id), way) { }

/// Datadog counts requests by the hour: no finer step than its own agents have.
void DatadogSeries::ask(const SeriesQuestion &question, QObject *receiver, const Told &told)
{
    const RangePlan plan = planOf(question, Span::seconds(15));
    const auto answer = [told, query = question.query, step = plan.step](const Outcome<connectors::DatadogResult> &outcome) {
        if (!outcome)
            return told(outcome.problem());
        told(answerOf(outcome.value().series, outcome.value().warnings, step, query));
    };
    connectors::DatadogClient(way()).series(question.query, plan.from, plan.to, plan.step, receiver, answer);
}

} // namespace fireline::window
