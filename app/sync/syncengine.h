// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backoff.h"
#include "clockoffset.h"
#include "replica.h"

#include <map>
#include <memory>

namespace fireline::sync {

/// The exchange of events with one backend, for all incidents that are open here: connection, heartbeat, watchdog, and whose
/// turn it is. Knows neither threads nor timers nor SQL: whoever drives it calls tick() at nextDue(), and hands in answers and
/// doorbells. The same inputs in the same order give the same requests. One thread; owned by its driver.
class SyncEngine
{
public:
    using State = LinkStatus::State;

    SyncEngine(Transport &transport, SyncClock &clock, Randomness &random, SyncObserver &observer, SyncPolicy policy = {});

    void start();
    void stop();
    /// Not waiting for the back-off or the next poll: the network is back, or a person asks for it. Online the heads are asked
    /// for, what is behind them pulled, and what waits after a problem tried again.
    void retryNow();

    /// The journal must stay until remove(). A Problem when it cannot be read.
    [[nodiscard]] domain::Outcome<void> add(const QString &incident, domain::SyncJournal &journal);
    void remove(const QString &incident);
    /// Something was written into that incident's file.
    void localChanged(const QString &incident);
    [[nodiscard]] domain::Outcome<void> adopt(const QString &incident);
    /// See Replica::acceptServer().
    void acceptServer(const QString &incident);

    void answered(quint64 ticket, const Answer &answer);
    void rung(const QString &payload);

    /// Does what is due. May be called at any time; late calls delay, and break nothing.
    void tick();
    /// Steady time at which tick() has something to do; nothing while it waits for an answer without a deadline, or is off.
    [[nodiscard]] std::optional<domain::Span> nextDue() const;

    [[nodiscard]] const LinkStatus &status() const { return m_status; }
    /// Connected, compared, and for now nothing is left to pull, to push or to try: what is still queued has met with a problem.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] std::optional<ReplicaStatus> status(const QString &incident) const;

private:
    struct Call
    {
        quint64 ticket = 0;
        Request request;
        Replica *replica = nullptr;
        domain::Span sentAt;
        domain::Span deadline;
    };

    void connectNow();
    void ask(const Request &request, Replica *replica = nullptr);
    [[nodiscard]] domain::Span deadlineOf(const Request &request, const Replica *replica) const;
    void greeted(const Call &call, const domain::ServerHello &hello);
    void listening();
    void compared(const QList<domain::ServerHead> &heads);
    void lose(const domain::Problem &problem);
    void refuse(const domain::Problem &problem);
    void waitFor(State state, domain::Span span, const domain::Problem &problem);
    void askNext();
    [[nodiscard]] bool askReplicas();
    [[nodiscard]] QStringList headsWanted() const;
    [[nodiscard]] bool wantsHeads() const;
    [[nodiscard]] Replica *pokeWanted() const;
    [[nodiscard]] domain::Span onlineDue() const;
    void set(State state);

    Transport &m_transport;
    SyncClock &m_clock;
    Randomness &m_random;
    SyncObserver &m_observer;
    const SyncPolicy m_policy;
    Backoff m_backoff;
    ClockOffset m_offset;
    LinkStatus m_status;
    std::map<QString, std::unique_ptr<Replica>> m_replicas;
    std::optional<Call> m_call;
    bool m_isStuck = false; ///< the last page of events did not come in its time: greetings alone are no success
    quint64 m_ticket = 0;
    QString m_turn;         ///< the incident that was asked for last: the next one goes first
    domain::Span m_headsAt; ///< when the heads are due at the latest
    domain::Span m_pokeAt;  ///< not before
};

} // namespace fireline::sync
