// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QJsonObject>
#include <QString>

namespace fireline::domain {

class EntryNames;

/// The words of an event's timeline row, in the language of the program, from its payload and the state before it. Without
/// names it shows ids.
[[nodiscard]] QString entryText(const QString &type, const QJsonObject &body, const IncidentState &before,
                                const EntryNames *names = nullptr);

/// What search finds of an event: the words a person typed into it.
[[nodiscard]] QString searchText(const QJsonObject &body);

} // namespace fireline::domain
