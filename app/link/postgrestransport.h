// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports.h"
#include "postgresworker.h"

#include <QObject>
#include <QThread>

namespace fireline::link {

/// The way to PostgreSQL: calls block in a thread of their own, answers come by callback into the thread that made this.
/// Destroying it never waits for the network: a thread whose call hangs ends by itself, later. Owned by the exchange's driver.
class PostgresTransport : public QObject, public sync::Transport
{
public:
    PostgresTransport(const backend::BackendAddress &address, const PostgresCalls::AuthorityOf &authorityOf,
                      PostgresWorker::Answered answered, PostgresWorker::Rung rung);
    ~PostgresTransport() override;

    void send(quint64 ticket, const sync::Request &request) override;
    void abort() override;

private:
    QThread *m_thread; ///< of the worker; ends and goes with it
    PostgresWorker *m_worker;
};

} // namespace fireline::link
