// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/entrynames.h"

namespace fireline::domain {

/// As apply(), the row alone: what is not done yet is seen, and changes nothing.
void applyRow(IncidentState &state, const Event &event, const EntryNames *names);

} // namespace fireline::domain
