// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"
#include "forms/formspec.h"

// How bad it is, where it stands and since when it hurts, in one form: what the strip opens.
namespace fireline::models {
class TriageModel;
} // namespace fireline::models

namespace fireline::views {

class TimeDisplay;

/// The severities that can be chosen, and which of them is set.
struct SeverityChoices
{
    QList<QPair<QString, QString>> choices;
    QString set;
};
[[nodiscard]] SeverityChoices severityChoices(const models::TriageModel &model);

/// With what stands now, and the severity that the process proposes.
[[nodiscard]] FormSpec situationForm(const models::TriageModel &model, const TimeDisplay &times);
/// What is different from what stands now, in the order in which it is to be done; or what cannot be read.
[[nodiscard]] domain::Outcome<QList<domain::Command>>
situationCommands(const QJsonObject &values, const models::TriageModel &model, const TimeDisplay &times);

} // namespace fireline::views
