// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timecursor.h"
#include "timenotation.h"

namespace fireline::exchange {

/// A clock time; `lenient` takes 15.26 and 1600 too and says so in `notes`.
bool readClock(TimeCursor &cursor, ClockParts &clock, bool lenient, QString &problem, QStringList &notes);

} // namespace fireline::exchange
