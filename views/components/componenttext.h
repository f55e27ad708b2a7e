// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "status/affected.h"

#include <QModelIndex>
#include <QString>

namespace fireline::views {

class TimeDisplay;

/// "● major outage": the shape stands beside the word, so that states are told apart without colour.
[[nodiscard]] QString componentStateText(models::ComponentState state);

/// What is known of the component in a row of the board, by whom and since when: "● major outage, ana, 10:43".
[[nodiscard]] QString componentKnownText(const QModelIndex &index, const TimeDisplay &times);
/// What matters most of what was told: who was told otherwise, that nobody was, or what was told last.
[[nodiscard]] QString componentToldText(const QModelIndex &index, const TimeDisplay &times);
/// All about it, a line for each audience; plain text.
[[nodiscard]] QString componentDetails(const QModelIndex &index, const TimeDisplay &times);

} // namespace fireline::views
