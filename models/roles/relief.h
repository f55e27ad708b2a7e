// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

namespace fireline::models {

/// What marks an entry that asks for relief, and the one name for it. No process names it: one that has a way of its own says so
/// by a flag for which it proposes the handover; this stands for those that have none, as `/claim` does for taking a role.
inline constexpr QStringView reliefTag = u"relief";

/// Somebody asks to be relieved of a role (HUB-17, ux 2.7). A value.
struct Relief
{
    domain::Instant askedAt; ///< unset: they do not
    QString to;              ///< who was asked; may be empty

    bool operator==(const Relief &) const = default;
};

/// Whether whoever holds it asks for relief: by the flag for which the process proposes the handover, or by an entry of theirs
/// with the tag "relief" that stands. While the role is being handed over, and once somebody else has it, it is asked no more.
[[nodiscard]] Relief reliefOf(const domain::Holding &holding, const IncidentFeed &feed);

/// The line of quick entry that asks for it: the flag of the process; else a question to the deputy, else to whoever commands,
/// with a call-back within what the process means by "immediately" (`defaults.now`); else a note. Empty where there is nobody to
/// relieve.
[[nodiscard]] QString reliefLine(const QString &role, const QString &person, const IncidentFeed &feed);

/// Who stands in for a role: its deputies without those who have the role itself by now.
[[nodiscard]] QStringList deputiesOf(const QString &role, const domain::IncidentState &state);

} // namespace fireline::models
