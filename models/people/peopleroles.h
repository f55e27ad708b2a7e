// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Whom a line can name after "@", and by which words. Rows: people seen in the incident, roles of the process, contacts.
namespace fireline::models::people {

Q_NAMESPACE

enum Column {
    WordsColumn, ///< "@ic @commander"
    WhoColumn,
    ColumnCount,
};
Q_ENUM_NS(Column)

enum Kind { PersonKind, RoleKind, ContactKind };
Q_ENUM_NS(Kind)

enum Role {
    WordRole = Qt::UserRole + 1, ///< the shortest, without "@": what is typed for it
    WordsRole,                   ///< QStringList
    KindRole,                    ///< Kind
    NameRole,                    ///< of a role or a contact; of a person the roles that they have; may be empty
    HoldersRole,                 ///< QStringList: who has the role
};
Q_ENUM_NS(Role)

} // namespace fireline::models::people
