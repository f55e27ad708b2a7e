// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of raw events holds, shared by its model and its view: one row for each event, in recorded order.
namespace fireline::models::log {

Q_NAMESPACE

enum Column { Number, Type, Author, Occurred, Recorded, Hash, ColumnCount };
Q_ENUM_NS(Column)

/// The same in every column of a row.
enum Role {
    NumberRole = Qt::UserRole + 1, ///< qint64: its place in the file, from 1
    ReadRole,                      ///< bool: it was read; else all below are empty until it is
    IdRole,
    TypeRole,   ///< as stored: "entry.posted"
    AuthorRole, ///< who typed it
    DeviceRole,
    DeviceNumberRole, ///< qint64: its place in the author's chain
    OccurredRole,     ///< qint64 us
    RecordedRole,     ///< qint64 us
    HashRole,         ///< 64 hex digits
    BeforeRole,       ///< the same of the author's event before; zeros for the first
    PayloadRole,      ///< its JSON, indented for reading; made when it is asked for
};
Q_ENUM_NS(Role)

} // namespace fireline::models::log
