// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datadog/datadogtypes.h"
#include "http/httpclient.h"

namespace fireline::connectors {

/// How Datadog signs in: an API key, and an application key with the scope timeseries_query.
[[nodiscard]] Access datadogAccess(const QUrl &base, const Secret &apiKey, const Secret &applicationKey);

/// Asks Datadog for time series. Reads alone, so every question is asked again where that can help. GUI thread; owned by the
/// composition; the way outlives it.
class DatadogClient
{
public:
    explicit DatadogClient(HttpClient &way) : m_way(way) { }

    /// By API v2, which lets the step be chosen.
    HttpJob *series(const QString &query, domain::Instant from, domain::Instant to, domain::Span step, QObject *receiver,
                    const Answer<DatadogResult> &answer) const;
    /// By API v1, which chooses the step itself.
    HttpJob *seriesV1(const QString &query, domain::Instant from, domain::Instant to, QObject *receiver,
                      const Answer<DatadogResult> &answer) const;

private:
    HttpClient &m_way;
};

} // namespace fireline::connectors
