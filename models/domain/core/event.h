// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hlc.h"
#include "core/instant.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace fireline::domain {

/// One immutable fact of an incident's record. Nothing is ever edited or deleted: a correction is another event.
/// A value; any thread.
struct Event
{
    QString id;         ///< UUIDv7
    QString incident;   ///< UUIDv7 of the incident
    QString type;       ///< e.g. "entry.posted"; an unknown type is kept as it is
    Instant occurredAt; ///< when it happened
    Instant recordedAt; ///< when it was written
    Hlc hlc;
    QString recordedBy;   ///< profile name of the console that wrote it (decisions 3)
    QString device;       ///< id of the console that wrote it
    qint64 deviceSeq = 0; ///< 1, 2, 3 … per device and incident: the author's chain
    QByteArray payload;   ///< canonical JSON bytes; what is hashed
    QByteArray prevHash;  ///< 32 bytes: hash of the author's event before; zeros for the first
    QByteArray hash;      ///< 32 bytes

    /// The payload as an object; empty when the bytes are not a JSON object. That they are canonical is verify's matter.
    [[nodiscard]] QJsonObject body() const;
};

/// 32 zero bytes: what stands before the first event of a chain.
[[nodiscard]] QByteArray zeroHash();

/// SHA-256 over every field but `hash` itself, so that no stored byte can change unseen.
[[nodiscard]] QByteArray contentHash(const Event &event);

/// Recomputes an author's chain step: hash, predecessor, sequence. `text` of the Problem says which does not match.
[[nodiscard]] Outcome<void> checkChainStep(const Event &event, const QByteArray &expectedPrev, qint64 expectedSeq);

/// The event as the JSON object of `log --audit --json` (hashes in hex), and back. Reading refuses missing or
/// ill-typed fields (Problem::Parse) and keeps the payload byte for byte canonical.
[[nodiscard]] QJsonObject toAuditJson(const Event &event, qint64 seq);
[[nodiscard]] Outcome<Event> fromAuditJson(const QJsonObject &object, const QString &incident);

} // namespace fireline::domain
