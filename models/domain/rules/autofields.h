// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/forms.h"

#include <QJsonValue>
#include <QStringList>

namespace fireline::domain {

/// What the console knows for a field that was left open: now, severity, title, service, declared_at, impact_start,
/// impact_end, duration, time_to_detection, time_to_resolution, channel, next_update, status, role ids (their holders), a field
/// with `fill`, or the last answer given to the same field. Undefined when nothing is known.
[[nodiscard]] QJsonValue autoField(const QString &id, const RecordAtHand &record, const RuleContext &context);

/// The channel's name with its placeholders put in (SRE-6, NIN-32, LAD-13, HDF-35); empty when the process names none.
[[nodiscard]] QString channelName(const RuleContext &context);

/// Names in the braces of a template's text, each once, in order (process/template.h).
[[nodiscard]] QStringList namesInTemplate(const QString &text);
/// The text with each name replaced; one without a value says that nobody stated it: "none known" is a statement of its own.
[[nodiscard]] QString filledTemplate(const QString &text, const QJsonObject &values);

} // namespace fireline::domain
