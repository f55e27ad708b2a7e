// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"
#include "process/process.h"

namespace fireline::process {

/// What can be wrong with a process whose every word and id is known (vocabulary 6.1 and 6.4): phases nobody reaches, roles nobody
/// can fill, outside audiences without authority or form, clocks without owner, authority rules that contradict each other,
/// rules without source, states an audience does not have; and its assumptions as notes. Pure; any thread.
[[nodiscard]] QList<Finding> checkProcess(const domain::Process &process);

} // namespace fireline::process
