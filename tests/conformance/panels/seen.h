// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemView;
class QModelIndex;
class QWidget;

/// What a widget tells who looks at it or hears it read: the texts that it paints, those of its labels, buttons and fields, and
/// the sentence of each row; runs of blanks are one blank.
namespace fireline::conformance {

/// What stands in the viewport now, or also what can be scrolled to (to say that something is nowhere).
enum class Reach { InSight, All };

/// As it is read: what sets directions apart takes no room, and runs of blanks are one.
[[nodiscard]] QString asRead(QString text);
[[nodiscard]] QString seenIn(QWidget *widget, Reach reach);
/// The row that has the keyboard, all its columns.
[[nodiscard]] QString seenInRow(const QAbstractItemView *view);
[[nodiscard]] bool rowIsInSight(const QAbstractItemView *view, const QModelIndex &row);

} // namespace fireline::conformance
