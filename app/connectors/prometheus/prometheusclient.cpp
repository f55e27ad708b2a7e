// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/prometheusclient.h"

#include "prometheus/prometheusparser.h"

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Instant;
using domain::Span;

namespace {

/// Seconds with what is behind the point, never in a notation with an exponent.
QString seconds(qint64 us)
{
    return QString::number(double(us) / 1e6, 'f', us % 1'000'000 == 0 ? 0 : 6);
}

} // namespace

HttpRequest PrometheusClient::reading(const QString &path, const HttpFields &fields) const
{
    HttpRequest request = readRequest(m_prefix + path, fields);
    request.complaint = prometheusComplaint;
    return request;
}

HttpJob *PrometheusClient::query(const QString &expression, Instant at, QObject *receiver,
                                 const Answer<QueryResult> &answer) const
{
    return m_way.ask<QueryResult>(reading(u"/query"_s, {{u"query"_s, expression}, {u"time"_s, seconds(at.us)}}), readQueryResult,
                                  receiver, answer);
}

HttpJob *PrometheusClient::queryRange(const QString &expression, const RangePlan &plan, QObject *receiver,
                                      const Answer<QueryResult> &answer) const
{
    return m_way.ask<QueryResult>(reading(u"/query_range"_s, {{u"query"_s, expression},
                                                              {u"start"_s, seconds(plan.from.us)},
                                                              {u"end"_s, seconds(plan.to.us)},
                                                              {u"step"_s, seconds(plan.step.us)}}),
                                  readQueryResult, receiver, answer);
}

HttpJob *PrometheusClient::labels(const QString &selector, QObject *receiver, const Answer<QStringList> &answer) const
{
    HttpFields fields;
    if (!selector.isEmpty())
        fields.append({u"match[]"_s, selector});
    return m_way.ask<QStringList>(reading(u"/labels"_s, fields), readPrometheusNames, receiver, answer);
}

HttpJob *PrometheusClient::labelValues(const QString &label, QObject *receiver, const Answer<QStringList> &answer) const
{
    return m_way.ask<QStringList>(reading(u"/label/%1/values"_s.arg(pathSegment(label)), {}), readPrometheusNames, receiver,
                                  answer);
}

HttpJob *PrometheusClient::alertRules(QObject *receiver, const Answer<QList<AlertRule>> &answer) const
{
    return m_way.ask<QList<AlertRule>>(reading(u"/rules"_s, {{u"type"_s, u"alert"_s}}), readAlertRules, receiver, answer);
}

HttpJob *PrometheusClient::alerts(QObject *receiver, const Answer<QList<RuleAlert>> &answer) const
{
    return m_way.ask<QList<RuleAlert>>(reading(u"/alerts"_s, {}), readRuleAlerts, receiver, answer);
}

} // namespace fireline::connectors
