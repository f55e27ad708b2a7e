// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchangedriver.h"

namespace fireline::link {

/// The exchange of one incident's file, or of none yet, told by signals. Reads and writes the file through its SyncJournal, so it
/// lives in the thread of the file; what listens elsewhere is told by queued signals, after it is durable. Owned by whoever
/// connects.
class IncidentLink : public QObject
{
    Q_OBJECT
public:
    explicit IncidentLink(const backend::BackendAddress &address, const sync::SyncPolicy &policy = {});
    ~IncidentLink() override;

    void start() { m_driver.start(); }
    void retryNow() { m_driver.retryNow(); }
    /// Once; the journal stays until this is gone.
    [[nodiscard]] domain::Outcome<void> follow(const QString &incident, domain::SyncJournal &journal);
    /// What is in the file now goes there as history (decisions 3): a person's wish.
    [[nodiscard]] domain::Outcome<void> adopt();
    void localChanged();
    void acceptServer() { m_driver.acceptServer(m_incident); }

    [[nodiscard]] const QString &incident() const { return m_incident; }
    [[nodiscard]] const sync::LinkStatus &status() const { return m_driver.engine().status(); }
    [[nodiscard]] sync::ReplicaStatus replica() const;
    /// Events and attachments that are still to be handed over, one at least; false when the file cannot be read.
    [[nodiscard]] bool hasUnsent() const;

signals:
    void linkChanged(const fireline::sync::LinkStatus &status);
    void replicaChanged(const fireline::sync::ReplicaStatus &status);
    void headsSeen(const QList<fireline::domain::ServerHead> &heads);
    void taken(const QList<fireline::domain::ServerEvent> &events);
    void refused(const QList<fireline::domain::Refusal> &refusals);
    /// See SyncObserver::rewound().
    void rewound(qint64 seq, const fireline::domain::Rewind &what);
    void blobTaken(const QString &sha256);
    /// Connected, and for now there is nothing left to pull, to push or to try.
    void settled();

private:
    class Teller;

    std::unique_ptr<Teller> m_teller;
    domain::SyncJournal *m_journal = nullptr;
    QString m_incident;
    ExchangeDriver m_driver;
};

} // namespace fireline::link
