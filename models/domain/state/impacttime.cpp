// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/impacttime.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

Instant happenedAt(const IncidentState &state, const Entry &entry)
{
    if (entry.type != "impact.stated"_L1)
        return entry.at;
    for (const QString &moment : {u"impact.start"_s, u"impact.end"_s}) {
        for (const MomentLog::Hit &hit : state.moments.hits(moment)) {
            if (hit.eventId == entry.eventId)
                return hit.at;
        }
    }
    return entry.at;
}

} // namespace fireline::domain
