// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "prometheus/prometheustypes.h"

#include <QByteArray>

namespace fireline::connectors {

// Answers of Prometheus' HTTP API v1, and of what speaks like it. Pure; any thread; whatever the bytes are.

/// Of /query and /query_range.
[[nodiscard]] domain::Outcome<QueryResult> readQueryResult(const QByteArray &body);
/// Of /labels and /label/NAME/values.
[[nodiscard]] domain::Outcome<QStringList> readPrometheusNames(const QByteArray &body);
/// Of /rules: those that alert.
[[nodiscard]] domain::Outcome<QList<AlertRule>> readAlertRules(const QByteArray &body);
/// Of /alerts.
[[nodiscard]] domain::Outcome<QList<RuleAlert>> readRuleAlerts(const QByteArray &body);
/// What a refusal says: "bad_data: 1:6: parse error …".
[[nodiscard]] QString prometheusComplaint(const QByteArray &body);

} // namespace fireline::connectors
