// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "sync/remote.h"

#include <functional>

namespace fireline::domain {

/// How far a file has seen the server's order, and of which server. A value.
struct SyncCursor
{
    QString server;     ///< empty: bound to none yet
    QString generation; ///< the one that this place was last compared with
    qint64 seq = 0;
    QByteArray chainHash = zeroHash();
};

/// A verdict that ends an event's way: it stays in the record as evidence, and outside of the state. A value.
struct Refusal
{
    QString event; ///< id
    QString reason;
    QString rule; ///< id of the process's rule; may be empty
};

/// A refused event that nobody has dealt with yet. A value.
struct RefusedEvent
{
    Event event;
    QString reason;
    QString rule; ///< as in Refusal
};

/// An event of the file that counts in no state: refused, or lost by the server and not got back. A value.
struct SetAside
{
    Event event;
    QString reason;         ///< as in Refusal; empty: a server that went back had it once
    QString rule;           ///< as in Refusal
    bool isSettled = false; ///< a person has dealt with it

    [[nodiscard]] bool isRefused() const { return !reason.isEmpty(); }
};

/// What became of places that a server has lost. A value.
struct Rewind
{
    int aside = 0;  ///< events set aside
    int queued = 0; ///< those of them that go there again from here

    bool operator==(const Rewind &) const = default;
};

/// What the file of one incident keeps for the exchange with a backend. Each call is one transaction, durable when it
/// answers. Implemented by app/store; used in one thread at a time; owned by whoever owns the file.
class SyncJournal
{
public:
    virtual ~SyncJournal() = default;

    [[nodiscard]] virtual Outcome<SyncCursor> cursor() const = 0;
    /// Which server this file belongs to, and in which of its generations its places were last found to agree. In another
    /// generation it may have lost attachments: all are to be sent again.
    [[nodiscard]] virtual Outcome<void> bind(const QString &server, const QString &generation) = 0;
    /// What is queued now was written before there was a backend: it goes there as history (decisions 3).
    [[nodiscard]] virtual Outcome<void> markHistory() = 0;
    /// Chain hash of a place; empty when this file does not reach there.
    [[nodiscard]] virtual Outcome<QByteArray> chainHashAt(qint64 serverSeq) const = 0;

    /// Events written here that no pull has shown, in the order they were written: at most `limit`, and of a size that one
    /// call takes.
    [[nodiscard]] virtual Outcome<QList<QueuedEvent>> queued(int limit) const = 0;
    /// How many of what readToFold() gives behind the server's order are history: they are the first there.
    [[nodiscard]] virtual Outcome<qsizetype> queuedHistory() const = 0;
    /// Whether the event that has the first place was written into this file, or by `recorder` into another: only who wrote it
    /// can put the incident back.
    [[nodiscard]] virtual Outcome<bool> mayPutBack(const QString &recorder) const = 0;
    /// Events as a pull gave them, behind the cursor without a hole. What is new is written, each gets its place, what was
    /// queued is freed, the cursor moves: all or nothing. Problem::Refused "id-reused" for a known id with another content.
    [[nodiscard]] virtual Outcome<void> take(const QList<ServerEvent> &events) = 0;
    /// Takes events out of the queue for good. Ids that are not queued are left alone.
    [[nodiscard]] virtual Outcome<void> refuse(const QList<Refusal> &refusals) = 0;
    /// What was refused, with its reason, in the order it was written.
    [[nodiscard]] virtual Outcome<QList<Refusal>> refusals() const = 0;
    /// Those of them that a person has still to deal with.
    [[nodiscard]] virtual Outcome<QList<RefusedEvent>> openRefusals() const = 0;
    /// A person has dealt with it: it stays refused, and is open no longer, not even when it is refused once more.
    [[nodiscard]] virtual Outcome<void> settleRefusal(const QString &event) = 0;

    /// The server has lost the places behind `serverSeq`: they are set aside, never deleted. What was written into this file is
    /// queued again, and what `recorder` wrote into another that may be gone.
    [[nodiscard]] virtual Outcome<Rewind> rewindTo(qint64 serverSeq, const QString &recorder) = 0;
    /// The server has this author's chain up to `deviceSeq` only: refused events behind that are queued again, with their
    /// reason. How many.
    [[nodiscard]] virtual Outcome<int> requeueRefused(const QString &device, qint64 deviceSeq) = 0;
    /// Ids of what is queued of that chain and was not written into this file: rewindTo() queued it for `recorder`.
    [[nodiscard]] virtual Outcome<QList<QString>> queuedFromElsewhere(const QString &device) const = 0;
    /// Events that were set aside and that the server has not got back: as far as this file knows, it alone has them.
    [[nodiscard]] virtual Outcome<qint64> onlyHere() const = 0;

    /// What was refused and what onlyHere() counts, in the order in which this file came to know it.
    [[nodiscard]] virtual Outcome<QList<SetAside>> setAside() const = 0;

    /// Events as the state folds them (decisions 8): the server's order, then what is queued; neither refused events nor those set
    /// aside. `take` returns false to stop early.
    [[nodiscard]] virtual Outcome<void> readToFold(const std::function<bool(const Event &)> &take) const = 0;

    /// Attachments by SHA-256 in hex: those that the record names, or what is queued, and that no server is known to have (what
    /// nobody recorded, or was refused, stays here), and those that events name and this file lacks.
    [[nodiscard]] virtual Outcome<QList<QString>> blobsToSend(int limit) const = 0;
    [[nodiscard]] virtual Outcome<QList<QString>> blobsWanted(int limit) const = 0;
    [[nodiscard]] virtual Outcome<QByteArray> readBlob(const QString &sha256) const = 0;
    [[nodiscard]] virtual Outcome<void> blobSent(const QString &sha256) = 0;
    [[nodiscard]] virtual Outcome<void> takeBlob(const QString &sha256, const QByteArray &bytes) = 0;
};

} // namespace fireline::domain
