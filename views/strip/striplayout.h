// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strip/celltext.h"

#include <QList>

namespace fireline::views {

/// What the layout has to know of a cell. A value.
struct CellWidths
{
    StripCell cell = StripCell::Severity;
    QList<int> variants;  ///< as in CellText; empty: not there
    bool canHide = false; ///< may go when nothing else helps
    bool elides = false;  ///< its text may be cut, down to `least`
    int least = 0;
};

/// Where a cell goes. Variant -1: hidden.
struct CellPlace
{
    StripCell cell = StripCell::Severity;
    int variant = 0;
    int x = 0;
    int width = 0;
    bool operator==(const CellPlace &) const = default;
};

/// Places the cells side by side in `width`, writes them shorter while they do not fit (people count, call-backs, phase, then
/// the rest; ux 2.2; nothing is cut while words can be left out), and puts the last one at the far end. Severity,
/// elapsed, status update and command are never hidden.
/// Pure; left to right, a mirrored window mirrors the result.
[[nodiscard]] QList<CellPlace> placeCells(const QList<CellWidths> &cells, int width, int gap);

} // namespace fireline::views
