// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of what was set aside holds, shared by its model and its view.
namespace fireline::models::aside {

Q_NAMESPACE

enum Column { Happened, Who, What, Why, ColumnCount };
Q_ENUM_NS(Column)

/// The same in every column of a row.
enum Role {
    IdRole = Qt::UserRole + 1, ///< of the event
    AtRole,                    ///< qint64 us: when it happened
    WhoRole,
    WhatRole,
    WhyRole,
    SettledRole, ///< bool: a person has dealt with it
};
Q_ENUM_NS(Role)

} // namespace fireline::models::aside
