// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/workrow.h"

#include <QString>

namespace fireline::models {

/// A row as one whole sentence, for screen readers and tooltips, without times that tick.
[[nodiscard]] QString workSentence(const WorkRow &row);

} // namespace fireline::models
