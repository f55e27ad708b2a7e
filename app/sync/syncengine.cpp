// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncengine.h"

#include "doorbell.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::sync {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::sync::SyncEngine)
};

Problem silence()
{
    return {
        Problem::Kind::Io, u"silent"_s, Text::tr("The server does not answer. What you write stays in this file."), {}, {}, {}};
}

} // namespace

SyncEngine::SyncEngine(Transport &transport, SyncClock &clock, Randomness &random, SyncObserver &observer, SyncPolicy policy)
    : m_transport(transport)
    , m_clock(clock)
    , m_random(random)
    , m_observer(observer)
    , m_policy(std::move(policy))
    , m_backoff(m_policy, random)
{
}

void SyncEngine::start()
{
    if (m_status.state == State::Off)
        connectNow();
}

void SyncEngine::stop()
{
    if (m_status.state == State::Off)
        return;
    m_call.reset();
    m_transport.abort();
    for (const auto &[incident, replica] : m_replicas)
        replica->disconnected();
    m_status.problem.reset();
    set(State::Off);
}

void SyncEngine::retryNow()
{
    m_backoff.reset();
    if (m_status.state == State::Waiting || m_status.state == State::Refused)
        return connectNow();
    const Span now = m_clock.steady();
    m_headsAt = std::min(m_headsAt, now);
    for (const auto &[incident, replica] : m_replicas)
        replica->retryNow(now);
}

Outcome<void> SyncEngine::add(const QString &incident, SyncJournal &journal)
{
    auto replica = std::make_unique<Replica>(incident, journal, m_observer, m_policy);
    if (auto loaded = replica->load(); !loaded)
        return loaded;
    Replica &added = *(m_replicas[incident] = std::move(replica));
    if (m_status.state == State::Online)
        added.connected(m_status.server);
    return {};
}

void SyncEngine::remove(const QString &incident)
{
    const auto found = m_replicas.find(incident);
    if (found == m_replicas.end())
        return;
    if (m_call && m_call->replica == found->second.get())
        m_call->replica = nullptr; // its answer is nobody's any more
    m_replicas.erase(found);
}

void SyncEngine::localChanged(const QString &incident)
{
    if (const auto found = m_replicas.find(incident); found != m_replicas.end())
        found->second->localChanged(m_clock.steady());
}

Outcome<void> SyncEngine::adopt(const QString &incident)
{
    const auto found = m_replicas.find(incident);
    if (found == m_replicas.end())
        return Problem{Problem::Kind::NotFound, u"no-incident"_s, Text::tr("This incident is not open."), {}, {}, {}};
    return found->second->adopt(m_clock.steady());
}

void SyncEngine::acceptServer(const QString &incident)
{
    if (const auto found = m_replicas.find(incident); found != m_replicas.end())
        found->second->acceptServer(m_clock.steady());
}

std::optional<ReplicaStatus> SyncEngine::status(const QString &incident) const
{
    const auto found = m_replicas.find(incident);
    return found == m_replicas.end() ? std::nullopt : std::optional(found->second->status());
}

void SyncEngine::answered(quint64 ticket, const Answer &answer)
{
    if (!m_call || m_call->ticket != ticket)
        return; // of a connection that is gone, or twice
    const Call call = *std::exchange(m_call, std::nullopt);
    m_status.lastHeard = m_clock.steady();
    const auto *failure = std::get_if<Failure>(&answer);
    if (failure && failure->kind == Failure::Kind::Lost)
        return lose(failure->problem);
    if (failure && (failure->kind == Failure::Kind::Denied || m_status.state != State::Online))
        return refuse(failure->problem);
    // Without these it cannot go on; a doorbell that did not ring costs the others one interval of their poll.
    if (failure && !call.replica && !std::holds_alternative<ask::Poke>(call.request))
        return lose(failure->problem);
    if (std::holds_alternative<ask::Connect>(call.request))
        ask(ask::Hello{});
    else if (const auto *hello = std::get_if<ServerHello>(&answer))
        greeted(call, *hello);
    else if (std::holds_alternative<ask::Listen>(call.request))
        listening();
    else if (const auto *heads = std::get_if<QList<ServerHead>>(&answer))
        compared(*heads);
    else if (call.replica) {
        if (!failure && std::exchange(m_isStuck, false))
            m_backoff.reset();
        if (!failure)
            call.replica->brought(call.request, m_status.lastHeard - call.sentAt);
        call.replica->answered(call.request, answer, m_status.lastHeard);
    } else if (std::holds_alternative<ask::Hello>(call.request) || std::holds_alternative<ask::Heads>(call.request)) {
        return lose(silence()); // whatever that was, it says neither who is there nor what
    }
    tick();
}

void SyncEngine::rung(const QString &payload)
{
    const auto bell = readDoorbell(payload);
    if (!bell || m_status.state != State::Online)
        return;
    const Span now = m_clock.steady();
    const auto found = m_replicas.find(bell->incident);
    if (found != m_replicas.end())
        found->second->ring(bell->seq, now);
    else // one that must not be named, or one for the list: not all consoles at the same moment
        m_headsAt = std::min(m_headsAt, now + jittered(m_policy.pullGap, m_random));
}

void SyncEngine::tick()
{
    const Span now = m_clock.steady();
    if (m_call) {
        if (now < m_call->deadline)
            return;
        if (m_call->replica) {
            m_isStuck = true;
            m_call->replica->stuck(m_call->request);
        }
        return lose(silence());
    }
    switch (m_status.state) {
    case State::Waiting:
    case State::Refused:
        if (now >= m_status.retryAt)
            connectNow();
        return;
    case State::Online: return askNext();
    case State::Off:
    case State::Connecting:
    case State::Greeting: return;
    }
}

bool SyncEngine::isSettled() const
{
    if (m_status.state != State::Online || m_call || wantsHeads() || pokeWanted())
        return false;
    const Span now = m_clock.steady();
    return std::all_of(m_replicas.begin(), m_replicas.end(), [&](const auto &each) { return each.second->isSettled(now); });
}

std::optional<Span> SyncEngine::nextDue() const
{
    if (m_call)
        return m_call->deadline;
    switch (m_status.state) {
    case State::Waiting:
    case State::Refused: return m_status.retryAt;
    case State::Online: return onlineDue();
    case State::Off:
    case State::Connecting:
    case State::Greeting: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace fireline::sync
