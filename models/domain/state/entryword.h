// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/entrynames.h"

#include <QJsonObject>

namespace fireline::domain {

/// A payload's value as text, as it was typed.
[[nodiscard]] QString valueText(const QJsonValue &value);

/// What stands for one placeholder of a row's pattern (without its per cent signs): "text", "role:role", "list/item:step",
/// "#order", "A+". Empty where the payload does not say it.
[[nodiscard]] QString entryWord(QStringView placeholder, const QJsonObject &body, const IncidentState &before,
                                const EntryNames *names);

} // namespace fireline::domain
