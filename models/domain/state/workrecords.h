// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/orderrecords.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace fireline::domain {

// What responders give each other to do, think, change and decide.

struct Hypothesis
{
    enum class State { Open, Testing, Confirmed, RuledOut };
    QString id;
    QString eventId;
    QString text;
    State state = State::Open;
    QString evidence;
    Instant at;
    QString by;
    QString how;           ///< what is done to test it
    QString tester;        ///< who tests it; empty while nobody does
    QString evidenceEntry; ///< event id of the row that shows it
    QString why;           ///< it was ruled out
    Instant movedAt;       ///< when it came into this state
};

struct Approval
{
    QString by;
    QString hash; ///< of what was approved
    Instant at;
};

struct Change
{
    enum class State { Proposed, Approved, Refused, Executed, Verified };
    QString id;
    QString eventId;
    QString text;
    QString kind;
    QString risk;
    bool staged = false;
    QJsonObject fields;
    QString hash; ///< of the proposal's text and fields
    QString by;
    State state = State::Proposed;
    QList<Approval> approvals;
    QString refusedBy; ///< with why, where a reason was given; of the latest refusal
    QString refusedWhy;
    QString executedBy;
    Instant executedAt;
    Instant verifiedAt;
    QString result;
    bool breached = false;
};

struct Mitigation
{
    QString id;
    QString eventId;
    QString option;
    QString text;
    QString hypothesis;
    bool temporary = false;
    QString result; ///< restored, partial, none; empty while not judged
    Instant at;
    Instant judgedAt;
};

struct DecisionRecord
{
    QString id;
    QString eventId;
    QString text;
    QString by;
    Instant at;
    Instant revisitAt;
    QString replaces;          ///< event id of the earlier decision
    QString poll;              ///< event id of the poll that asked for objections
    bool irreversible = false; ///< it cannot be taken back
};

struct Poll
{
    QString id;
    QString eventId;
    QString text;
    Instant openedAt;
    Instant dueAt; ///< answers are wanted by then
    Instant closedAt;
    QList<QPair<QString, QString>> asked = {}; ///< role and person, as the roles were held when it was opened
    QMap<QString, QString> answers = {};       ///< person to objection; empty text is "no objection"
};

} // namespace fireline::domain
