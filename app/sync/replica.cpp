// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::sync {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::sync::Replica)
};

constexpr int QuickPages = 8; // in a row, before a larger one is tried

Problem hole()
{
    return {Problem::Kind::Damaged, u"hole"_s, Text::tr("The server left out an entry. It is asked again."), {}, {}, {}};
}

} // namespace

Replica::Replica(QString incident, SyncJournal &journal, SyncObserver &observer, const SyncPolicy &policy)
    : m_incident(std::move(incident))
    , m_journal(journal)
    , m_observer(observer)
    , m_policy(policy)
    , m_page{policy.pullLimit, policy.pushLimit}
{
}

Outcome<void> Replica::load()
{
    auto cursor = m_journal.cursor();
    if (!cursor)
        return cursor.problem();
    m_cursor = std::move(cursor).value();
    m_status.seq = m_cursor.seq;
    return {};
}

void Replica::connected(const ServerHello &hello)
{
    m_hello = hello;
    m_isConnected = true;
    m_pullWanted = false;
    m_pullAt = m_pushAt = m_blobsAt = m_fetchAt = {};
    m_unreadable.clear();
    m_absent.clear();
    m_idlePushes = m_emptyPulls = 0;
    m_gapAt = -1;
    m_expected = 0;
    m_pushWanted = m_blobsOut = m_blobsIn = true;
    m_compareWanted = true;
    if (!m_cursor.server.isEmpty() && m_cursor.server != hello.server)
        return fork(u"other-server"_s,
                    Text::tr("This file belongs to another server. Nothing is exchanged, so that two records are never mixed. "
                             "Connect to the server that it came from."));
    if (m_status.state != State::Forked || m_cursor.server.isEmpty())
        set(State::Unknown);
}

void Replica::disconnected()
{
    m_isConnected = false;
    m_lacking.clear();
    if (m_status.state != State::Forked)
        set(State::Unknown);
}

bool Replica::wantsCompare() const
{
    return m_isConnected && m_compareWanted && m_status.state != State::Searching && m_status.state != State::Forked;
}

void Replica::compare(const std::optional<ServerHead> &head, Span now)
{
    m_compareWanted = false;
    if (!m_isConnected || m_status.state == State::Forked)
        return;
    if (!head) {
        if (m_cursor.seq == 0)
            return set(State::Following); // what is queued begins it there
        // Not to be seen is not to be lost: only a server that was taken back can have forgotten a whole incident, and only who
        // began it can put it back. All others wait until it is shown again.
        const auto ours = m_journal.mayPutBack(m_hello.login);
        const bool mayHaveGoneBack = m_cursor.generation != m_hello.generation && !m_hello.standby;
        const bool isForgotten = mayHaveGoneBack && ours && ours.value();
        return isForgotten ? search(0, false, now) : set(State::Hidden);
    }
    if (head->seq < m_cursor.seq && m_hello.standby)
        return set(State::Following); // it lags, and has not gone back
    if (head->seq < m_cursor.seq)
        return search(head->seq, false, now);
    if (head->seq == m_cursor.seq && head->chainHash != m_cursor.chainHash)
        return search(m_cursor.seq - 1, true, now);
    set(State::Following);
    if (head->seq > m_cursor.seq)
        return ring(head->seq, now);
    m_emptyPulls = 0;
    if (m_status.problem && m_status.problem->code == hole().code)
        m_status.problem.reset();
    agree();
}

void Replica::ring(qint64 seq, Span now)
{
    if (seq <= m_cursor.seq)
        return;
    m_expected = std::max(m_expected, seq);
    if (!m_pullWanted)
        m_pullAt = std::max(m_pullAt, now);
    m_pullWanted = true;
    tell();
}

void Replica::localChanged(Span now)
{
    m_pushWanted = m_blobsOut = true;
    if (m_idlePushes == 0)
        m_pushAt = std::min(m_pushAt, now);
}

void Replica::retryNow(Span now)
{
    m_pullAt = std::min(m_pullAt, now);
    m_pushAt = std::min(m_pushAt, now);
    m_blobsAt = std::min(m_blobsAt, now);
    m_fetchAt = m_absentUntil = std::min(m_fetchAt, now);
    m_pushWanted = m_blobsOut = m_blobsIn = true;
}

Outcome<void> Replica::adopt(Span now)
{
    localChanged(now);
    return m_journal.markHistory();
}

void Replica::acceptServer(Span now)
{
    if (m_status.state != State::Forked || !m_isConnected || m_cursor.server != m_hello.server)
        return;
    m_status.problem.reset();
    m_serverCounts = true;
    localChanged(now);
    search(m_cursor.seq, true, now);
}

std::optional<Request> Replica::nextCall(Span now)
{
    if (!m_isConnected)
        return std::nullopt;
    if (m_status.state == State::Searching && now < m_pullAt)
        return std::nullopt;
    if (m_status.state == State::Searching) // upper half first: most often little was lost
        return ask::Pull{m_incident, (m_low + m_high + 1) / 2 - 1, 1};
    if (m_status.state != State::Following)
        return std::nullopt;
    if (m_pullWanted)
        return now >= m_pullAt ? std::optional<Request>(ask::Pull{m_incident, m_cursor.seq, m_page.pull}) : std::nullopt;
    return nextPush(now);
}

std::optional<Span> Replica::dueAt() const
{
    if (!m_isConnected)
        return std::nullopt;
    if (m_status.state == State::Searching)
        return m_pullAt;
    if (m_status.state != State::Following)
        return std::nullopt;
    if (m_pullWanted)
        return m_pullAt;
    std::optional<Span> due;
    if (m_pushWanted && m_hello.mayWrite)
        due = m_pushAt;
    const auto dueBy = [&](Span at) { due = due ? std::min(*due, at) : at; };
    if (m_cursor.seq > 0 && ((m_blobsOut && m_hello.mayWrite) || !m_lacking.isEmpty()))
        dueBy(m_blobsAt);
    if (m_cursor.seq > 0 && m_blobsIn)
        dueBy(std::max(m_blobsAt, m_fetchAt));
    return due;
}

bool Replica::isSettled(Span now) const
{
    switch (m_status.state) {
    case State::Unknown: return false;
    case State::Hidden:
    case State::Forked: return true;
    case State::Searching:
    case State::Following: break;
    }
    const bool mayWait = m_status.problem.has_value(); // it was told, and is tried again later
    const bool hasToPull = m_pullWanted || m_status.state == State::Searching;
    const auto due = dueAt();
    return !m_compareWanted && !m_poke && (!hasToPull || mayWait) && (!due || *due > now);
}

void Replica::answered(const Request &request, const Answer &answer, Span now)
{
    const bool isBlob = std::holds_alternative<ask::SendBlob>(request) || std::holds_alternative<ask::FetchBlob>(request)
                        || std::holds_alternative<ask::MissingBlobs>(request);
    if (isBlob)
        return blobAnswered(request, answer, now);
    if (const auto *failure = std::get_if<Failure>(&answer))
        return failed(request, *failure, now);
    const auto *pull = std::get_if<ask::Pull>(&request);
    const auto *events = std::get_if<QList<ServerEvent>>(&answer);
    if (pull && events && m_status.state == State::Searching)
        return probed(*events, now);
    if (pull && events)
        return pulled(*pull, *events, now);
    const auto *append = std::get_if<ask::Append>(&request);
    const auto *verdicts = std::get_if<QList<Verdict>>(&answer);
    if (append && verdicts)
        pushed(*append, *verdicts, now);
}

void Replica::stuck(const Request &request)
{
    m_page.quick = 0;
    const auto *pull = std::get_if<ask::Pull>(&request);
    const auto *append = std::get_if<ask::Append>(&request);
    const int size = pull ? pull->limit : append ? int(append->events.size()) : 0;
    m_page.isPatient = m_page.isPatient || size == 1;
    if (pull && m_status.state != State::Searching)
        m_page.pull = std::max(1, size / 2);
    if (append)
        m_page.push = std::max(1, size / 2);
}

void Replica::brought(const Request &request, Span took)
{
    const bool isData = std::holds_alternative<ask::Pull>(request) || std::holds_alternative<ask::Append>(request);
    if (!isData || (m_page.pull == m_policy.pullLimit && m_page.push == m_policy.pushLimit && !m_page.isPatient))
        return;
    m_page.quick = took.us * 4 < m_policy.dataDeadline.us ? m_page.quick + 1 : 0;
    if (m_page.quick < QuickPages)
        return;
    m_page.quick = 0;
    m_page.isPatient = false;
    m_page.pull = std::min(m_policy.pullLimit, m_page.pull * 2);
    m_page.push = std::min(m_policy.pushLimit, m_page.push * 2);
}

Span Replica::dataDeadline() const
{
    return m_page.isPatient ? m_policy.blobDeadline : m_policy.dataDeadline;
}

void Replica::failed(const Request &request, const Failure &failure, Span now)
{
    if (failure.problem.kind == Problem::Kind::NotFound && m_cursor.seq > 0)
        return set(State::Hidden);
    if (std::holds_alternative<ask::Append>(request)) {
        m_status.problem = failure.problem;
        m_pushAt = now + m_policy.poll;
        return tell();
    }
    pauseFor(failure.problem, now);
}

void Replica::pulled(const ask::Pull &request, const QList<ServerEvent> &events, Span now)
{
    if (request.after != m_cursor.seq)
        return;
    m_pullAt = now + m_policy.pullGap;
    if (events.isEmpty())
        return nothingPulled(now);
    const bool isFull = events.size() >= request.limit;
    if (!m_policy.safeguards.checkOrder)
        return take(events, isFull, now);
    const PullCheck check = checkPull(m_incident, m_cursor, events);
    for (const ServerEvent &event : events.first(check.sound)) {
        if (hasForgedAuthority(event))
            return fork(u"forged-authority"_s,
                        Text::tr("%1 has given the server other rules of authority than those of the process in this incident. "
                                 "Nothing is exchanged until whoever runs the server has looked at it.")
                            .arg(event.login));
    }
    if (check.sound > 0)
        return take(events.first(check.sound), isFull || check.sound < events.size(), now);
    switch (check.fault) {
    case PullCheck::Fault::OtherChain: return search(m_cursor.seq, true, now);
    case PullCheck::Fault::Damaged:
        return fork(u"damaged-there"_s,
                    Text::tr("The server's record of this incident is damaged behind entry %1. Nothing is exchanged until "
                             "whoever runs the server has looked at it.")
                        .arg(m_cursor.seq));
    case PullCheck::Fault::Hole:
    case PullCheck::Fault::None: break;
    }
    pauseFor(hole(), now);
}

// What we were told is there is not: the server may have gone back, which the heads say. Where they promise the same again, its
// record has lost its end.
void Replica::nothingPulled(Span now)
{
    m_pullWanted = false;
    const bool isShort = m_expected > m_cursor.seq;
    m_compareWanted = m_compareWanted || isShort;
    m_expected = 0;
    agree();
    m_emptyPulls = isShort ? m_emptyPulls + 1 : 0;
    if (m_emptyPulls > 1)
        pauseFor(hole(), now);
}

bool Replica::hasForgedAuthority(const ServerEvent &event) const
{
    const QByteArray ours = m_policy.authorityOf ? m_policy.authorityOf(event.event) : QByteArray();
    return !ours.isEmpty() && ours != event.authority;
}

void Replica::take(const QList<ServerEvent> &events, bool mayBeMore, Span now)
{
    // First: a file with places of a server that it does not know would be compared with the next best one.
    if (m_cursor.server.isEmpty()) {
        if (const auto bound = m_journal.bind(m_hello.server, m_hello.generation); !bound)
            return pauseFor(bound.problem(), now);
        m_cursor.server = m_hello.server;
        m_cursor.generation = m_hello.generation;
    }
    if (const auto taken = m_journal.take(events); !taken) {
        if (taken.problem().kind == Problem::Kind::Refused)
            return fork(u"id-reused"_s, Text::tr("The server has an entry that this file knows with another content. Nothing is "
                                                 "exchanged until whoever runs the server has looked at it."));
        return pauseFor(taken.problem(), now);
    }
    m_cursor.seq = events.last().seq;
    m_cursor.chainHash = events.last().chainHash;
    m_pullWanted = mayBeMore || m_expected > m_cursor.seq;
    if (m_pullWanted)
        m_pullAt = now;
    m_idlePushes = m_emptyPulls = 0;
    m_gapAt = -1;
    m_pushAt = now;
    m_blobsIn = m_blobsOut = true;
    m_fetchAt = now;
    m_status.problem.reset();
    agree();
    m_observer.taken(m_incident, events);
}

// Until the places agree again the next comparison decides what to believe.
void Replica::agree()
{
    set(State::Following);
    if (m_hello.standby) // which generation it follows only the primary says
        return;
    if (m_compareWanted || (m_cursor.generation == m_hello.generation && m_cursor.server == m_hello.server) || m_cursor.seq == 0)
        return;
    if (const auto bound = m_journal.bind(m_hello.server, m_hello.generation); bound) {
        m_cursor.server = m_hello.server;
        m_cursor.generation = m_hello.generation;
    }
}

void Replica::fork(const QString &code, const QString &text)
{
    m_status.problem = Problem{Problem::Kind::Damaged, code, text, {}, {}, {}};
    set(State::Forked);
}

void Replica::pauseFor(const Problem &problem, Span now)
{
    m_status.problem = problem;
    m_pullAt = m_pushAt = m_blobsAt = now + m_policy.poll;
    tell();
}

void Replica::set(State state)
{
    m_status.state = state;
    tell();
}

void Replica::tell()
{
    m_status.seq = m_cursor.seq;
    m_status.behind = m_pullWanted;
    const auto codeOf = [](const ReplicaStatus &status) { return status.problem ? status.problem->code : QString(); };
    if (m_told.state == m_status.state && m_told.seq == m_status.seq && m_told.behind == m_status.behind
        && codeOf(m_told) == codeOf(m_status))
        return;
    m_told = m_status;
    m_observer.replicaChanged(m_incident, m_status);
}

} // namespace fireline::sync
