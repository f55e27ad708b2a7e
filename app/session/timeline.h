// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QJsonObject>

namespace fireline::session {

/// Rows in the order of the timeline: by time of occurrence, then as written (decisions 8).
[[nodiscard]] QList<domain::Entry> timelineRows(const domain::IncidentState &state);

/// One row of `log --json`.
[[nodiscard]] QJsonObject toLogJson(const domain::Entry &entry);

} // namespace fireline::session
