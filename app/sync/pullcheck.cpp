// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullcheck.h"

namespace fireline::sync {

using namespace domain;

namespace {

PullCheck::Fault faultOf(const QString &incident, qint64 seq, const QByteArray &before, const ServerEvent &event)
{
    if (event.seq != seq + 1)
        return PullCheck::Fault::Hole;
    if (event.event.incident != incident || contentHash(event.event) != event.event.hash)
        return PullCheck::Fault::Damaged;
    if (nextChainHash(before, event) != event.chainHash)
        return PullCheck::Fault::OtherChain;
    return PullCheck::Fault::None;
}

} // namespace

PullCheck checkPull(const QString &incident, const SyncCursor &cursor, const QList<ServerEvent> &events)
{
    PullCheck check;
    qint64 seq = cursor.seq;
    QByteArray chain = cursor.chainHash;
    for (const ServerEvent &event : events) {
        check.fault = faultOf(incident, seq, chain, event);
        if (check.fault != PullCheck::Fault::None)
            return check;
        seq = event.seq;
        chain = event.chainHash;
        ++check.sound;
    }
    return check;
}

} // namespace fireline::sync
