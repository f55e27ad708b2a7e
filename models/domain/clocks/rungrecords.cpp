// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/rungrecords.h"

#include <algorithm>

namespace fireline::domain {

namespace {

Instant writtenAt(const EffectSpec &effect, Instant anchor, const IncidentState &state)
{
    const Instant at = effect.kind == EffectKind::Draft ? state.forms.value(effect.text) : Instant();
    return at.isSet() && at >= anchor ? at : Instant();
}

} // namespace

QList<EffectSpec> stillAsked(const QList<EffectSpec> &effects, Instant anchor, const IncidentState &state)
{
    QList<EffectSpec> asked = effects;
    asked.removeIf([&](const EffectSpec &effect) { return writtenAt(effect, anchor, state).isSet(); });
    return asked;
}

Instant recordsWrittenAt(const QList<EffectSpec> &effects, Instant anchor, const IncidentState &state)
{
    Instant last;
    for (const EffectSpec &effect : effects) {
        const Instant at = writtenAt(effect, anchor, state);
        if (!at.isSet())
            return {};
        last = std::max(last, at);
    }
    return last;
}

} // namespace fireline::domain
