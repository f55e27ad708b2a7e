// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgrescalls.h"

#include <QObject>

#include <atomic>
#include <mutex>

namespace fireline::link {

/// The side of a transport that blocks: makes the calls, one after the other, in a thread of its own. A call that hangs is ended
/// by shutting its socket under it; one that hangs before there is a socket (a name that nobody answers for) outlives the
/// transport, and what comes of it is told to nobody. Deletes itself behind its last call.
class PostgresWorker : public QObject
{
public:
    /// `receiver` is where answers and doorbells go, in its thread, until letGo().
    PostgresWorker(const backend::BackendAddress &address, const PostgresCalls::AuthorityOf &authorityOf, QObject *receiver);
    ~PostgresWorker() override;

    using Answered = std::function<void(quint64 ticket, const sync::Answer &)>;
    using Rung = std::function<void(const QString &payload)>;
    /// Once, before the first call.
    void tellTo(Answered answered, Rung rung);

    // Any thread:
    void send(quint64 ticket, const sync::Request &request);
    void abort();
    /// There is something that abort() can cut.
    [[nodiscard]] bool hasSocket();
    /// The receiver goes: nothing is told to it any more.
    void letGo();

private:
    void performHere(quint64 session, quint64 ticket, const sync::Request &request);
    void listenHere(quint64 session);
    void tell(quint64 session, const std::function<void()> &what);
    void publishSocket(int socket);
    void cutSocket();

    Answered m_answered; ///< called in the receiver's thread
    Rung m_rung;
    std::unique_ptr<PostgresCalls> m_calls; ///< touched in the thread alone
    std::atomic<quint64> m_session = 0;     ///< one more with each abort: answers of before count no more
    std::mutex m_receiverLock;
    QObject *m_receiver;
    std::mutex m_socketLock;
    int m_socket = -1; ///< a duplicate: closed by us alone
};

} // namespace fireline::link
