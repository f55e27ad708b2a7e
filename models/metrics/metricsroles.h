// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::models::metrics {

Q_NAMESPACE

/// What a row of the list of series says of itself. Instants are microseconds (qint64).
enum SeriesRole {
    NameRole = Qt::UserRole + 1,
    UnitRole,
    SourceRole, ///< the file it came from, or what else feeds it
    ShownRole,
    LookRole,  ///< which colour, dash pattern and marker: stays as long as the series does
    CountRole, ///< values, gaps left out
    ValueRole, ///< at the cursor; invalid where there is a gap, or no cursor
    FirstRole, ///< time of the first value
    LastRole,
};
Q_ENUM_NS(SeriesRole)

enum SeriesColumn { NameColumn, ValueColumn, UnitColumn, SeriesColumns };
Q_ENUM_NS(SeriesColumn)

/// What a row of the table of values says: its time, and in each column a value.
enum TableRole {
    TimeRole = Qt::UserRole + 1,
    NumberRole, ///< invalid where there is a gap
};
Q_ENUM_NS(TableRole)

/// What is marked in the graph: an entry of the timeline.
enum MarkRole {
    EventIdRole = Qt::UserRole + 1,
    RefRole, ///< "E12"
    KindRole,
    TextRole,
    AtRole,
};
Q_ENUM_NS(MarkRole)

} // namespace fireline::models::metrics
