// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"
#include "state/incidentstate.h"

#include <QString>

namespace fireline::domain {

/// The line with its command, where somebody wrote the words of it that the incident waits for: "@Bo I have command" is
/// "@Bo /ihavecommand" while a handover runs. Empty for every other line. Pure; any thread.
[[nodiscard]] QString meantLine(const QString &line, const EntryContext &context, const IncidentState &state);

} // namespace fireline::domain
