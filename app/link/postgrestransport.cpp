// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgrestransport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::link {

namespace {

constexpr int Courtesy = 40; // ms; for a call whose socket was shut, which is every one but a connection being made

} // namespace

PostgresTransport::PostgresTransport(const backend::BackendAddress &address, const PostgresCalls::AuthorityOf &authorityOf,
                                     PostgresWorker::Answered answered, PostgresWorker::Rung rung)
    : m_thread(new QThread)
    , m_worker(new PostgresWorker(address, authorityOf, this))
{
    m_worker->tellTo(std::move(answered), std::move(rung));
    m_thread->setObjectName(u"postgresql"_s);
    m_worker->moveToThread(m_thread);
    m_thread->start();
}

PostgresTransport::~PostgresTransport()
{
    m_worker->letGo();
    // The connection belongs to that thread and goes there.
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, thread = m_thread] {
        worker->deleteLater();
        thread->quit();
    });
    if (m_thread->wait(Courtesy)) {
        delete m_thread;
        return;
    }
    // It ends by itself, later than the thread that made it: the program's own thread clears it away.
    QCoreApplication *const program = QCoreApplication::instance();
    if (!program)
        return;
    m_thread->moveToThread(program->thread());
    QMetaObject::invokeMethod(program, [thread = m_thread] {
        connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        if (thread->isFinished())
            thread->deleteLater();
    });
}

void PostgresTransport::send(quint64 ticket, const sync::Request &request)
{
    m_worker->send(ticket, request);
}

void PostgresTransport::abort()
{
    m_worker->abort();
}

} // namespace fireline::link
