// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace fireline::domain {

/// Where the record of one incident lives. Implemented by app/store (SQLite); the domain, sync and sessions see only this.
/// One thread; owned by the session.
class EventStore
{
public:
    virtual ~EventStore() = default;

    /// Id of the incident of this file; empty while nothing is declared.
    [[nodiscard]] virtual QString incident() const = 0;

    /// Writes the events and their outbox rows in one transaction. When this returns ok they survive a power cut.
    /// An id that is already there with the same hash is left alone; with another content it is refused.
    /// A store with a thread of its own (app/session/threadedstore.h) only takes them over here, and tells by signal what
    /// became of them: whoever shows "saved" waits for that.
    [[nodiscard]] virtual Outcome<void> append(const QList<Event> &events) = 0;

    /// Every event in recorded order, streamed; `take` returns false to stop early. Sequence numbers start at 1.
    [[nodiscard]] virtual Outcome<void> read(qint64 afterSeq,
                                             const std::function<bool(qint64 seq, const Event &)> &take) const = 0;

    /// Ids of entries whose text matches all words (prefix match on the last), newest first.
    [[nodiscard]] virtual Outcome<QList<QString>> search(const QString &words, int limit) const = 0;

    /// Attachments by SHA-256 (decisions 11): at most 16 MiB each. Returns the hash in hex.
    [[nodiscard]] virtual Outcome<QString> putBlob(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual Outcome<QByteArray> blob(const QString &sha256) const = 0;
};

} // namespace fireline::domain
