// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "process/workdefs.h"
#include "state/incidentstate.h"

#include <QStringList>

namespace fireline::domain {

/// How far a pattern of reports or alerts has come. A value.
struct PatternStatus
{
    const PatternDef *pattern = nullptr;
    QStringList items;  ///< short ids of what is alike, in order of time: the largest group of the window
    int kinds = 0;      ///< different ones among them
    Instant completeAt; ///< when it was first complete; unset while it is not
    Instant endsAt;     ///< while it is not complete: when the oldest of them leaves the window
};

/// Complete once (`completeAt`), it stays so: `items` are those that made it complete. Else the window that ends now.
[[nodiscard]] PatternStatus patternStatus(const PatternDef &pattern, const IncidentState &state, Instant now);

/// When the pattern was first complete; unset while it is not. Withdrawn reports do not count.
[[nodiscard]] Instant patternComplete(const PatternDef &pattern, const IncidentState &state);

} // namespace fireline::domain
