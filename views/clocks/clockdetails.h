// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

namespace fireline::views {

class TimeDisplay;

/// All that is known of one clock, as rich text: by when, since when, who, which paragraph of the process, how well it was
/// kept, why it is snoozed.
[[nodiscard]] QString clockDetails(const QModelIndex &clock, const TimeDisplay &times);

} // namespace fireline::views
