// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Rows of the panel "Actions and call-backs": orders, questions, reminders, changes and polls, the most urgent first. Every
/// role is the same in every column.
namespace fireline::models::orders {
Q_NAMESPACE

enum Column {
    WhatColumn,
    OwnerColumn,
    DueColumn,
    StateColumn,
    ColumnCount,
};
Q_ENUM_NS(Column)

enum Kind {
    Action,
    Question,
    Reminder, ///< to oneself
    Change,
    Poll,
};
Q_ENUM_NS(Kind)

enum State {
    Sent,     ///< of an order: given, no answer yet
    NoAnswer, ///< given, and not acknowledged in the time of the process
    Acknowledged,
    Late,
    Done,
    Failed,
    Cancelled,
    Proposed, ///< of a change
    Approved,
    Refused,
    Executed,
    Verified,
    Asked, ///< of a poll: answers may still come
    Objected,
    Agreed,     ///< closed, or answered by all, without an objection
    Unanswered, ///< its time is over and somebody was silent
};
Q_ENUM_NS(State)

/// How soon somebody has to look: the first key of the order of rows.
enum Urgency {
    UrgentLate,
    UrgentWaiting, ///< not acknowledged, not approved, not answered
    UrgentRunning,
    NotUrgent, ///< over
};
Q_ENUM_NS(Urgency)

enum Role {
    RefRole = Qt::UserRole + 1, ///< "A12"
    EventRole,                  ///< id of the event that made it
    KindRole,                   ///< Kind
    StateRole,                  ///< State
    UrgencyRole,                ///< Urgency
    TextRole,
    OwnerRole,      ///< who has to act: a person or a role's name; of a change who proposed it, of a poll who was silent
    IsMineRole,     ///< bool: the person at this console has to act
    ByRole,         ///< who gave, proposed or asked it
    GivenRole,      ///< qint64 us
    DueRole,        ///< qint64 us; 0 where none is set
    LeftRole,       ///< qint64 us until due, whole seconds, from one day on whole minutes; negative when late
    DueSoonRole,    ///< bool
    AckDueRole,     ///< qint64 us until when the process wants it acknowledged; 0 where it does not say
    AckedRole,      ///< qint64 us
    AckedByRole,    ///< whose word that was
    AckTypedByRole, ///< who wrote it down for them; empty where they did
    AckedForRole,   ///< bool: it was the word of somebody else than who has to act
    EndedRole,      ///< qint64 us
    ResultRole,     ///< what was said at the end, or why it was refused
    OpenRole,       ///< bool: somebody still has to do something
    BreachRole,     ///< bool: done against the process
    RiskRole,       ///< of a change, with kind and staging: "deploy · high · staged", in the process's words
    FieldsRole,     ///< QStringList: name and value by turns
    ApprovedRole,   ///< QStringList: who approved
    ActorRole,      ///< who refused or executed a change
    LightsRole,     ///< QList<PollLight>
    ObjectionsRole, ///< int: of a poll
    SilentRole,     ///< int: of a poll: asked and not answered yet
    RoleNameRole,   ///< the process's name for the role that the owner holds; empty where none
};
Q_ENUM_NS(Role)

} // namespace fireline::models::orders
