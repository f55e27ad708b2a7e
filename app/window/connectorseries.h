// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "metrics/seriessource.h"

namespace fireline::connectors {
class HttpClient;
} // namespace fireline::connectors

namespace fireline::window {

/// A Prometheus, or what speaks its API, as a source of graphs. GUI thread; the way outlives it.
class PrometheusSeries : public models::SeriesSource
{
public:
    /// `least`: no finer step is asked for, however short the time.
    PrometheusSeries(QString id, connectors::HttpClient &way, domain::Span least = domain::Span::seconds(1));

    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString place() const override;
    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override;
    void askNames(QObject *receiver, const NamesTold &told) override;

private:
    QString m_id;
    connectors::HttpClient &m_way;
    domain::Span m_least;
};

/// A Datadog as a source of graphs. GUI thread; the way outlives it.
class DatadogSeries : public models::SeriesSource
{
public:
    DatadogSeries(QString id, connectors::HttpClient &way);

    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString place() const override;
    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override;

private:
    QString m_id;
    connectors::HttpClient &m_way;
};

} // namespace fireline::window
