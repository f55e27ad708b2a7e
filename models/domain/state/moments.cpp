// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/moments.h"

#include <algorithm>

namespace fireline::domain {

void MomentLog::add(const QString &key, const Hit &hit)
{
    m_hits[key].append(hit);
}

void MomentLog::retime(const QString &eventId, Instant at)
{
    for (auto &hits : m_hits) {
        for (Hit &hit : hits) {
            if (hit.eventId == eventId)
                hit.at = at;
        }
    }
}

void MomentLog::setWithdrawn(const QString &eventId, bool withdrawn)
{
    for (auto &hits : m_hits) {
        for (Hit &hit : hits) {
            if (hit.eventId == eventId)
                hit.withdrawn = withdrawn;
        }
    }
}

const QList<MomentLog::Hit> &MomentLog::hits(const QString &key) const
{
    static const QList<Hit> none;
    const auto it = m_hits.constFind(key);
    return it == m_hits.constEnd() ? none : it.value();
}

Instant MomentLog::latest(const QString &key) const
{
    Instant best;
    for (const Hit &hit : hits(key)) {
        if (!hit.withdrawn)
            best = std::max(best, hit.at);
    }
    return best;
}

Instant MomentLog::latest(const QString &key, const QString &item) const
{
    Instant best;
    for (const Hit &hit : hits(key)) {
        if (hit.item == item && !hit.withdrawn)
            best = std::max(best, hit.at);
    }
    return best;
}

Instant MomentLog::earliest(const QString &key) const
{
    Instant best;
    for (const Hit &hit : hits(key)) {
        if (!hit.withdrawn && (!best.isSet() || hit.at < best))
            best = hit.at;
    }
    return best;
}

} // namespace fireline::domain
