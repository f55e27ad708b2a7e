// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// What a backend says of itself. A value.
struct ServerHello
{
    QString server; ///< id of the database; another id is another record, never this one moved
    /// Another value after whatever may have taken the server back in time: a failover, a restored backup. A record that
    /// differs without that was rewritten.
    QString generation;
    int schema = 0;
    Instant now;
    QString login;        ///< who we are there
    bool mayWrite = true; ///< false for observers
    bool standby = false; ///< answers reads only
};

/// How far the server's record of one incident reaches, and what a list of incidents shows of it. A value.
struct ServerHead
{
    QString incident;
    qint64 seq = 0;
    QByteArray chainHash = zeroHash();
    qint64 number = 0;
    int term = 0; ///< +1 whenever command changes hands
    bool isPrivate = false;
    QString title;
    QString process;
    QString severity;
    QString phase;
    QString state; ///< open, resolved, closed, withdrawn
    Instant declaredAt;
    QStringList connected = {}; ///< logins of the consoles that have this incident open now
};

/// An event in the place that the server gave it: places are 1, 2, 3 … without a hole. A value.
struct ServerEvent
{
    Event event;
    qint64 seq = 0;
    Instant receivedAt;
    QString login;        ///< who pushed it
    bool adopted = false; ///< came with an offline file: history, it exercised no authority
    QByteArray authority; ///< with a declaration: the table that the server judges by
    QByteArray chainHash; ///< nextChainHash()
};

/// What the server said to one pushed event. A value.
struct Verdict
{
    enum class Kind {
        Accepted,
        Duplicate, ///< it has that place already
        Rejected,  ///< for good, with a reason; the server keeps it as evidence, and the author's chain goes on behind it
        Gap,       ///< not judged: events of this author before it are missing there
        Later,     ///< not judged: somebody is adopting this incident
        Barred     ///< not judged, and nothing of this author can be until what `reason` says is settled
    };
    QString event; ///< id
    Kind kind = Kind::Later;
    qint64 seq = 0; ///< its place; with Gap how far the server has this author's chain
    QString reason; ///< a stable word
    QString rule;   ///< id of the process's rule that refused; may be empty
};

/// An event that no backend has shown yet. A value.
struct QueuedEvent
{
    Event event;
    bool history = false; ///< from before there was a backend: it goes there by adoption (decisions 3)
    /// Refused before by a server that has forgotten it since: it goes there for the author's chain alone, to be refused again.
    QString refusedFor;
    bool lastOfHistory = false; ///< nothing that goes there by adoption is queued behind it
};

/// One step of the chain over the server's order: whoever keeps a place and its hash is a witness of everything before it.
[[nodiscard]] QByteArray nextChainHash(const QByteArray &before, const ServerEvent &event);

/// Whether an event rejected for that reason has taken its place in its author's chain. For the others nothing of the author can
/// follow: no event is given up for them.
[[nodiscard]] bool chainGoesOn(const QString &reason);

} // namespace fireline::domain
