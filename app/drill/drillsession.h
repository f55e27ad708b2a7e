// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"
#include "process/process.h"
#include "rules/rulecontext.h"
#include "state/incidentstate.h"

#include <QList>

namespace fireline::drill {

/// The incident that a drill is played on. Implemented where sessions are made; the drill never sees a file. One thread;
/// owned by whoever runs the player.
class DrillSession
{
public:
    virtual ~DrillSession() = default;

    /// Judges and writes one command, as any other console would. Gives the warnings and prompts that did not stop it; a
    /// Problem of kind Refused or Usage is the process's answer, any other kind ends the drill.
    [[nodiscard]] virtual domain::Outcome<QList<domain::Notice>> execute(const domain::Command &command) = 0;
    [[nodiscard]] virtual const domain::IncidentState &state() const = 0;
    [[nodiscard]] virtual const domain::Process &process() const = 0;
    [[nodiscard]] virtual domain::Instant now() const = 0;
    /// Moves the simulated clock forward, at whatever speed the session keeps. `t` is never before now().
    [[nodiscard]] virtual domain::Outcome<void> advanceTo(domain::Instant t) = 0;
};

} // namespace fireline::drill
