// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerof.h"
#include "core/eventstore.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace fireline::session {

/// A store in a thread of its own, so that whoever writes never waits for a disk. append() takes the events over and answers
/// at once; saved() or notSaved() says what became of them. After a failure nothing later is written before mend(), so that
/// the order of the record never breaks. Made in the window's thread; owned by the session. Destroying it first finishes what
/// is queued; within run() it may be destroyed too, as a session that could not be made does.
class ThreadedStore : public QObject, public domain::EventStore
{
    Q_OBJECT
public:
    using Inner = std::unique_ptr<domain::EventStore>;
    using Maker = std::function<domain::Outcome<Inner>()>;

    ThreadedStore();
    ~ThreadedStore() override;

    /// Runs a job in the store's thread, behind everything that is queued. Calls of this store made by the job act at once.
    template<typename T>
    [[nodiscard]] QFuture<T> run(std::function<T()> job);

    /// Makes the inner store. Only within run(), once.
    [[nodiscard]] domain::Outcome<void> openHere(const Maker &make);
    /// The inner store; only within run(), null before openHere().
    [[nodiscard]] domain::EventStore *inner() const { return m_inner.get(); }

    /// Something that works with the inner store in its thread, and goes before it; an earlier one goes. Only within run().
    void keepBeside(std::unique_ptr<QObject> helper) { m_beside = std::move(helper); }
    [[nodiscard]] QObject *beside() const { return m_beside.get(); }

    /// Lets writing begin again after a failure; what failed is to be appended again, in order.
    void mend();

    [[nodiscard]] QString incident() const override;
    [[nodiscard]] domain::Outcome<void> append(const QList<domain::Event> &events) override;
    /// The next three act within run() alone; anywhere else they answer Problem::Internal rather than wait for a disk.
    [[nodiscard]] domain::Outcome<void> read(qint64 afterSeq,
                                             const std::function<bool(qint64 seq, const domain::Event &)> &take) const override;
    [[nodiscard]] domain::Outcome<QList<QString>> search(const QString &words, int limit) const override;
    [[nodiscard]] domain::Outcome<QString> putBlob(const QByteArray &bytes) override;
    [[nodiscard]] domain::Outcome<QByteArray> blob(const QString &sha256) const override;

signals:
    /// These survive a power cut now.
    void saved(const QStringList &eventIds);
    void notSaved(const QList<domain::Event> &events, const domain::Problem &problem);

private:
    [[nodiscard]] bool isHere() const { return QThread::currentThread() == m_thread; }
    void appendHere(const QList<domain::Event> &events);

    QThread *m_thread;
    QObject *m_worker; ///< lives in the thread: what is invoked on it runs there
    Inner m_inner;     ///< touched in the thread alone
    std::unique_ptr<QObject> m_beside;
    std::optional<domain::Problem> m_broken;
    QString m_incident;
};

template<typename T>
QFuture<T> ThreadedStore::run(std::function<T()> job)
{
    return answerOf<T>(std::move(job), [this](auto work) { QMetaObject::invokeMethod(m_worker, std::move(work)); });
}

} // namespace fireline::session
