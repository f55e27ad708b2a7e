// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <algorithm>

namespace fireline::test {

/// What a row is looked for by.
struct Has
{
    int role = 0;
    QVariant value;
};

using Wanted = std::initializer_list<Has>;

/// The first row of a list that has all of it; none where there is none.
inline QModelIndex findRow(const QAbstractItemModel &model, Wanted wanted)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (std::all_of(wanted.begin(), wanted.end(), [&index](const Has &has) { return index.data(has.role) == has.value; }))
            return index;
    }
    return {};
}

/// The row's number; -1 where there is none.
inline int rowWhere(const QAbstractItemModel &model, Wanted wanted)
{
    return findRow(model, wanted).row();
}

/// This role of every row that has all of it, from the top.
inline QStringList textsOf(const QAbstractItemModel &model, int role, Wanted wanted = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (std::all_of(wanted.begin(), wanted.end(), [&index](const Has &has) { return index.data(has.role) == has.value; }))
            texts.append(index.data(role).toString());
    }
    return texts;
}

} // namespace fireline::test
