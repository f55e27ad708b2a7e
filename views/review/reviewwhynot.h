// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

namespace fireline::models {
class ReviewModel;
}

// Why something of a review cannot be done now, in words; empty where it can.
namespace fireline::views::reviewing {

[[nodiscard]] QString noReview(const models::ReviewModel &model);
[[nodiscard]] QString closeWhyNot(const models::ReviewModel &model);
[[nodiscard]] QString openWhyNot(const models::ReviewModel &model, const QModelIndex &row);
[[nodiscard]] QString confirmWhyNot(const models::ReviewModel &model, const QModelIndex &row);
[[nodiscard]] QString itemWhyNot(const models::ReviewModel &model, const QModelIndex &row);
[[nodiscard]] QString besideWhyNot(const QModelIndex &row);
[[nodiscard]] QString removeWhyNot(const models::ReviewModel &model, const QModelIndex &row);

} // namespace fireline::views::reviewing
