// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QList>
#include <QString>

#include <optional>

namespace fireline::views {

/// The cells of the strip from the left to the right.
enum class StripCell { Drill, Private, Severity, Phase, Elapsed, Updates, Command, CallBacks, Viewing, Save };

/// A stable word for each, for object names: "Severity".
[[nodiscard]] QString nameOf(StripCell cell);

/// How one cell can be written at one width. A value.
struct CellVariant
{
    QString caption;
    QString value;   ///< with its shape before it
    QString reserve; ///< the widest this value gets while it ticks, so that neighbours stay where they are; empty: the value
    QString captionReserve = {}; ///< the same of the caption
    bool operator==(const CellVariant &) const = default;
};

/// All that a cell shows. A value; equal values need no repaint.
struct CellText
{
    QList<CellVariant> variants; ///< the widest first; empty: the cell is not there
    bool canHide = false;        ///< at the narrowest it may go altogether
    bool isNumber = false;       ///< drawn with digits of equal width
    std::optional<Chip> chip;    ///< the fill behind the value
    QString icon;                ///< before the value, where no sign of a font says it; a name of Theme::icon()
    QString accessible;          ///< one sentence: "Status update due: late 2 minutes"
    QString toolTip;
    bool operator==(const CellText &) const = default;
};

/// The chip's shape, then the word: no colour says anything alone.
[[nodiscard]] inline QString shaped(Chip chip, const QString &word)
{
    return chipShape(chip) + QLatin1Char(' ') + word;
}

} // namespace fireline::views
