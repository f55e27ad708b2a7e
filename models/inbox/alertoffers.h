// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "inbox/inboxalert.h"
#include "state/messagerecords.h"

#include <optional>

namespace fireline::models {

/// Takes an alert into the incident's record, at the time at which it fired. Its kind and possible cause go along, whether the source
/// writes them as labels or as annotations (HDF-32).
[[nodiscard]] domain::Command linkCommand(const InboxAlert &alert);

/// What brings the record of a linked alert to what the sources say now: silenced, cleared at the time at which it cleared, or linked
/// again because it fires again: who linked it once wants to know, and a gate may wait for it.
/// Nothing where they agree, where the sources are not heard, and for what only a person can say.
[[nodiscard]] std::optional<domain::Command> followCommand(const InboxAlert &alert, const domain::Alert &recorded);

/// What is offered to somebody who declares an incident from alerts. A value.
struct DeclarationOffer
{
    QString title;                ///< what is wrong, in the words of the alert
    QString severity;             ///< as the alert's label has it, for a person to compare with the process; may be empty
    AlertLabels labels;           ///< that all that have not cleared have alike: a field of that name may be answered by it
    domain::Instant impactStart;  ///< the earliest start: offered, never set by itself
    QList<domain::Command> links; ///< one for each alert that is not cleared
};

/// Precondition: the group has an alert.
[[nodiscard]] DeclarationOffer declarationFrom(const InboxGroup &group);

} // namespace fireline::models
