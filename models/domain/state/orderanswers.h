// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain {

/// State, acknowledgement and end of an order from the answers that stand. Part of apply().
void takeAnswers(Order &order);

/// The order whose last standing answer this event is, so that it can be taken back; null when it is none, or others came since.
[[nodiscard]] const Order *lastAnswered(const IncidentState &state, const QString &eventId);

/// Marks the answer that this event gave as taken back, or as standing again. Part of apply().
void withdrawAnswer(IncidentState &state, const QString &eventId, bool withdrawn);

} // namespace fireline::domain
