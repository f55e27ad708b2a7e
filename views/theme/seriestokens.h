// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QList>

namespace fireline::views {

/// The shape that stands on a line of a graph, and before its name.
enum class SeriesMarker { Circle, Square, TriangleUp, Diamond, Cross, TriangleDown, Plus, Ring };

/// How one series is drawn: no two of the first 32 have colour, dashes and marker in common, and no two of the first eight the
/// marker, so that nobody needs the colour (ux 2.11). A value.
struct SeriesLook
{
    QColor colour;
    QList<qreal> dashes; ///< in widths of the line; empty: one line through
    SeriesMarker marker = SeriesMarker::Circle;
};

/// `look` counts from 0.
[[nodiscard]] SeriesLook seriesLook(Scheme scheme, int look);

} // namespace fireline::views
