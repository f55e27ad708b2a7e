// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewplaces.h"

#include "review/reviewroles.h"

using namespace Qt::StringLiterals;

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

QModelIndex whyRow(const QAbstractItemModel &review, const QString &ref)
{
    for (int row = 0; row < review.rowCount(); ++row) {
        const QModelIndex index = review.index(row, 0);
        if (index.data(r::KindRole).toInt() == r::Why && index.data(r::RefRole).toString() == ref)
            return index;
    }
    return {};
}

QModelIndex newestWhy(const QAbstractItemModel &review)
{
    QModelIndex newest;
    const auto number = [](const QModelIndex &index) { return index.data(r::RefRole).toString().mid(1).toInt(); };
    for (int row = 0; row < review.rowCount(); ++row) {
        const QModelIndex index = review.index(row, 0);
        if (index.data(r::KindRole).toInt() == r::Why && (!newest.isValid() || number(index) > number(newest)))
            newest = index;
    }
    return newest;
}

QString whatHappened()
{
    return u"E1"_s;
}

} // namespace fireline::views
