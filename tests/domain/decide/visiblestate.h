// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain::test {

/// Everything that people see of the incident but the rows that tell of the doing and undoing itself: of the rows, the
/// first `rows`.
[[nodiscard]] QString visible(const IncidentState &s, qsizetype rows);

} // namespace fireline::domain::test
