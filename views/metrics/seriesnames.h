// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QFontMetrics;

namespace fireline::views {

/// Names as they have room in a width, in the same order: whole where one fits, else without the words that all of them begin
/// and end with, else cut in the middle. Names that differ still differ.
[[nodiscard]] QStringList shortNames(const QStringList &names, const QFontMetrics &letters, int width);

} // namespace fireline::views
