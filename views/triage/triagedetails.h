// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

namespace fireline::views {

class TimeDisplay;

/// All that is known of a row of triage, as HTML for the panel's detail area.
[[nodiscard]] QString triageDetails(const QModelIndex &index, const TimeDisplay &times);

} // namespace fireline::views
