// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messages.h"
#include "sync/syncjournal.h"

namespace fireline::sync {

/// The way to the backend. One request is under way at a time. The answer comes later by SyncEngine::answered(), never from
/// within send(); a doorbell by SyncEngine::rung(). Owned by whoever owns the engine; the engine's thread.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual void send(quint64 ticket, const Request &request) = 0;
    /// Cuts the connection, also under a call that hangs. A commit is never cancelled: what was under way is unknown.
    virtual void abort() = 0;
};

/// Wall time, and a time that only ever goes forward, from an origin of its own.
class SyncClock
{
public:
    virtual ~SyncClock() = default;
    [[nodiscard]] virtual domain::Instant wall() const = 0;
    [[nodiscard]] virtual domain::Span steady() const = 0;
};

/// Where jitter comes from.
class Randomness
{
public:
    virtual ~Randomness() = default;
    /// From 0 to `bound` - 1.
    [[nodiscard]] virtual quint32 below(quint32 bound) = 0;
};

/// How it stands between this console and the backend. A value.
struct LinkStatus
{
    enum class State {
        Off,
        Waiting, ///< for the next attempt
        Connecting,
        Greeting, ///< connected; who is there is not settled yet
        Online,
        Refused ///< the backend does not want us, or must not be used; tried again seldom
    };
    State state = State::Off;
    domain::Span lastHeard = {}; ///< steady time of the last answer
    domain::Span retryAt = {};   ///< steady time of the next attempt; while waiting or refused
    domain::ServerHello server;
    std::optional<domain::Span> offset; ///< the server's clock minus ours
    std::optional<domain::Problem> problem;
};

/// How it stands with one incident. A value.
struct ReplicaStatus
{
    enum class State {
        Unknown,   ///< not compared since the connection was made
        Searching, ///< for the place up to which both agree
        Following,
        Hidden, ///< the backend shows us no such incident
        Forked  ///< its record contradicts ours: nothing is exchanged until a person decides
    };
    State state = State::Unknown;
    qint64 seq = 0; ///< how far the server's order is proven
    bool behind = false;
    std::optional<domain::Problem> problem;
};

/// Who wants to know what came of it. Called in the engine's thread, after it is durable.
class SyncObserver
{
public:
    virtual ~SyncObserver() = default;
    virtual void linkChanged(const LinkStatus &status) = 0;
    virtual void replicaChanged(const QString &incident, const ReplicaStatus &status) = 0;
    /// What there is on the backend that this login may see, of what was asked for (ask::Heads).
    virtual void headsSeen(const QList<domain::ServerHead> &heads) = 0;
    virtual void taken(const QString &incident, const QList<domain::ServerEvent> &events) = 0;
    virtual void refused(const QString &incident, const QList<domain::Refusal> &refusals) = 0;
    /// The server went back in time: places behind `seq` are gone there. What was written here is queued again; what others
    /// wrote is set aside, and comes back when their consoles hand it over.
    virtual void rewound(const QString &incident, qint64 seq, const domain::Rewind &what) = 0;
    virtual void blobTaken(const QString &incident, const QString &sha256) = 0;
};

} // namespace fireline::sync
