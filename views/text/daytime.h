// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/daytime.h"
#include "text/timedisplay.h"

namespace fireline::views {

/// "14:05" in the shown zone, with its date where that is not today's there.
[[nodiscard]] inline QString dayMinute(const TimeDisplay &times, domain::Instant t, domain::Instant now)
{
    return domain::dayMinute(t, now, times.zone());
}

} // namespace fireline::views
