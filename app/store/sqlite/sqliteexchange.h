// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventverifier.h"
#include "sqlite/blobtable.h"
#include "sqlite/recordwriter.h"
#include "sync/syncjournal.h"

#include <functional>

namespace fireline::store {

/// What a file keeps for the exchange with a backend: the server's order, what waits, what was refused, what was set aside. Each
/// call that writes is one transaction. One thread; owned by its journal.
class SqliteExchange : public domain::SyncJournal
{
public:
    using Check = std::function<domain::Outcome<void>()>;
    template<typename T>
    using Outcome = domain::Outcome<T>;

    /// `checkWriter` says whether the file may be written at this moment.
    SqliteExchange(Connection &connection, MetaTable &meta, EventTable &events, OutboxTable &outbox, BlobTable &blobs,
                   RecordWriter &writer, Check checkWriter);

    [[nodiscard]] Outcome<domain::SyncCursor> cursor() const override;
    [[nodiscard]] Outcome<void> bind(const QString &server, const QString &generation) override;
    [[nodiscard]] Outcome<void> markHistory() override;
    [[nodiscard]] Outcome<QByteArray> chainHashAt(qint64 serverSeq) const override;
    [[nodiscard]] Outcome<QList<domain::QueuedEvent>> queued(int limit) const override;
    [[nodiscard]] Outcome<qsizetype> queuedHistory() const override;
    [[nodiscard]] Outcome<bool> mayPutBack(const QString &recorder) const override;
    [[nodiscard]] Outcome<void> take(const QList<domain::ServerEvent> &events) override;
    [[nodiscard]] Outcome<void> refuse(const QList<domain::Refusal> &refusals) override;
    [[nodiscard]] Outcome<QList<domain::Refusal>> refusals() const override;
    [[nodiscard]] Outcome<QList<domain::RefusedEvent>> openRefusals() const override;
    [[nodiscard]] Outcome<void> settleRefusal(const QString &event) override;
    [[nodiscard]] Outcome<domain::Rewind> rewindTo(qint64 serverSeq, const QString &recorder) override;
    [[nodiscard]] Outcome<int> requeueRefused(const QString &device, qint64 deviceSeq) override;
    [[nodiscard]] Outcome<QList<QString>> queuedFromElsewhere(const QString &device) const override;
    [[nodiscard]] Outcome<qint64> onlyHere() const override;
    [[nodiscard]] Outcome<QList<domain::SetAside>> setAside() const override;
    [[nodiscard]] Outcome<void> readToFold(const std::function<bool(const domain::Event &)> &take) const override;
    [[nodiscard]] Outcome<QList<QString>> blobsToSend(int limit) const override;
    [[nodiscard]] Outcome<QList<QString>> blobsWanted(int limit) const override;
    [[nodiscard]] Outcome<QByteArray> readBlob(const QString &sha256) const override;
    [[nodiscard]] Outcome<void> blobSent(const QString &sha256) override;
    [[nodiscard]] Outcome<void> takeBlob(const QString &sha256, const QByteArray &bytes) override;

    /// Events as the server ordered them, and no others; `take` returns false to stop early.
    [[nodiscard]] Outcome<void> readShared(const std::function<bool(const domain::Event &)> &take) const;
    /// Recomputes the chain over the places; what does not match goes into `verifier`.
    [[nodiscard]] Outcome<void> checkPlaces(domain::EventVerifier &verifier) const;

private:
    using Place = std::function<bool(qint64 seq, const domain::ServerEvent &)>;

    [[nodiscard]] Outcome<void> inTransaction(const std::function<Outcome<void>()> &work);
    [[nodiscard]] Outcome<int> run(const QString &name, std::initializer_list<QVariant> values) const;
    [[nodiscard]] Outcome<void> takeOne(const domain::ServerEvent &event);
    [[nodiscard]] Outcome<domain::Event> eventAt(qint64 seq) const;
    [[nodiscard]] Outcome<QStringList> settledRefusals() const;
    [[nodiscard]] Outcome<void> readPlaces(const Place &take) const;
    [[nodiscard]] Outcome<QList<QString>> names(const QString &statement, int limit) const;

    Connection &m_connection;
    MetaTable &m_meta;
    EventTable &m_events;
    OutboxTable &m_outbox;
    BlobTable &m_blobs;
    RecordWriter &m_writer;
    Check m_checkWriter;
};

} // namespace fireline::store
