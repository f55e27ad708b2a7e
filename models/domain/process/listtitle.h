// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

namespace fireline::domain {

/// What a person calls a list of the process: what it says of itself, whom it is for, or its id as words. Translated.
[[nodiscard]] QString listTitle(const ListRule &list, const Process &process);

} // namespace fireline::domain
