// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncengine.h"

#include "arbiter/arbiterstate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// The connection: made, greeted, kept under watch, lost, made again; and what is asked on it next.

namespace fireline::sync {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::sync::SyncEngine)
};

/// Why nothing may be exchanged with whoever says this, until somebody does something about it.
std::optional<Problem> whyNot(const ServerHello &hello, const SyncPolicy &policy)
{
    if (hello.schema > policy.schema)
        return Problem{Problem::Kind::Newer,
                       u"newer-server"_s,
                       Text::tr("The server was set up by a newer Fireline. Use that version to work with it."),
                       {},
                       {},
                       {}};
    if (hello.schema < policy.leastSchema)
        return Problem{Problem::Kind::Refused,
                       u"older-server"_s,
                       Text::tr("The server was set up by an older Fireline. Whoever runs it has to say once more: fireline "
                                "backend init. What you write stays in this file."),
                       {},
                       {},
                       {}};
    if (hello.mayWrite && !policy.recorder.isEmpty() && !sameWord(hello.login, policy.recorder))
        return Problem{
            Problem::Kind::Refused,
            u"other-name"_s,
            Text::tr("You record as %1 here, and the backend knows you as %2. It takes only what is recorded under the "
                     "name of the login: use the same name in both.")
                .arg(policy.recorder, hello.login),
            {},
            {},
            {}};
    return std::nullopt;
}

} // namespace

void SyncEngine::connectNow()
{
    m_status.problem.reset();
    set(State::Connecting);
    ask(ask::Connect{});
}

void SyncEngine::ask(const Request &request, Replica *replica)
{
    const Span now = m_clock.steady();
    m_call = Call{++m_ticket, request, replica, now, now + deadlineOf(request, replica)};
    m_transport.send(m_ticket, request);
}

Span SyncEngine::deadlineOf(const Request &request, const Replica *replica) const
{
    if (std::holds_alternative<ask::Connect>(request))
        return m_policy.connectDeadline;
    if (std::holds_alternative<ask::Pull>(request) || std::holds_alternative<ask::Append>(request))
        return replica ? replica->dataDeadline() : m_policy.dataDeadline;
    if (std::holds_alternative<ask::SendBlob>(request) || std::holds_alternative<ask::FetchBlob>(request))
        return m_policy.blobDeadline;
    return m_policy.callDeadline;
}

void SyncEngine::greeted(const Call &call, const ServerHello &hello)
{
    const bool moved = m_status.state == State::Online
                       && (hello.server != m_status.server.server || hello.generation != m_status.server.generation);
    m_status.server = hello;
    m_offset.add(hello.now, m_clock.wall(), m_status.lastHeard - call.sentAt);
    m_status.offset = m_offset.value();
    if (const auto problem = whyNot(hello, m_policy))
        return refuse(*problem);
    if (moved)
        return lose(
            {Problem::Kind::Io, u"server-changed"_s, Text::tr("Another server has taken over. It is connected to."), {}, {}, {}});
    if (hello.standby && hello.mayWrite)
        return lose({Problem::Kind::Io,
                     u"standby"_s,
                     Text::tr("This server is a standby, and takes nothing in. Let the address name the one that it follows."),
                     {},
                     {},
                     {}});
    if (m_status.state == State::Online)
        return m_observer.linkChanged(m_status);
    set(State::Greeting);
    if (hello.standby) // who only looks may read there, by the poll: no doorbell rings on a standby
        return listening();
    ask(ask::Listen{}); // before anything is read, or what came in between would be missed
}

void SyncEngine::listening()
{
    for (const auto &[incident, replica] : m_replicas)
        replica->connected(m_status.server);
    m_headsAt = m_status.lastHeard;
    set(State::Online);
}

void SyncEngine::compared(const QList<ServerHead> &heads)
{
    if (!m_isStuck)
        m_backoff.reset();
    m_headsAt = m_status.lastHeard + jittered(m_policy.poll, m_random);
    for (const auto &[incident, replica] : m_replicas) {
        const auto head = std::find_if(heads.begin(), heads.end(),
                                       [&name = incident](const ServerHead &each) { return each.incident == name; });
        replica->compare(head == heads.end() ? std::nullopt : std::optional(*head), m_status.lastHeard);
    }
    m_observer.headsSeen(heads);
}

void SyncEngine::lose(const Problem &problem)
{
    waitFor(State::Waiting, m_backoff.next(), problem);
}

void SyncEngine::refuse(const Problem &problem)
{
    waitFor(State::Refused, jittered(m_policy.deniedRetry, m_random), problem);
}

void SyncEngine::waitFor(State state, Span span, const Problem &problem)
{
    m_call.reset();
    m_transport.abort();
    for (const auto &[incident, replica] : m_replicas)
        replica->disconnected();
    m_status.retryAt = m_clock.steady() + span;
    m_status.problem = problem;
    set(state);
}

QStringList SyncEngine::headsWanted() const
{
    if (m_policy.lists)
        return {};
    QStringList names = m_policy.alsoHeads;
    for (const auto &[incident, replica] : m_replicas)
        names.append(incident);
    return names;
}

bool SyncEngine::wantsHeads() const
{
    return std::any_of(m_replicas.begin(), m_replicas.end(), [](const auto &each) { return each.second->wantsCompare(); });
}

Replica *SyncEngine::pokeWanted() const
{
    const auto found = std::find_if(m_replicas.begin(), m_replicas.end(),
                                    [](const auto &each) { return each.second->wantsPoke(); });
    return found == m_replicas.end() ? nullptr : found->second.get();
}

void SyncEngine::askNext()
{
    const Span now = m_clock.steady();
    if (now >= m_headsAt || wantsHeads())
        return ask(ask::Heads{headsWanted()});
    if (now >= m_status.lastHeard + m_policy.heartbeat)
        return ask(ask::Hello{});
    if (Replica *const replica = now >= m_pokeAt ? pokeWanted() : nullptr) {
        m_pokeAt = now + m_policy.pokeGap;
        (void)replica->takePoke();
        const auto named = std::find_if(m_replicas.begin(), m_replicas.end(),
                                        [&](const auto &each) { return each.second.get() == replica; });
        return ask(ask::Poke{named->first});
    }
    (void)askReplicas();
}

// In turn, beginning behind the one that was asked for last: a busy incident does not starve the others.
bool SyncEngine::askReplicas()
{
    const Span now = m_clock.steady();
    const auto first = m_replicas.upper_bound(m_turn);
    for (const bool blobs : {false, true}) {
        auto each = first;
        for (size_t n = 0; n < m_replicas.size(); ++n, ++each) {
            if (each == m_replicas.end())
                each = m_replicas.begin();
            const auto request = blobs ? each->second->nextBlob(now) : each->second->nextCall(now);
            if (!request)
                continue;
            m_turn = each->first;
            ask(*request, each->second.get());
            return true;
        }
    }
    return false;
}

Span SyncEngine::onlineDue() const
{
    if (wantsHeads())
        return m_clock.steady();
    Span due = std::min(m_headsAt, m_status.lastHeard + m_policy.heartbeat);
    if (pokeWanted())
        due = std::min(due, m_pokeAt);
    for (const auto &[incident, replica] : m_replicas)
        due = std::min(due, replica->dueAt().value_or(due));
    return due;
}

void SyncEngine::set(State state)
{
    m_status.state = state;
    m_observer.linkChanged(m_status);
}

} // namespace fireline::sync
