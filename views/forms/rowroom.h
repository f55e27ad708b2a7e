// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace fireline::views {

/// The least size of a list with columns in which a row can be read below their names, however large the text is: the toolkit's own
/// knows of scroll bars alone. `own` is that one. GUI thread.
[[nodiscard]] inline QSize withRoomForARow(const QTreeView &list, const QSize &own)
{
    const int row = std::max(static_cast<const QAbstractItemView &>(list).sizeHintForRow(0), list.fontMetrics().height());
    return own.expandedTo({0, list.header()->sizeHint().height() + row + 2 * list.frameWidth()});
}

} // namespace fireline::views
