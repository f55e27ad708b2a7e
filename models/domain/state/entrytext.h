// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QJsonObject>
#include <QString>

namespace fireline::domain {

/// The words of an event's timeline row, in the language of the program, from its payload and the state before it.
[[nodiscard]] QString entryText(const QString &type, const QJsonObject &body, const IncidentState &before);

/// What search finds of an event: the words a person typed into it.
[[nodiscard]] QString searchText(const QJsonObject &body);

} // namespace fireline::domain
