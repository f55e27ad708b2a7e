// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

namespace fireline::views {

/// The row of a review that is of this kind (models::review::Kind) and has this id; `item`: the number of a gate's condition.
/// Invalid where there is none.
[[nodiscard]] QModelIndex reviewRow(const QAbstractItemModel &review, int kind, const QString &id, int item = 0);
/// The first section in which nothing is written; invalid where there is none.
[[nodiscard]] QModelIndex firstBlankSection(const QAbstractItemModel &review);

/// The why of that row of the timeline ("E7"); invalid where there is none.
[[nodiscard]] QModelIndex whyRow(const QAbstractItemModel &review, const QString &ref);
/// The one that was recorded last; invalid where there is none.
[[nodiscard]] QModelIndex newestWhy(const QAbstractItemModel &review);
/// The row of what happened itself, which the first whys answer.
[[nodiscard]] QString whatHappened();

} // namespace fireline::views
