// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the board of components holds, shared by its model and its view. Qt::DisplayRole is the component's name. Rows: those
/// of the process in its order, then others that were named here.
namespace fireline::models::components {

Q_NAMESPACE

/// What others were told of a component, beside what is known.
enum Telling {
    NothingToTell, ///< nothing is known and nothing was told
    AsKnown,       ///< whoever was told, was told what is known
    Untold,        ///< it does not work and nobody was told
    ToldOtherwise, ///< somebody was last told something else
};
Q_ENUM_NS(Telling)

enum Role {
    KnownRole = Qt::UserRole + 1, ///< models::ComponentState; -1 while nobody said anything
    KnownAtRole,                  ///< qint64 us
    KnownByRole,                  ///< who said so
    OriginRole,                   ///< id of that event; empty where there is none
    TellingRole,                  ///< components::Telling
    ToldRole, ///< QVariantList of QVariantMap, the latest first: audience, outside, state, at (qint64 us), update ("U3"), differs
    WhyNotRole, ///< QString: why nothing can be said of it now; empty where it can
};
Q_ENUM_NS(Role)

} // namespace fireline::models::components
