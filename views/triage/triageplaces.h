// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

namespace fireline::views {

/// What a row of triage is (models::triage::Kind); a heading where there is no row.
[[nodiscard]] int triageKind(const QModelIndex &index);
/// The first row of that kind (-1: any) whose role says this; `count`: the number of a gate's condition, -1 where it is any.
/// Invalid where there is none.
[[nodiscard]] QModelIndex triageRow(const QAbstractItemModel &triage, int kind, int role, const QString &value, int count = -1);
/// The severity that the process proposes now; invalid where it proposes none.
[[nodiscard]] QModelIndex proposedSeverity(const QAbstractItemModel &triage);

} // namespace fireline::views
