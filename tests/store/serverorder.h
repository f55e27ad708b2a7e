// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/remote.h"

namespace fireline::store {

/// The order that a server would give, without a server. A value.
class ServerOrder
{
public:
    QList<domain::ServerEvent> place(const QList<domain::Event> &events)
    {
        QList<domain::ServerEvent> placed;
        for (const domain::Event &event : events) {
            domain::ServerEvent next{
                event, m_places.size() + 1, event.recordedAt + domain::Span::seconds(1), QStringLiteral("ana"), false, {}, {}};
            next.chainHash = domain::nextChainHash(m_places.isEmpty() ? domain::zeroHash() : m_places.last().chainHash, next);
            m_places.append(next);
            placed.append(next);
        }
        return placed;
    }
    void goBackTo(qint64 seq) { m_places.resize(seq); }
    [[nodiscard]] qint64 count() const { return m_places.size(); }

private:
    QList<domain::ServerEvent> m_places;
};

} // namespace fireline::store
