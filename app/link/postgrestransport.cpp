// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgrestransport.h"

#include <QSqlDriver>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace fireline::link {

using namespace sync;

PostgresTransport::PostgresTransport(const backend::BackendAddress &address, const PostgresCalls::AuthorityOf &authorityOf,
                                     Answered answered, Rung rung)
    : m_answered(std::move(answered))
    , m_rung(std::move(rung))
    , m_worker(new QObject)
    , m_calls(std::make_unique<PostgresCalls>(address, authorityOf))
{
    m_thread.setObjectName(u"postgresql"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

PostgresTransport::~PostgresTransport()
{
    ++m_session;
    cutSocket();
    // The connection belongs to that thread and goes there.
    QMetaObject::invokeMethod(m_worker, [this] {
        publishSocket(-1);
        m_calls.reset();
        m_worker->deleteLater();
        m_thread.quit();
    });
    m_thread.wait();
}

void PostgresTransport::send(quint64 ticket, const Request &request)
{
    QMetaObject::invokeMethod(m_worker,
                              [this, session = m_session.load(), ticket, request] { performHere(session, ticket, request); });
}

void PostgresTransport::abort()
{
    ++m_session;
    cutSocket();
    QMetaObject::invokeMethod(m_worker, [this, session = m_session.load()] {
        if (session != m_session)
            return;
        publishSocket(-1);
        m_calls->close();
    });
}

void PostgresTransport::performHere(quint64 session, quint64 ticket, const Request &request)
{
    if (session != m_session)
        return;
    const bool connects = std::holds_alternative<ask::Connect>(request);
    if (connects)
        publishSocket(-1);
    const Answer answer = m_calls->perform(request);
    if (connects)
        publishSocket(m_calls->socket());
    if (std::holds_alternative<ask::Listen>(request) && m_calls->driver())
        listenHere(session);
    QMetaObject::invokeMethod(this, [this, session, ticket, answer] {
        if (session == m_session)
            m_answered(ticket, answer);
    });
}

void PostgresTransport::listenHere(quint64 session)
{
    QObject::connect(m_calls->driver(), &QSqlDriver::notification, m_worker,
                     [this, session](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
                         QMetaObject::invokeMethod(this, [this, session, text = payload.toString()] {
                             if (session == m_session)
                                 m_rung(text);
                         });
                     });
}

void PostgresTransport::publishSocket(int socket)
{
    const std::lock_guard lock(m_socketLock);
    m_socket = socket;
}

void PostgresTransport::cutSocket()
{
    const std::lock_guard lock(m_socketLock);
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

} // namespace fireline::link
