// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/kindwords.h"

namespace fireline::models {

using domain::kindWord;

} // namespace fireline::models
