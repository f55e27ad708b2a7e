// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/event.h"
#include "process/process.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>

#include <optional>

namespace fireline::domain {

/// How something written is taken back. The record only grows, so this is another asking (ux 2.10). A value.
struct Inverse
{
    std::optional<Command> command; ///< goes through decide() as any other: the process may refuse it
    QString text; ///< with a command what it brings about ("Severity back to SEV 2."), else why there is none and what to do

    [[nodiscard]] bool possible() const { return command.has_value(); }
};

/// What inverseOf() reads. `before` is a copy of the state from before the event (implicitly shared, so a copy costs
/// nothing); `now` tells whether somebody has changed the same thing since: that is not undone unseen.
struct InverseInput
{
    const IncidentState &before;
    const IncidentState &now;
    const Process &process;
};

/// Undo, and with the event of an undo redo: the inverse of a retraction is a restoration. Whose event it is and whether it was the
/// last of this session is for the caller to see to. Pure.
[[nodiscard]] Inverse inverseOf(const Event &event, const InverseInput &input);

/// The same for everything that one asking wrote together. Several events are taken back only where that needs one command.
[[nodiscard]] Inverse inverseOf(const QList<Event> &written, const InverseInput &input);

} // namespace fireline::domain
