// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>
#include <functional>

namespace fireline::models {

/// What a model does around each single step of syncRows().
struct RowSteps
{
    std::function<void(int row)> beginInsert;
    std::function<void()> endInsert;
    std::function<void(int row)> beginRemove;
    std::function<void()> endRemove;
    /// `to` is where the row stands afterwards; it is before `from`.
    std::function<void(int from, int to)> beginMove;
    std::function<void()> endMove;
};

/// Brings a short list of rows to what it should be: removes, moves and inserts one by one, so that selection and editors stay
/// where they are. `changed(row, before)` is called for a row that stays and differs. Rows have `key()` and `==`.
template<typename Row, typename Changed>
void syncRows(QList<Row> &rows, const QList<Row> &target, const RowSteps &steps, Changed changed)
{
    const auto at = [](const QList<Row> &list, const auto &key, qsizetype from) {
        const auto it = std::find_if(list.begin() + from, list.end(), [&](const Row &row) { return row.key() == key; });
        return it == list.end() ? -1 : int(it - list.begin());
    };
    for (int row = int(rows.size()) - 1; row >= 0; --row) {
        if (at(target, rows.at(row).key(), 0) >= 0)
            continue;
        steps.beginRemove(row);
        rows.removeAt(row);
        steps.endRemove();
    }
    for (int row = 0; row < target.size(); ++row) {
        const int found = at(rows, target.at(row).key(), row);
        if (found < 0) {
            steps.beginInsert(row);
            rows.insert(row, target.at(row));
            steps.endInsert();
            continue;
        }
        if (found != row) {
            steps.beginMove(found, row);
            rows.move(found, row);
            steps.endMove();
        }
        if (!(rows.at(row) == target.at(row))) {
            const Row before = std::exchange(rows[row], target.at(row));
            changed(row, before);
        }
    }
}

} // namespace fireline::models
