// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "datadog/datadogtypes.h"

#include <QByteArray>

namespace fireline::connectors {

// Answers of Datadog's time series, and what is sent to it. Pure; any thread; whatever the bytes are.

/// Of /api/v1/query. A status "error" comes with HTTP 200 and is a Problem "refused".
[[nodiscard]] domain::Outcome<DatadogResult> readDatadogV1(const QByteArray &body);
/// Of /api/v2/query/timeseries for that query.
[[nodiscard]] domain::Outcome<DatadogResult> readDatadogV2(const QByteArray &body, const QString &query);
/// What a refusal says: {"errors": […]} or {"error": …}.
[[nodiscard]] QString datadogComplaint(const QByteArray &body);

/// The body of a question to /api/v2/query/timeseries.
[[nodiscard]] QByteArray datadogV2Body(const QString &query, domain::Instant from, domain::Instant to, domain::Span step);

} // namespace fireline::connectors
