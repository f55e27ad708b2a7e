// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports.h"
#include "postgrescalls.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <mutex>

namespace fireline::link {

/// The way to PostgreSQL: calls block in a thread of their own, answers come by callback into the thread that made this. A call
/// that hangs on a frozen server or a cut cable is ended by shutting its socket under it. Owned by the exchange's driver.
class PostgresTransport : public QObject, public sync::Transport
{
public:
    using Answered = std::function<void(quint64 ticket, const sync::Answer &)>;
    using Rung = std::function<void(const QString &payload)>;

    PostgresTransport(const backend::BackendAddress &address, const PostgresCalls::AuthorityOf &authorityOf, Answered answered,
                      Rung rung);
    ~PostgresTransport() override;

    void send(quint64 ticket, const sync::Request &request) override;
    void abort() override;

private:
    void performHere(quint64 session, quint64 ticket, const sync::Request &request);
    void listenHere(quint64 session);
    void publishSocket(int socket);
    void cutSocket();

    const Answered m_answered;
    const Rung m_rung;
    QThread m_thread;
    QObject *m_worker;                      ///< lives in the thread: what is invoked on it runs there
    std::unique_ptr<PostgresCalls> m_calls; ///< touched in the thread alone
    std::atomic<quint64> m_session = 0;     ///< one more with each abort: answers of before count no more
    std::mutex m_socketLock;                ///< nobody shuts a number that was closed and given out again meanwhile
    int m_socket = -1;
};

} // namespace fireline::link
