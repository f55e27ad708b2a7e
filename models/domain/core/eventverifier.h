// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace fireline::domain {

/// How far a record reaches, written down beside it: without it a removed tail could not be seen. A value.
struct RecordedHead
{
    qint64 count = 0;
    QByteArray hash = zeroHash(); ///< record hash of the last event
    bool operator==(const RecordedHead &) const = default;
};

/// One step of the chain over recorded order, which runs across authors: it shows rows that changed places.
[[nodiscard]] QByteArray nextRecordHash(const QByteArray &before, qint64 seq, const QByteArray &eventHash);

/// What a verification found. A value.
struct VerifyReport
{
    struct Bad
    {
        QString id; ///< as stored, also when that is what was changed; empty when no event can be named
        qint64 seq = 0;
        QString reason; ///< one translated clause
    };
    qint64 events = 0;
    std::optional<Bad> firstBad;
    [[nodiscard]] bool ok() const { return !firstBad; }
};

/// Recomputes every hash and chain of one incident's record, fed in recorded order: content, author's chain for each
/// device, ids, places, and the recorded head. Pure; owned by its caller; one thread.
class EventVerifier
{
public:
    /// `recordHash` may be empty where the source has none (an exported log). `pulled` came from a backend, which shows no
    /// refused events and may show an author's events late: they need not all be there, but those that are must fit.
    void add(qint64 seq, const Event &event, const QByteArray &recordHash = {}, bool pulled = false);
    /// Something beside the events that contradicts one of them.
    void addFault(qint64 seq, const QString &id, const QString &reason) { fail(seq, id, reason); }
    /// A row that is no event any more.
    void addUnreadable(qint64 seq, const QString &id, const QString &reason);
    /// Nothing can be read behind the events added so far.
    void breakOff(const QString &reason);
    /// To be called once, last. Without a head a removed tail goes unseen.
    [[nodiscard]] VerifyReport finish(const std::optional<RecordedHead> &head = {});

private:
    struct AuthorHead
    {
        QByteArray hash = zeroHash();
        qint64 seq = 0;
    };
    QString faultOf(qint64 seq, const Event &event, const QByteArray &recordHash, bool pulled);
    QString authorFault(const Event &event, bool pulled);
    void fail(qint64 seq, const QString &id, const QString &reason);

    VerifyReport m_report;
    QHash<QString, AuthorHead> m_authors;
    QHash<QPair<QString, qint64>, QByteArray> m_before; ///< of pulled events: what the author's number before must hash to
    QHash<QPair<QString, qint64>, QByteArray> m_hashes; ///< … and what they hash to
    QSet<QString> m_ids;
    QString m_incident;
    QString m_lastId;
    RecordedHead m_head;
};

} // namespace fireline::domain
