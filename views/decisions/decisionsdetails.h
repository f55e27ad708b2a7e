// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

namespace fireline::views {

class TimeDisplay;

/// All that is known of a hypothesis, a decision, a mitigation or a way to mitigate, as HTML for the panel's detail area.
[[nodiscard]] QString decisionsDetails(const QModelIndex &index, const TimeDisplay &times);

} // namespace fireline::views
