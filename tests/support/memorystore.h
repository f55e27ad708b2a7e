// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventstore.h"

#include <QCryptographicHash>
#include <QHash>

/// An event store in memory that can be told to fail, for what a real disk cannot be made to show on cue. One thread.
class MemoryStore : public fireline::domain::EventStore
{
public:
    using Problem = fireline::domain::Problem;
    using Event = fireline::domain::Event;
    template<typename T>
    using Outcome = fireline::domain::Outcome<T>;

    /// What other owners of the store's content can see and change while the session owns the store.
    struct Disk
    {
        QList<Event> events;
        QHash<QString, QByteArray> blobs;
        int appends = 0;
        int failFrom = -1; ///< number of the first append that fails, from 0; -1: none does
        int failures = 0;  ///< how many fail from there
        Problem::Kind failure = Problem::Kind::Full;
    };

    explicit MemoryStore(Disk &disk) : m_disk(disk) { }

    QString incident() const override { return m_disk.events.isEmpty() ? QString() : m_disk.events.first().incident; }

    Outcome<void> append(const QList<Event> &events) override
    {
        const int number = m_disk.appends++;
        if (m_disk.failFrom >= 0 && number >= m_disk.failFrom && number < m_disk.failFrom + m_disk.failures)
            return Problem{m_disk.failure, QStringLiteral("full"), QStringLiteral("The disk is full."), {}, {}, {}};
        m_disk.events.append(events);
        return {};
    }

    Outcome<void> read(qint64 afterSeq, const std::function<bool(qint64, const Event &)> &take) const override
    {
        for (qsizetype i = afterSeq; i < m_disk.events.size(); ++i) {
            if (!take(i + 1, m_disk.events.at(i)))
                break;
        }
        return {};
    }

    Outcome<QList<QString>> search(const QString &, int) const override { return QList<QString>(); }

    Outcome<QString> putBlob(const QByteArray &bytes) override
    {
        const QString key = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        m_disk.blobs.insert(key, bytes);
        return key;
    }

    Outcome<QByteArray> blob(const QString &sha256) const override { return m_disk.blobs.value(sha256); }

private:
    Disk &m_disk;
};
