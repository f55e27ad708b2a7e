// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

namespace fireline::domain {

/// What a role is for, as far as the window is arranged by it.
enum class RoleDuty {
    Other,
    Commands,
    Records, ///< writes the timeline
    Tells,   ///< sends status updates
};

/// Read from what the process says of the role: that it commands, that a rule lets it send updates or holds it to their cadence,
/// or that the word for who records (the grammar's "@scribe") is one of its aliases. The first of these that holds. Pure.
[[nodiscard]] RoleDuty dutyOf(const Process &process, const QString &roleId);

} // namespace fireline::domain
