// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

#include <QString>

namespace fireline::domain {

/// A situation report drafted from the record, for whoever takes over to read and the outgoing one to correct: situation,
/// what changed since `since` (since the last report, or the declaration, when unset), what is being done, what is waited for,
/// what is late, risks, next deadlines. Plain lines, headings without marks, times in UTC, an empty part says "none".
/// Translated. Pure; never more than a screen: each part is cut to its latest lines.
[[nodiscard]] QString sitrepText(const IncidentState &state, const Process &process, Instant now, Instant since = {});

} // namespace fireline::domain
