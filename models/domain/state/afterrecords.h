// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace fireline::domain {

// Who holds what, the process's own bookkeeping, and the work after the incident.

struct ActionItemRecord
{
    QString id;
    QString eventId;
    QString text;
    QJsonObject fields; ///< owner, due, tag, ticket …
    Instant createdAt;
    Instant doneAt;
};

struct ReviewRecord
{
    QJsonObject sections;
    Instant draftedAt;
    Instant scheduledAt;
    Instant heldAt;
    Instant closedAt;
    QStringList attended;
};

struct Handover
{
    enum class State { Running, Accepted, Declined, Expired };
    QString role;
    QString from;
    QString to;
    Instant offeredAt;
    Instant ableAt;
    Instant shadowSince;
    Instant sitrepAt;
    QString sitrep;
    Instant announcedAt;
    Instant endedAt;
    State state = State::Running;
};

struct Holding
{
    QString role;
    QString person;
    Instant since;
    QString note; ///< e.g. the system a subject matter expert is named for
};

struct ItemMark
{
    enum class State { Checked, Skipped };
    State state = State::Checked;
    Instant at;
    QString by;
    QString reason;
};

struct ListRecord
{
    Instant startedAt;
    QMap<int, ItemMark> items; ///< by 1-based position
};

/// A clock that was silenced for a while, with the reason that was given.
struct Snooze
{
    Instant until;
    QString why;
    QString by;
};

struct RungMark
{
    QString ladder;
    int rung = 0;   ///< 0-based
    QString item;   ///< "L2" where the ladder counts for each alert, action item …
    Instant anchor; ///< the moment the ladder counted from
    Instant at;
    QString by;
    bool skipped = false;
    QString why;
    Instant answeredAt; ///< when somebody who was called answered; unset while nobody has
    QString answer;     ///< what they said
};

/// A value that somebody stated, kept so that the one before it stands again when it is retracted.
struct Statement
{
    QString eventId;
    QString what; ///< "impact/users", "why", "factor"
    QString value;
    bool withdrawn = false;
};

struct SystemFact
{
    QString outcome;
    Instant at;
    bool byHand = false;
};

} // namespace fireline::domain
