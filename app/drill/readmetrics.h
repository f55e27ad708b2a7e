// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapreader.h"
#include "scenario.h"

namespace fireline::drill {

/// The key `metrics` of a scenario; what is wrong is recorded in the reader. That its file is there is for who has files.
void readMetrics(process::MapReader &top, Scenario &scenario);

} // namespace fireline::drill
