// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "scenario.h"

#include <QString>

#include <optional>

namespace fireline::drill {

/// With what the session of a drill is made, so that the same seed gives the same events byte for byte. A value.
struct DrillSetup
{
    domain::Command declare; ///< the first command; marks the incident as a drill
    domain::Instant start;   ///< of the simulated clock
    quint64 seed = 1;        ///< of UuidV7Source
    QString typist;          ///< profile name of the console
    QString device;          ///< id of the console
};

/// `seed` stands in for the scenario's own.
[[nodiscard]] DrillSetup setupOf(const Scenario &scenario, std::optional<quint64> seed = std::nullopt);

} // namespace fireline::drill
