// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the escalation ladder holds, shared by its model and its view. Rows: open steps, the most urgent first, then what was
/// done, the latest first.
namespace fireline::models::escalation {

Q_NAMESPACE

enum State {
    Waiting,  ///< its time has not come
    Due,      ///< now
    Late,     ///< should have been done
    Called,   ///< done; nobody answered yet
    Answered, ///< somebody who was called did
    Skipped,  ///< with a reason
};
Q_ENUM_NS(State)

enum Role {
    StateRole = Qt::UserRole + 1, ///< escalation::State
    ClockRole,                    ///< id of the clock of an open step: what commands name; empty once it is settled
    LadderRole,                   ///< with the item where it counts for each: "sre.noack", "sre.noack/L2"
    StepRole,                     ///< int, from 1
    StepsRole,                    ///< int: how many the ladder has
    LeftRole,      ///< qint64 us: until it is due, while waiting; until it is late, while due; cut to what is shown
    AnchorRole,    ///< qint64 us
    DueRole,       ///< qint64 us; 0 once it is settled
    LateRole,      ///< qint64 us; 0: never
    SettledAtRole, ///< qint64 us; 0 while it is open
    SettledByRole,
    ReasonRole, ///< why it was skipped
    AnsweredAtRole,
    AnswerRole, ///< what they said
    SayRole,    ///< the process's own words for this ladder; may be empty
    SourceRole, ///< QStringList
    RuleRole,
    AssumedRole,
    OriginRole,       ///< id of the event it counts from
    WhomRole,         ///< names of whom to call, for a sentence; empty where nobody is called
    CalleesRole,      ///< QVariantList of QVariantMap: name, people, via, phone, mail, handle, own (bool); empty where not known
    CallTextRole,     ///< what to tell them
    CalledWhyNotRole, ///< QString: why it cannot be marked as called now; empty where it can
    AnsweredWhyNotRole,
    SkippedWhyNotRole,
};
Q_ENUM_NS(Role)

} // namespace fireline::models::escalation
