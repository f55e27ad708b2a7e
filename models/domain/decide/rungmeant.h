// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"

#include <optional>

namespace fireline::domain {

/// The lowest rung of the same ladder that is still open: it has to be taken, or skipped with a reason, before those above.
[[nodiscard]] RunningClock lowestOpen(const RunningClock &rung, const QList<RunningClock> &clocks);

/// The rung that is meant by /escalate and its like: of the ladder that is named or of any, the `wanted`-th (0: the one whose turn
/// it is). A ladder that counts for each alert has one for each, which can be named with the alert ("sre.noack/L2") or by its
/// clock ("sre.noack/L2/1"). None where there is none to take.
[[nodiscard]] std::optional<RunningClock> rungMeant(const QString &named, int wanted, const QList<RunningClock> &clocks);

} // namespace fireline::domain
