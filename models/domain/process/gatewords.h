// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/actrules.h"

namespace fireline::domain {

/// What a person calls a gate, whose id says nothing: what it says of itself, else what it asks for.
[[nodiscard]] QString gateWords(const GateRule &gate);

} // namespace fireline::domain
