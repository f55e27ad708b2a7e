// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentlink.h"

using namespace Qt::StringLiterals;

namespace fireline::link {

using namespace domain;
using namespace sync;

/// What the engine tells, as signals.
class IncidentLink::Teller : public SyncObserver
{
public:
    explicit Teller(IncidentLink &link) : m_link(link) { }

    void linkChanged(const LinkStatus &status) override { emit m_link.linkChanged(status); }
    void replicaChanged(const QString &, const ReplicaStatus &status) override { emit m_link.replicaChanged(status); }
    void headsSeen(const QList<ServerHead> &heads) override { emit m_link.headsSeen(heads); }
    void taken(const QString &, const QList<ServerEvent> &events) override { emit m_link.taken(events); }
    void refused(const QString &, const QList<Refusal> &refusals) override { emit m_link.refused(refusals); }
    void rewound(const QString &, qint64 seq, const Rewind &what) override { emit m_link.rewound(seq, what); }
    void blobTaken(const QString &, const QString &sha256) override { emit m_link.blobTaken(sha256); }

private:
    IncidentLink &m_link;
};

IncidentLink::IncidentLink(const backend::BackendAddress &address, const SyncPolicy &policy)
    : m_teller(std::make_unique<Teller>(*this))
    , m_driver(address, *m_teller, policy)
{
    connect(&m_driver, &ExchangeDriver::settled, this, &IncidentLink::settled);
}

IncidentLink::~IncidentLink() = default;

Outcome<void> IncidentLink::follow(const QString &incident, SyncJournal &journal)
{
    m_incident = incident;
    m_journal = &journal;
    return m_driver.add(incident, journal);
}

Outcome<void> IncidentLink::adopt()
{
    return m_driver.adopt(m_incident);
}

void IncidentLink::localChanged()
{
    m_driver.localChanged(m_incident);
}

ReplicaStatus IncidentLink::replica() const
{
    return m_driver.engine().status(m_incident).value_or(ReplicaStatus());
}

bool IncidentLink::hasUnsent() const
{
    if (!m_journal)
        return false;
    const auto events = m_journal->queued(1);
    const auto blobs = m_journal->blobsToSend(1);
    return (events && !events.value().isEmpty()) || (blobs && !blobs.value().isEmpty());
}

} // namespace fireline::link
