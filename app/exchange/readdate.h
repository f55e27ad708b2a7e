// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timecursor.h"
#include "timenotation.h"

namespace fireline::exchange {

/// A day at the cursor in any notation; false when there is none. A day that does not exist is told in `problem`.
bool readDate(TimeCursor &cursor, DateParts &date, QString &problem);
/// 1 for Monday .. 7, taking the word and a comma or dot behind it; 0 when there is none.
int readWeekday(TimeCursor &cursor);

} // namespace fireline::exchange
