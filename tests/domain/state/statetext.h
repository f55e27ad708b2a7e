// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QString>

namespace fireline::domain::test {

/// Everything an incident's events add up to, as text that is equal exactly when the states are. For comparing two ways to
/// the same state.
QString stateText(const IncidentState &state);

/// The same without the marks that a correction leaves (its own row, who corrected, counts of events).
QString factText(const IncidentState &state);

} // namespace fireline::domain::test
