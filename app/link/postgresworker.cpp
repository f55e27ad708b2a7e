// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresworker.h"

#include <QCoreApplication>
#include <QSqlDriver>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fireline::link {

using namespace sync;

PostgresWorker::PostgresWorker(const backend::BackendAddress &address, const PostgresCalls::AuthorityOf &authorityOf,
                               QObject *receiver)
    : m_calls(std::make_unique<PostgresCalls>(address, authorityOf))
    , m_receiver(receiver)
{
}

PostgresWorker::~PostgresWorker()
{
    publishSocket(-1);
    // The program ended under a call that hung: Qt's list of connections is gone, and the system closes this one.
    if (!QCoreApplication::instance())
        (void)m_calls.release(); // NOLINT(bugprone-unused-return-value)
}

void PostgresWorker::tellTo(Answered answered, Rung rung)
{
    m_answered = std::move(answered);
    m_rung = std::move(rung);
}

void PostgresWorker::send(quint64 ticket, const Request &request)
{
    QMetaObject::invokeMethod(this,
                              [this, session = m_session.load(), ticket, request] { performHere(session, ticket, request); });
}

void PostgresWorker::abort()
{
    ++m_session;
    cutSocket();
    QMetaObject::invokeMethod(this, [this, session = m_session.load()] {
        if (session != m_session)
            return;
        publishSocket(-1);
        m_calls->close();
    });
}

void PostgresWorker::letGo()
{
    {
        const std::lock_guard lock(m_receiverLock);
        m_receiver = nullptr;
    }
    ++m_session;
    cutSocket();
}

void PostgresWorker::performHere(quint64 session, quint64 ticket, const Request &request)
{
    if (session != m_session)
        return;
    const bool connects = std::holds_alternative<ask::Connect>(request);
    if (connects)
        publishSocket(-1); // or the old connection would stay open
    const Answer answer = m_calls->perform(request);
    if (connects)
        publishSocket(m_calls->socket());
    if (std::holds_alternative<ask::Listen>(request) && m_calls->driver())
        listenHere(session);
    tell(session, [this, ticket, answer] { m_answered(ticket, answer); });
}

void PostgresWorker::listenHere(quint64 session)
{
    connect(m_calls->driver(), &QSqlDriver::notification, this,
            [this, session](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
                tell(session, [this, text = payload.toString()] { m_rung(text); });
            });
}

// What is told waits in the receiver's thread; letGo() is called there, and what still waits then goes with the receiver.
void PostgresWorker::tell(quint64 session, const std::function<void()> &what)
{
    const std::lock_guard lock(m_receiverLock);
    if (!m_receiver)
        return;
    QMetaObject::invokeMethod(m_receiver, [this, session, what] {
        if (session == m_session)
            what();
    });
}

// A number of our own for the same socket: libpq closes its own as soon as the server is gone, and tells nobody, and the system gives
// that number to whatever is opened next.
void PostgresWorker::publishSocket(int socket)
{
    const std::lock_guard lock(m_socketLock);
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = socket >= 0 ? ::fcntl(socket, F_DUPFD_CLOEXEC, 0) : -1;
}

bool PostgresWorker::hasSocket()
{
    const std::lock_guard lock(m_socketLock);
    return m_socket >= 0;
}

void PostgresWorker::cutSocket()
{
    const std::lock_guard lock(m_socketLock);
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

} // namespace fireline::link
