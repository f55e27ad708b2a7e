// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"

#include <QString>

namespace fireline::domain {

/// The event that a clock counts from: the order of a call-back, the update before the next one, the declaration. Empty where
/// the record has none, as for a clock that counts from the process's own dates.
[[nodiscard]] QString originOf(const RunningClock &clock, const IncidentState &state, const Process &process);

} // namespace fireline::domain
