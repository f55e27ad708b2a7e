// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>

#include <memory>

class QMimeData;

namespace fireline::views {

class TimeDisplay;

/// Rows of the timeline for other programs: as plain lines, as a table in Markdown and HTML, as CSV.
[[nodiscard]] std::unique_ptr<QMimeData> timelineMime(const QModelIndexList &rows, const TimeDisplay &times);

} // namespace fireline::views
