// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

namespace fireline::domain::testing {

/// Monday 2025-03-03 10:00:00 UTC, within business hours.
inline Instant start()
{
    return *Instant::fromRfc3339(QStringLiteral("2025-03-03T10:00:00Z"));
}

inline Instant after(Span span)
{
    return start() + span;
}

} // namespace fireline::domain::testing
