// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// What a rung that counts from `anchor` still asks for: a record that was written since, or sent where it is one to be sent, is
/// asked for no more. Pure.
[[nodiscard]] QList<EffectSpec> stillAsked(const QList<EffectSpec> &effects, Instant anchor, const IncidentState &state);

/// When the last of the records was written that are all a rung asks for; unset where it asks for more, or one is not written.
[[nodiscard]] Instant recordsWrittenAt(const QList<EffectSpec> &effects, Instant anchor, const IncidentState &state);

} // namespace fireline::domain
