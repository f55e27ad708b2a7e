// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

namespace fireline::views {

/// "Incident Response Workflow (nine-step)": titles alone may be the same.
[[nodiscard]] QString processName(const domain::Process &process);

/// Version and owner, for whom it is, how many severities and phases: what tells one process from another.
[[nodiscard]] QString processSummary(const domain::Process &process);

} // namespace fireline::views
