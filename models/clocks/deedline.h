// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"

#include <QString>

namespace fireline::models {

/// What quick entry is given to do what a clock waits for: "/draft public ", "/done #A3 "; empty where there is no such line.
/// Pure.
[[nodiscard]] QString deedLine(const domain::RunningClock &clock, const domain::Process &process);

} // namespace fireline::models
