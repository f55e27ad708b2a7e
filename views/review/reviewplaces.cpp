// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewplaces.h"

#include "review/reviewroles.h"

namespace fireline::views {

namespace r = models::review;

QModelIndex reviewRow(const QAbstractItemModel &review, int kind, const QString &id, int item)
{
    for (int row = 0; row < review.rowCount(); ++row) {
        const QModelIndex index = review.index(row, 0);
        if (index.data(r::KindRole).toInt() == kind && index.data(r::IdRole).toString() == id
            && index.data(r::ItemRole).toInt() == item)
            return index;
    }
    return {};
}

QModelIndex firstBlankSection(const QAbstractItemModel &review)
{
    for (int row = 0; row < review.rowCount(); ++row) {
        const QModelIndex index = review.index(row, 0);
        if (index.data(r::KindRole).toInt() == r::Section && index.data(r::BodyRole).toString().isEmpty())
            return index;
    }
    return {};
}

} // namespace fireline::views
