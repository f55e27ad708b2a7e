// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/metrics.h"
#include "theme/tokens.h"

#include <QModelIndex>
#include <QString>

#include <optional>

namespace fireline::views {

class TimeDisplay;

/// What the time of a clock's row says: "06:18", "▼ 01:40", "▲ late 02:10", "▼ due 02:10", "1:12:41" of one that counts up.
[[nodiscard]] QString clockTime(const QModelIndex &clock);
/// The chip it is shown in; none while there is time.
[[nodiscard]] std::optional<Chip> clockChip(const QModelIndex &clock);
/// Where it comes from and who owes it: "HDF-17 · Communications Lead (Jo)".
[[nodiscard]] QString clockSource(const QModelIndex &clock, const TimeDisplay &times);
/// "In time 3 of 4 (75 %), longest silence 31:10"; empty where no round has ended.
[[nodiscard]] QString keptText(int inTime, int rounds, qint64 silenceUs);
/// How the process was kept as a whole, and its longest silence: of all that comes round again.
[[nodiscard]] QString keptSummary(const QList<domain::Adherence> &lines, const domain::Process &process);

} // namespace fireline::views
