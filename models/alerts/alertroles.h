// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qnamespace.h>

namespace fireline::models {

/// What a row of AlertList holds; raw values, words only where the process gave them.
enum class AlertRole {
    Id = Qt::UserRole + 1, ///< of the clock
    Level,                 ///< Attention::Level as int
    Text,
    Owner,
    Source,
    SinceUs,
    AtUs, ///< late after it; 0: never
    CanSnooze,
    Line, ///< for quick entry; may be empty
    Acknowledged,
};

} // namespace fireline::models
