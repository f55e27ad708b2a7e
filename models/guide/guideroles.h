// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the guide of a drill holds, shared by its model and its view. Rows: its steps, in their order.
namespace fireline::models::guide {

Q_NAMESPACE

enum class Step {
    Coming,
    Waiting, ///< its turn, but something is not there yet
    Now,
    Done,
};
Q_ENUM_NS(Step)

enum Role {
    IdRole = Qt::UserRole + 1, ///< of the scenario
    WhatRole,                  ///< QString: what to do; also the display role
    HowRole,                   ///< QString: which keys to press; what is to be typed stands between backticks
    AnywhereRole,              ///< bool: those keys work wherever the keyboard is
    WhyRole,                   ///< QString: what it is good for; may be empty
    StepRole,                  ///< guide::Step as int
    WaitsForRole,              ///< QString: why it cannot be done yet; empty unless Waiting
};
Q_ENUM_NS(Role)

} // namespace fireline::models::guide
