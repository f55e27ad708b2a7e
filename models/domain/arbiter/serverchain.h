// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

namespace fireline::domain {

/// What a shared backend adds to an event: its place in the one order, the login that pushed it, and the chain that binds them.
/// A value.
struct ServerStamp
{
    qint64 seq = 0;
    QString login;
    bool adopted = false; ///< taken over with an offline file: history, nobody's act
    QByteArray authority; ///< of incident.declared and process.adopted: the table the server judges by; else empty
    Instant receivedAt;   ///< the server's clock
    QByteArray chainHash; ///< 32 bytes
};

/// The link of the server's chain: over the link before (zeroHash() at first), the event's hash and every field of the stamp
/// but chainHash itself. The server computes the same.
[[nodiscard]] QByteArray chainHash(const QByteArray &before, const QByteArray &eventHash, const ServerStamp &stamp);

} // namespace fireline::domain
