// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "state/contestedfields.h"

namespace fireline::domain {
struct IncidentState;
struct Process;
} // namespace fireline::domain
namespace fireline::views {
class TimeDisplay;
}

namespace fireline::window {

/// What people call the field that was set. Pure.
[[nodiscard]] QString contestedName(const domain::FieldSetting &setting, const domain::IncidentState &state,
                                    const domain::Process &process);
/// What it was set to, in words of the process; long texts are cut. Pure.
[[nodiscard]] QString contestedValue(const domain::FieldSetting &setting, const domain::Process &process,
                                     const views::TimeDisplay &times);
/// Asks for the same value once more. Pure.
[[nodiscard]] domain::Command commandOf(const domain::FieldSetting &setting, const domain::IncidentState &state,
                                        const QString &why);

} // namespace fireline::window
