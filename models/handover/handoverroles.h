// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of a handover's steps holds, shared by its model and its view: the steps of the process, and where it names
/// none the one that always is.
namespace fireline::models::handover {

Q_NAMESPACE

enum Kind {
    Able,     ///< the incoming side says that they are able and willing
    Shadow,   ///< the incoming side looks on for a time
    Sitrep,   ///< the outgoing side reports
    Announce, ///< the outgoing side says so
    System,   ///< something outside is done and ticked
    Accept,   ///< "I have command": command moves
};
Q_ENUM_NS(Kind)

enum State {
    Planned, ///< no handover runs
    Later,
    Now,
    Waits, ///< begun, and its time is not over
    Done,
};
Q_ENUM_NS(State)

enum Role {
    KindRole = Qt::UserRole + 1,
    StateRole,
    NumberRole,   ///< 1-based
    SayRole,      ///< words to say, names filled in
    IncomingRole, ///< bool: the step of whoever takes over
    PersonRole,   ///< whose step it is; empty while no handover runs
    MineRole,     ///< bool: of the person at this console
    DoneAtRole,   ///< qint64 us
    ReadyAtRole,  ///< qint64 us: when a shadowing time is over
    LeftRole,     ///< qint64 us of it, to the second
    WhyNotRole,   ///< why it cannot be done now
};
Q_ENUM_NS(Role)

} // namespace fireline::models::handover
