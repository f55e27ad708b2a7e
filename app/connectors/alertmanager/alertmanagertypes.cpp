// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertmanagertypes.h"

#include <algorithm>

namespace fireline::connectors {

Silence silenceOf(const Labels &labels, domain::Instant from, domain::Instant to, const QString &who, const QString &why)
{
    Silence silence;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        silence.matchers.append({it.key(), it.value()});
    silence.startsAt = from;
    silence.endsAt = to;
    silence.createdBy = who;
    silence.comment = why;
    return silence;
}

bool fulfils(const Silence &there, const Silence &wished)
{
    constexpr qint64 millisecond = 1000;
    return there.state != Silence::State::Expired && there.matchers.size() == wished.matchers.size()
           && std::is_permutation(there.matchers.begin(), there.matchers.end(), wished.matchers.begin())
           && there.createdBy == wished.createdBy && there.comment == wished.comment
           && qAbs((there.endsAt - wished.endsAt).us) <= millisecond;
}

} // namespace fireline::connectors
