// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the alert inbox holds, shared by its model and its view. Rows: alerts, those of one name together, the most urgent group first
/// and within it the most urgent alert.
namespace fireline::models::inbox {

Q_NAMESPACE

enum State { Firing, Acknowledged, Silenced, Cleared };
Q_ENUM_NS(State)

/// How often it fired before.
enum Before { NotAsked, FirstTime, Repeating, Daily, Weekly };
Q_ENUM_NS(Before)

enum Role {
    StateRole = Qt::UserRole + 1, ///< inbox::State
    FingerprintRole,
    RecordRole,     ///< "L3" where it is linked to the incident; else empty
    StartsAtRole,   ///< qint64 us
    EndsAtRole,     ///< qint64 us, of a cleared one; else 0
    StaleRole,      ///< no source that has answered lately knows of it
    SummaryRole,    ///< what the source says of it; may be empty
    KindRole,       ///< of the degradation; may be empty
    CauseRole,      ///< that it may have; may be empty
    LabelsRole,     ///< QStringList: name, value, name, value …
    SourcesRole,    ///< QStringList
    LinkRole,       ///< to its expression; may be empty
    GroupSizeRole,  ///< int, in the first row of a group: how many rows it has; else 0
    BeforeRole,     ///< inbox::Before
    TimesRole,      ///< QList<int>: how often in the day, the week and the 30 days before, and ever
    LastTimeRole,   ///< qint64 us; 0 where there was none
    LinkWhyNotRole, ///< QString: why it cannot be linked now; empty where it can
    AcknowledgeWhyNotRole,
    SilenceWhyNotRole,
    EndSilenceWhyNotRole,
    DueRole,     ///< qint64 us: when the process wants something done about it next, such as acknowledging; 0: nothing
    LateRole,    ///< qint64 us: from when on that is late; 0: never
    LeftRole,    ///< qint64 us until it is due; below 0 it is past
    DueTextRole, ///< what is due
    SameRole,    ///< QList<int>: how often around this time of the day, and of the week
};
Q_ENUM_NS(Role)

} // namespace fireline::models::inbox
