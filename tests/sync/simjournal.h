// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncjournal.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>

/// The file of one incident in memory, with the promises of a real one: each call is whole or not at all. It outlives the
/// console that crashes. One thread.
class SimJournal : public fireline::domain::SyncJournal
{
public:
    using Event = fireline::domain::Event;
    using ServerEvent = fireline::domain::ServerEvent;
    template<typename T>
    using Outcome = fireline::domain::Outcome<T>;

    /// A fault to be noticed: the cursor is written before the events, and a crash may come between the two.
    std::function<bool()> crashBetween;

    void write(const Event &event);
    /// Another: what was refused is never pushed again, though a server that went back has forgotten it.
    bool forgetsRefusals = false;
    /// As a real file has it: payloads of one call together; one event goes however large it is.
    qsizetype mostBytesAtOnce = 4 * 1024 * 1024;
    /// Another: what a server has was sent to it once, and that it may have lost it since is not thought of.
    bool keepsSentBlobs = false;
    /// As if an answer, or the mere sending, had freed it.
    void forget(const QString &id) { m_queue.removeOne(id); }

    [[nodiscard]] QList<Event> ordered() const;
    [[nodiscard]] QList<Event> queuedEvents() const;
    [[nodiscard]] QList<Event> own() const;
    [[nodiscard]] const QHash<QString, QString> &reasons() const { return m_refused; }
    [[nodiscard]] const QMap<qint64, ServerEvent> &places() const { return m_places; }
    [[nodiscard]] bool isEmpty() const { return m_events.isEmpty(); }
    [[nodiscard]] bool isHistory(const QString &id) const { return m_history.contains(id); }

    Outcome<fireline::domain::SyncCursor> cursor() const override { return m_cursor; }
    Outcome<void> bind(const QString &server, const QString &generation) override;
    Outcome<void> markHistory() override;
    Outcome<QByteArray> chainHashAt(qint64 serverSeq) const override;
    Outcome<QList<fireline::domain::QueuedEvent>> queued(int limit) const override;
    Outcome<qsizetype> queuedHistory() const override;
    Outcome<bool> mayPutBack(const QString &recorder) const override;
    Outcome<void> take(const QList<ServerEvent> &events) override;
    Outcome<void> refuse(const QList<fireline::domain::Refusal> &refusals) override;
    Outcome<QList<fireline::domain::Refusal>> refusals() const override;
    Outcome<QList<fireline::domain::RefusedEvent>> openRefusals() const override;
    Outcome<void> settleRefusal(const QString &event) override;
    Outcome<fireline::domain::Rewind> rewindTo(qint64 serverSeq, const QString &recorder) override;
    Outcome<int> requeueRefused(const QString &device, qint64 deviceSeq) override;
    Outcome<QList<QString>> queuedFromElsewhere(const QString &device) const override;
    Outcome<qint64> onlyHere() const override;
    Outcome<QList<fireline::domain::SetAside>> setAside() const override;
    Outcome<void> readToFold(const std::function<bool(const Event &)> &take) const override;
    Outcome<QList<QString>> blobsToSend(int limit) const override;
    Outcome<QList<QString>> blobsWanted(int limit) const override;
    Outcome<QByteArray> readBlob(const QString &sha256) const override;
    Outcome<void> blobSent(const QString &sha256) override;
    Outcome<void> takeBlob(const QString &sha256, const QByteArray &bytes) override;

    QSet<QString> settled;
    QHash<QString, QByteArray> blobs;
    QSet<QString> blobsSent;
    QSet<QString> blobsMissing;
    QSet<QString> blobsDamaged; ///< on the disk: they cannot be read

private:
    void remember(const Event &event);
    [[nodiscard]] bool isBy(const Event &event, const QString &recorder) const;
    void sortQueue();
    [[nodiscard]] QSet<QString> lost() const;

    QHash<QString, Event> m_events;
    QHash<QString, qsizetype> m_order; ///< in which they came to be known here
    QSet<QString> m_aside;
    QList<QString> m_own; ///< in the order they were written
    QList<QString> m_queue;
    QSet<QString> m_history;
    QHash<QString, QString> m_refused;
    QHash<QString, QString> m_refusedBefore;
    QMap<qint64, ServerEvent> m_places;
    fireline::domain::SyncCursor m_cursor;
};
