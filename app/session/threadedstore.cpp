// SPDX-License-Identifier: GPL-3.0-or-later
#include "threadedstore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;

namespace {

Problem wrongThread()
{
    return {Problem::Kind::Internal,
            u"wrong-thread"_s,
            ThreadedStore::tr("The record can only be read in its own thread."),
            {},
            {},
            {}};
}

} // namespace

ThreadedStore::ThreadedStore() : m_thread(new QThread), m_worker(new QObject)
{
    qRegisterMetaType<QList<Event>>();
    qRegisterMetaType<Problem>();
    m_thread->setObjectName(u"store"_s);
    m_worker->moveToThread(m_thread);
    m_thread->start();
}

ThreadedStore::~ThreadedStore()
{
    if (isHere()) {
        // Whoever let go last may have been here though the entries came from elsewhere: they are written first.
        QCoreApplication::sendPostedEvents(m_worker, QEvent::MetaCall);
        m_beside.reset();
        m_inner.reset();
        m_worker->deleteLater();
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
        m_thread->quit();
        return;
    }
    // The queue is served in order: when this has run, everything before it is on the disk and the file is closed.
    const auto close = [this] {
        m_beside.reset();
        m_inner.reset();
        delete m_worker;
    };
    auto *closer = new QObject;
    closer->moveToThread(m_thread);
    QMetaObject::invokeMethod(closer, close, Qt::BlockingQueuedConnection);
    closer->deleteLater();
    m_thread->quit();
    m_thread->wait();
    delete m_thread;
}

Outcome<void> ThreadedStore::openHere(const Maker &make)
{
    Q_ASSERT(isHere());
    auto made = make();
    if (!made)
        return made.problem();
    m_inner = std::move(made).value();
    m_incident = m_inner->incident();
    return {};
}

void ThreadedStore::mend()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_broken.reset(); });
}

QString ThreadedStore::incident() const
{
    return m_incident;
}

Outcome<void> ThreadedStore::append(const QList<Event> &events)
{
    if (m_incident.isEmpty() && !events.isEmpty())
        m_incident = events.first().incident;
    if (isHere())
        return m_inner->append(events);
    QMetaObject::invokeMethod(m_worker, [this, events] { appendHere(events); });
    return {};
}

void ThreadedStore::appendHere(const QList<Event> &events)
{
    if (!m_broken) {
        const auto appended = m_inner->append(events);
        if (appended) {
            QStringList ids;
            ids.reserve(events.size());
            for (const Event &event : events)
                ids.append(event.id);
            emit saved(ids);
            return;
        }
        m_broken = appended.problem();
    }
    emit notSaved(events, *m_broken);
}

Outcome<void> ThreadedStore::read(qint64 afterSeq, const std::function<bool(qint64, const Event &)> &take) const
{
    return isHere() ? m_inner->read(afterSeq, take) : Outcome<void>(wrongThread());
}

Outcome<QList<QString>> ThreadedStore::search(const QString &words, int limit) const
{
    return isHere() ? m_inner->search(words, limit) : Outcome<QList<QString>>(wrongThread());
}

Outcome<QString> ThreadedStore::putBlob(const QByteArray &bytes)
{
    return isHere() ? m_inner->putBlob(bytes) : Outcome<QString>(wrongThread());
}

Outcome<QByteArray> ThreadedStore::blob(const QString &sha256) const
{
    return isHere() ? m_inner->blob(sha256) : Outcome<QByteArray>(wrongThread());
}

} // namespace fireline::session
