// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the role board holds, shared by its model and its view. Rows: vacant required roles first, then who holds what, then
/// the other vacant roles, then people without a role.
namespace fireline::models::roles {

Q_NAMESPACE

enum Column {
    RoleColumn,
    PersonColumn, ///< editable: whom to give the role
    OnForColumn,
    CheckInColumn, ///< when they are to be heard of again
    DeputyColumn,  ///< editable: who stands in
    NextColumn,    ///< who is taking over
    ColumnCount,
};
Q_ENUM_NS(Column)

enum Role {
    RoleIdRole = Qt::UserRole + 1, ///< empty for a person without a role
    RoleNameRole,
    PersonRole,     ///< empty: vacant
    SinceRole,      ///< qint64 us; 0 where nobody holds it
    OnForRole,      ///< qint64 us, cut to the minute
    SeenRole,       ///< qint64 us: when the person was last heard of; 0 where never
    NextRole,       ///< who is taking over while a handover runs
    NoteRole,       ///< e.g. the system that an expert is named for
    RequiredRole,   ///< bool: the process wants it at this severity
    CommandsRole,   ///< bool: whoever holds it has command
    SingleRole,     ///< bool: one holder at a time
    LoadRole,       ///< tenure::Load
    LimitRole,      ///< qint64 us; 0 where the process names none
    AdviceRole,     ///< what the process says about long duty
    SourceRole,     ///< the row of the document that says so
    DutiesRole,     ///< QStringList
    AvoidRole,      ///< QStringList
    IsMeRole,       ///< bool: the person at this console
    PeopleRole,     ///< QStringList: everybody known, for completion
    ProfileRole,    ///< QString: who works at this console
    OverRole,       ///< bool: the incident is over, nothing is assigned any more
    DeputyRole,     ///< who stands in for them; empty: nobody
    CheckInRole,    ///< checkin::State
    MinutesRole,    ///< int: until they are to be heard of; since then, once it is late
    ReliefAtRole,   ///< qint64 us: since when they ask for relief; 0 where they do not
    ReliefToRole,   ///< who was asked, else the deputy; may be empty
    ReliefLineRole, ///< the line of quick entry that asks for it; empty where there is nobody to relieve
    SeesRole,       ///< bool: the person may see it; false of whoever is no member of a private incident
    MembersRole,    ///< QStringList: who may see it; invalid where it is not private
};
Q_ENUM_NS(Role)

/// A person dragged from a row.
inline constexpr auto personMimeType = "application/x-fireline-person";

} // namespace fireline::models::roles
