// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simjournal.h"
#include "simserver.h"
#include "syncengine.h"

#include "core/idsource.h"
#include "decide/stamper.h"

#include <QTest>

namespace fireline::sync {

using namespace fireline::domain;
using namespace Qt::StringLiterals;
using Link = LinkStatus::State;
using State = ReplicaStatus::State;

inline const QString Ana = u"ana"_s;

// One console at the end of a wire that does what it is told.
class Bench : public Transport, public SyncClock, public Randomness, public SyncObserver
{
public:
    explicit Bench(const SyncPolicy &policy = {}) : engine(*this, *this, *this, *this, policy)
    {
        incident = ids.next(wall());
        stamper->setIncident(incident);
        server.now = wall();
    }

    void write(const QString &type, const QJsonObject &body = {{u"kind"_s, u"note"_s}, {u"text"_s, u"a"_s}});
    void declare();
    /// Answers whatever is asked until nothing is, or `until` is asked.
    void serve(size_t until = 99);
    void online();
    void pass(Span span);
    void reconnect();
    State state() const { return engine.status(incident)->state; }
    QString problem() const { return engine.status(incident)->problem ? engine.status(incident)->problem->code : QString(); }
    int askedFor(size_t kind) const { return int(std::count(history.begin(), history.end(), kind)); }

    void send(quint64 ticket, const Request &request) override;
    void abort() override
    {
        asked.reset();
        ++aborts;
    }
    Instant wall() const override { return {1700000000000000 + time.us}; }
    Span steady() const override { return time; }
    quint32 below(quint32 bound) override { return bound / 2; }
    void linkChanged(const LinkStatus &) override { }
    void replicaChanged(const QString &, const ReplicaStatus &) override { }
    void headsSeen(const QList<ServerHead> &seen) override { heads = seen; }
    void taken(const QString &, const QList<ServerEvent> &events) override { takenEvents += int(events.size()); }
    void refused(const QString &, const QList<Refusal> &refusals) override { refusedEvents += refusals; }
    void rewound(const QString &, qint64, const Rewind &what) override
    {
        ++rewinds;
        lastRewind = what;
    }
    void blobTaken(const QString &, const QString &name) override { blobsTaken.append(name); }

    Span time = Span::seconds(1000);
    UuidV7Source ids{1};
    QString incident;
    QString login = Ana;
    std::optional<EventStamper> stamper{std::in_place, ids, u"device-ana"_s, Ana};
    SimJournal journal;
    SimServer server;
    std::optional<std::pair<quint64, Request>> asked;
    QList<size_t> history;
    QList<ServerHead> heads;
    int aborts = 0;
    int takenEvents = 0;
    int rewinds = 0;
    Rewind lastRewind;
    QList<Refusal> refusedEvents;
    QStringList blobsTaken;
    SyncEngine engine;
};

template<typename T>
size_t kindOf()
{
    return Request(T{}).index();
}

} // namespace fireline::sync
