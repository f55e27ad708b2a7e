// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QTimeZone>

namespace fireline::domain {

/// "14:05", and where that is another day than today's in this zone "2025-03-06 14:05": a time that is read aloud or acted on must
/// not be taken for today's. `now` unset: only the time. Pure, any thread.
[[nodiscard]] QString dayMinute(Instant t, Instant now, const QTimeZone &zone = QTimeZone::utc());

} // namespace fireline::domain
