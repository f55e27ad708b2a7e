// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fileexchange.h"
#include "state/contestedfields.h"
#include "strip/linkstate.h"

#include <QObject>

namespace fireline::window {

class IncidentController;

/// The incident of a window and the shared backend: begins the exchange in the store's thread and takes what comes of it over
/// into the incident. GUI thread, which never waits for a server; owned by the controller, and outlives its store.
class IncidentSharing : public QObject
{
    Q_OBJECT
public:
    explicit IncidentSharing(IncidentController &incident);

    /// `adopt`: a file that was on no backend goes there, with what is in it as history.
    void begin(const backend::BackendAddress &address, bool adopt);
    /// The same with another password.
    void beginAgain(const backend::BackendAddress &address);
    /// The file belongs to a backend, and which one is not known here.
    void showOffline(const QString &reason);
    /// Not waiting for the next attempt.
    void retryNow();
    [[nodiscard]] bool isBegun() const { return m_begun; }
    [[nodiscard]] const models::LinkState &state() const { return m_state; }
    /// Why nothing can be recorded here: the record is the backend's, and there this login may look only. An entry would be
    /// in force on this screen alone, and in nobody's record. Stays so while the backend is away; empty: it can.
    [[nodiscard]] QString whyNothingIsTaken() const;
    /// What the backend did not take, and nobody has dealt with; kept in the file.
    [[nodiscard]] const QList<domain::RefusedEvent> &refusals() const { return m_refusals; }
    void settleRefusal(const QString &event);
    /// What is in the file and counts in no state: the same, what a person has dealt with, and what the server lost.
    [[nodiscard]] const QList<domain::SetAside> &setAside() const { return m_aside; }
    /// The backend's record of the incident was rewritten, and a person has to say which one counts.
    [[nodiscard]] bool isRewritten() const;
    /// What it says; only where isRewritten().
    [[nodiscard]] const domain::Problem &rewrittenProblem() const { return *m_replica.problem; }
    /// A person has: the backend's. What is here of the other is set aside, and what was written here goes there again.
    void acceptServer();
    /// The record as the backend orders it now, and what came behind that.
    void follow(const session::OrderedRecord &record);
    void follow(const QList<domain::ServerEvent> &events);
    /// Fields that several consoles set at once, and nobody has chosen.
    [[nodiscard]] const QList<domain::ContestedField> &contested() const { return m_contested; }
    /// In force here, and it could still be refused, or get another number (decisions 5 and 9).
    [[nodiscard]] static bool isProvisional(const QString &type);
    /// Marks what could still change once the backend answers.
    void markUnconfirmed();

    /// As the exchange tells it.
    void linkChanged(const sync::LinkStatus &status);
    void onlyHereChanged(qint64 count);
    void headsSeen(const QList<domain::ServerHead> &heads);

signals:
    void stateChanged();
    void refusalsChanged();
    void setAsideChanged();
    void contestedChanged();
    /// The server went back in time: so many entries that it had are in files like this one alone. None: it has them again.
    void wentBack(int onlyHere);
    void rewritten(const fireline::domain::Problem &problem);
    void problemOccurred(const fireline::domain::Problem &problem);
    /// The backend does not let this console in, until connected().
    void notConnected(const fireline::domain::Problem &problem);
    void connected();

private:
    void listen(session::FileExchange &exchange);
    void replicaChanged(const sync::ReplicaStatus &status);
    void refused(const QList<domain::Refusal> &refusals);
    void look();
    void lookAtFields();

    IncidentController &m_incident;
    bool m_begun = false;
    sync::LinkStatus m_link;
    QString m_notConnected; ///< why, as it was last told; empty while there is a connection
    sync::ReplicaStatus m_replica;
    domain::Instant m_away; ///< nothing is exchanged from then on
    models::LinkState m_state;
    QList<domain::RefusedEvent> m_refusals;
    QList<domain::SetAside> m_aside;
    QStringList m_connected;
    domain::ContestedFields m_fields; ///< by what has a place
    QList<domain::ContestedField> m_contested;
    bool m_mayWrite = true; ///< as the backend said when it was there last
    bool m_isThere = false; ///< the backend has something of this record
    int m_attachments = 0;  ///< that the backend does not have
    bool m_severityUnconfirmed = false;
    bool m_phaseUnconfirmed = false;
};

/// What is told of `offset`, the server's clock minus ours: nothing up to two seconds, and nothing new where it is much as before.
[[nodiscard]] domain::Span toldSkew(std::optional<domain::Span> offset, domain::Span before);

} // namespace fireline::window
