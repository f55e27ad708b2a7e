// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QSize>

class QFont;
class QPainter;
class QRect;

namespace fireline::views {

/// What a chip says: its shape, then the word. For painting and for copying.
[[nodiscard]] QString chipText(Chip chip, const QString &word);

/// The room that `text` needs in a chip, border included.
[[nodiscard]] QSize chipSize(const QString &text, const QFont &font);

/// A filled, bordered label: the same wherever a severity or a state is shown. What does not fit is elided. `text` comes from
/// chipText(). In the direction of the text; leaves the painter as it was.
void paintChip(QPainter *painter, const QRect &rect, const ChipColours &colours, const QString &text, const QFont &font);

/// Filling and border alone, for who draws a text of their own into it; `font` gives the thickness of lines and corners.
void paintChipBox(QPainter *painter, const QRect &rect, const ChipColours &colours, const QFont &font);

/// The stripes of a drill across `rect`, for the chip and the band under the strip.
void paintStripes(QPainter *painter, const QRect &rect, const ChipColours &colours);

} // namespace fireline::views
