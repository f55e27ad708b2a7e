// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of clocks holds, shared by its model and its view. Rows: countdowns, the most urgent first, then the times
/// that count up.
namespace fireline::models::clocks {

Q_NAMESPACE

enum Kind {
    Countdown, ///< runs out
    Promise,   ///< likewise; the last update named the time of the next
    Stopwatch, ///< counts up and is never late
};
Q_ENUM_NS(Kind)

/// What kind of deed it waits for: whoever asks for "the update that is due" finds its row by it.
enum About {
    Anything,
    Update,
    CallBack,
    Escalation,
};
Q_ENUM_NS(About)

enum Role {
    IdRole = Qt::UserRole + 1, ///< of the clock: the rule's id, with item and rung
    KindRole,                  ///< clocks::Kind
    AboutRole,                 ///< clocks::About
    StateRole,                 ///< domain::RunningClock::State; a snooze silences a clock but changes nothing here
    LeftRole,                  ///< qint64 us until it is late, negative once it is, cut to what is shown; elapsed of a stopwatch
    AnchorRole,                ///< qint64 us: what it counts from
    DueRole,                   ///< qint64 us
    LateRole,                  ///< qint64 us; 0 where it is never late
    OwnerRole,                 ///< who owes it, by role and name
    RuleRole,                  ///< the rule's id; empty for a call-back
    SourceRole,                ///< QStringList: rows of the process document
    AssumedRole,               ///< bool: the document does not give the number
    OriginRole,                ///< id of the event it counts from; may be empty
    LineRole,                  ///< what quick entry is given to do what is due; may be empty
    SnoozedUntilRole,          ///< qint64 us; 0 where it is not snoozed
    SnoozeReasonRole,
    SnoozedByRole,
    RoundsRole,        ///< int: rounds of this rule that ended, in time or late
    InTimeRole,        ///< int: how many of them in time
    SilenceRole,       ///< qint64 us: the longest time from one deed to the next
    CadenceRole,       ///< word for `/cadence`; empty where it is no cadence
    SnoozeWhyNotRole,  ///< QString: why it cannot be snoozed now; empty where it can
    EndedRole,         ///< bool: it was late when the incident was resolved, and not done; LeftRole is that of then
    CadenceWhyNotRole, ///< likewise for setting how often
};
Q_ENUM_NS(Role)

} // namespace fireline::models::clocks
