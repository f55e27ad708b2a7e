// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgrestransport.h"
#include "syncengine.h"

#include <QElapsedTimer>
#include <QTimer>

namespace fireline::link {

/// Gives the engine of the exchange what it does without: a timer, a clock, chance, and PostgreSQL. Reads and writes files through
/// their SyncJournals, so it belongs into a thread that may wait for a disk. One thread; owned by whoever connects.
class ExchangeDriver : public QObject, private sync::SyncClock, private sync::Randomness
{
    Q_OBJECT
public:
    ExchangeDriver(const backend::BackendAddress &address, sync::SyncObserver &observer, const sync::SyncPolicy &policy = {},
                   QObject *parent = nullptr);

    void start();
    void stop();
    void retryNow();
    [[nodiscard]] domain::Outcome<void> add(const QString &incident, domain::SyncJournal &journal);
    void remove(const QString &incident);
    void localChanged(const QString &incident);
    [[nodiscard]] domain::Outcome<void> adopt(const QString &incident);
    void acceptServer(const QString &incident);

    [[nodiscard]] const sync::SyncEngine &engine() const { return m_engine; }

signals:
    /// See SyncEngine::isSettled(); once, until something is to be done again.
    void settled();

private:
    [[nodiscard]] domain::Instant wall() const override;
    [[nodiscard]] domain::Span steady() const override;
    [[nodiscard]] quint32 below(quint32 bound) override;
    /// Lets the engine do what is due, and wakes it when there is more.
    void goOn();

    QElapsedTimer m_since;
    QTimer m_timer;
    bool m_wasSettled = false;
    PostgresTransport m_transport;
    sync::SyncEngine m_engine;
};

} // namespace fireline::link
