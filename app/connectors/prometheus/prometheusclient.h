// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpclient.h"
#include "prometheus/prometheustypes.h"
#include "prometheus/rangeplan.h"

namespace fireline::connectors {

/// Asks a Prometheus, or what speaks its HTTP API v1 (HDF-8, HDF-9). Reads alone, so every question is asked again where that can help.
/// GUI thread; owned by the composition; the way outlives it.
class PrometheusClient
{
public:
    /// `prefix`: where the API begins below the address.
    explicit PrometheusClient(HttpClient &way, QString prefix = QStringLiteral("/api/v1"))
        : m_way(way)
        , m_prefix(std::move(prefix))
    {
    }

    /// What an expression comes to at that time.
    HttpJob *query(const QString &expression, domain::Instant at, QObject *receiver, const Answer<QueryResult> &answer) const;
    HttpJob *queryRange(const QString &expression, const RangePlan &plan, QObject *receiver,
                        const Answer<QueryResult> &answer) const;
    /// Names of labels; with a selector those of its series.
    HttpJob *labels(const QString &selector, QObject *receiver, const Answer<QStringList> &answer) const;
    HttpJob *labelValues(const QString &label, QObject *receiver, const Answer<QStringList> &answer) const;
    HttpJob *alertRules(QObject *receiver, const Answer<QList<AlertRule>> &answer) const;
    HttpJob *alerts(QObject *receiver, const Answer<QList<RuleAlert>> &answer) const;

private:
    [[nodiscard]] HttpRequest reading(const QString &path, const HttpFields &fields) const;

    HttpClient &m_way;
    QString m_prefix;
};

} // namespace fireline::connectors
