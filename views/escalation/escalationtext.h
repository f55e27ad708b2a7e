// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QModelIndex>
#include <QString>

#include <optional>

namespace fireline::views {

class TimeDisplay;

/// "in 03:10", "▼ now", "▲ late 02:10", "✓ answered", "called", "skipped".
[[nodiscard]] QString rungTime(const QModelIndex &rung);
[[nodiscard]] std::optional<Chip> rungChip(const QModelIndex &rung);
/// Under the step: where it comes from, and once it is settled by whom, when and why.
[[nodiscard]] QString rungDetail(const QModelIndex &rung, const TimeDisplay &times);
/// "Next in 03:10: Page Secondary on-call engineer"; of an open step.
[[nodiscard]] QString nextRungText(const QModelIndex &rung);

} // namespace fireline::views
