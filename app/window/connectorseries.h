// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "metrics/seriessource.h"

namespace fireline::connectors {
class HttpClient;
} // namespace fireline::connectors

namespace fireline::window {

/// What a connector reaches as a source of graphs: it is called as its access is. GUI thread; the way outlives it.
class ConnectorSeries : public models::SeriesSource
{
public:
    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString place() const override;

protected:
    ConnectorSeries(QString id, connectors::HttpClient &way);
    [[nodiscard]] connectors::HttpClient &way() const { return m_way; }

private:
    QString m_id;
    connectors::HttpClient &m_way;
};

/// A Prometheus, or what speaks its API.
class PrometheusSeries : public ConnectorSeries
{
public:
    /// `least`: no finer step is asked for, however short the time.
    PrometheusSeries(QString id, connectors::HttpClient &way, domain::Span least = domain::Span::seconds(1));

    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override;
    void askNames(QObject *receiver, const NamesTold &told) override;

private:
    domain::Span m_least;
};

/// A Datadog.
class DatadogSeries : public ConnectorSeries
{
public:
    DatadogSeries(QString id, connectors::HttpClient &way);

    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override;
};

} // namespace fireline::window
