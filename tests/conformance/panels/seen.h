// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemView;
class QWidget;

/// What a widget tells who looks at it or hears it read: the texts that it paints, those of its labels, buttons and fields, and
/// the sentence of each row. Of what is in sight alone; runs of blanks are one blank.
namespace fireline::conformance {

/// As it is read: what sets directions apart takes no room, and runs of blanks are one.
[[nodiscard]] QString asRead(QString text);
[[nodiscard]] QString seenIn(QWidget *widget);
/// The row that has the keyboard, all its columns.
[[nodiscard]] QString seenInRow(const QAbstractItemView *view);

} // namespace fireline::conformance
