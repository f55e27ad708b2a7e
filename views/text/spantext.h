// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

namespace fireline::views {

/// "H:MM:SS", from one day on "1d 02:12"; never negative: what has not begun is "0:00:00" (ux 2.4).
[[nodiscard]] QString elapsedText(domain::Span elapsed);

/// "06:18", from one hour on "1:06:18", from one day on "1d 02:12"; of a negative span the same without its sign.
[[nodiscard]] QString countdownText(domain::Span left);

/// Hours and minutes, for what nobody counts in seconds: "0:12", "2:30", "26:05"; never negative.
[[nodiscard]] QString hoursText(domain::Span length);

} // namespace fireline::views
