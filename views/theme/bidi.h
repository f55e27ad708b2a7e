// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::views {

/// The direction of a text that people wrote, by its first strong character (rules P2 and P3 of Unicode's annex 9: what
/// stands in isolates does not count). A text without one, such as "12:30", gets `fallback`.
[[nodiscard]] Qt::LayoutDirection directionOf(QStringView text, Qt::LayoutDirection fallback);

/// Ids, times and code inside a sentence of any language: kept together and left to right.
[[nodiscard]] QString isolatedLtr(const QString &text);
/// Names and texts of people inside a sentence of the program: their own direction, without effect on what is beside them.
[[nodiscard]] QString isolated(const QString &text);

} // namespace fireline::views
