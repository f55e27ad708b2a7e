// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QJsonObject>

namespace fireline::session {

/// Rows in the order of the timeline: by time of occurrence, then as written (decisions 8).
[[nodiscard]] QList<domain::Entry> timelineRows(const domain::IncidentState &state);

/// One row of `log --json`; `unsent` says that it is the draft of an update that nobody has sent.
[[nodiscard]] QJsonObject toLogJson(const domain::Entry &entry, const domain::IncidentState &state);

} // namespace fireline::session
