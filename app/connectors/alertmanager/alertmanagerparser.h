// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertmanager/alertmanagertypes.h"
#include "core/outcome.h"

#include <QByteArray>

namespace fireline::connectors {

// Answers of Alertmanager's API v2, and what is sent to it. Pure; any thread; whatever the bytes are.

/// Of /alerts.
[[nodiscard]] domain::Outcome<QList<ManagedAlert>> readManagedAlerts(const QByteArray &body);
/// Of /silences.
[[nodiscard]] domain::Outcome<QList<Silence>> readSilences(const QByteArray &body);
/// Of what follows a silence that was made: its id.
[[nodiscard]] domain::Outcome<QString> readSilenceId(const QByteArray &body);
/// What a refusal says: a bare string, or an object with a message.
[[nodiscard]] QString alertmanagerComplaint(const QByteArray &body);

/// A silence as Alertmanager wants it.
[[nodiscard]] QByteArray silenceBody(const Silence &silence);
/// name="value", as a filter.
[[nodiscard]] QString matcherText(const Matcher &matcher);

} // namespace fireline::connectors
