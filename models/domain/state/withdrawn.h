// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain {

/// What this event made was taken out of the record by a retraction that stands.
[[nodiscard]] inline bool isWithdrawn(const IncidentState &state, const QString &eventId)
{
    const Entry *entry = state.entry(eventId);
    return entry && entry->retracted;
}

} // namespace fireline::domain
