// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagesize.h"
#include "ports.h"
#include "pullcheck.h"
#include "syncpolicy.h"

#include <QSet>

#include <optional>

namespace fireline::sync {

/// One incident between its file and the backend: where both agree, what to pull, what to push. Says what it wants to ask and
/// takes the answer; when it is asked is the engine's matter. Owned by the engine; the engine's thread.
class Replica
{
public:
    using State = ReplicaStatus::State;

    Replica(QString incident, domain::SyncJournal &journal, SyncObserver &observer, const SyncPolicy &policy);
    /// Reads the cursor; a file that cannot be read takes no part.
    [[nodiscard]] domain::Outcome<void> load();

    void connected(const domain::ServerHello &hello);
    void disconnected();
    /// What the server has of it; nothing when it shows us none.
    void compare(const std::optional<domain::ServerHead> &head, domain::Span now);
    /// The doorbell: somebody says that the server reaches to `seq`.
    void ring(qint64 seq, domain::Span now);
    /// There is something new to push, or to try again.
    void localChanged(domain::Span now);
    void retryNow(domain::Span now); ///< whatever waits for better times
    /// A file from before there was a backend goes there as history (decisions 3); needs a person's wish.
    [[nodiscard]] domain::Outcome<void> adopt(domain::Span now);
    /// A person has looked at the contradiction: the server's record counts, ours is set aside and our own pushed again.
    void acceptServer(domain::Span now);

    /// The heads are needed before anything else.
    [[nodiscard]] bool wantsCompare() const;
    [[nodiscard]] bool takePoke() { return std::exchange(m_poke, false); }
    [[nodiscard]] bool wantsPoke() const { return m_poke; }
    /// What to ask now, if anything. Events come before attachments.
    [[nodiscard]] std::optional<Request> nextCall(domain::Span now);
    [[nodiscard]] std::optional<Request> nextBlob(domain::Span now);
    /// The next time at which one of these two may want something that it does not want now.
    [[nodiscard]] std::optional<domain::Span> dueAt() const;
    /// Nothing wants to be asked now: it agrees with the server, or waits for a person or for better times.
    [[nodiscard]] bool isSettled(domain::Span now) const;

    void answered(const Request &request, const Answer &answer, domain::Span now);
    /// A page that the line does not carry before its deadline is asked for in smaller ones; and how long one may take.
    void stuck(const Request &request);
    void brought(const Request &request, domain::Span took);
    [[nodiscard]] domain::Span dataDeadline() const;
    [[nodiscard]] const ReplicaStatus &status() const { return m_status; }
    [[nodiscard]] const domain::SyncCursor &cursor() const { return m_cursor; }

private:
    void failed(const Request &request, const Failure &failure, domain::Span now);
    void pulled(const ask::Pull &request, const QList<domain::ServerEvent> &events, domain::Span now);
    [[nodiscard]] bool hasForgedAuthority(const domain::ServerEvent &event) const;
    void take(const QList<domain::ServerEvent> &events, bool mayBeMore, domain::Span now);
    void pushed(const ask::Append &request, const QList<domain::Verdict> &verdicts, domain::Span now);
    void shown(const domain::Verdict &verdict, domain::Span now);
    void stopped(const domain::QueuedEvent &event, const domain::Verdict &verdict, domain::Span now);
    void gap(const domain::QueuedEvent &event, qint64 deviceHead, domain::Span now);
    void cannotFollow(const QString &device, domain::Span now);
    void nothingPulled(domain::Span now);
    void search(qint64 upTo, bool contradicts, domain::Span now);
    void probed(const QList<domain::ServerEvent> &events, domain::Span now);
    void found(qint64 seq, domain::Span now);
    void agree();
    void heal(qint64 seq, domain::Span now);
    void fork(const QString &code, const QString &text);
    void pauseFor(const domain::Problem &problem, domain::Span now);
    void blobAnswered(const Request &request, const Answer &answer, domain::Span now);
    [[nodiscard]] std::optional<Request> nextToSend();
    [[nodiscard]] std::optional<Request> nextToFetch(domain::Span now);
    void fetched(const QString &sha256, const Answer &answer, domain::Span now);
    void set(State state);
    void tell();
    [[nodiscard]] std::optional<Request> nextPush(domain::Span now);

    const QString m_incident;
    domain::SyncJournal &m_journal;
    SyncObserver &m_observer;
    const SyncPolicy &m_policy;
    ReplicaStatus m_status;
    ReplicaStatus m_told;
    domain::SyncCursor m_cursor;
    domain::ServerHello m_hello;
    bool m_isConnected = false;
    PageSize m_page;
    bool m_compareWanted = false; ///< also while following: something does not add up
    bool m_pullWanted = false;
    domain::Span m_pullAt; ///< not before
    qint64 m_expected = 0; ///< a pull should reach here
    bool m_pushWanted = false;
    domain::Span m_pushAt; ///< not before
    int m_idlePushes = 0;  ///< in a row that moved nothing
    int m_emptyPulls = 0;  ///< in a row that brought nothing of what was promised
    qint64 m_gapAt = -1;   ///< the author's chain ends here on the server; -1: no gap is known
    bool m_poke = false;
    bool m_blobsOut = false;
    bool m_blobsIn = false;
    domain::Span m_blobsAt;     ///< not before
    QStringList m_lacking;      ///< attachments that the server asked for
    QSet<QString> m_unreadable; ///< attachments of this file that cannot be sent, as long as this connection lasts
    QSet<QString> m_absent;     ///< attachments that were not there when they were asked for
    domain::Span m_absentUntil; ///< they are asked for again then
    domain::Span m_fetchAt;     ///< not before
    qint64 m_low = 0;           ///< searching: up to here both agree
    qint64 m_high = 0;          ///< searching: behind this they do not
    bool m_contradicts = false; ///< the server has other events where we have some: more than a shorter record
    bool m_serverCounts = false;
};

} // namespace fireline::sync
