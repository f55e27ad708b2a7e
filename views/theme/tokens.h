// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace fireline::views {

/// The palettes there are; System is resolved to one of them by Theme.
enum class Scheme { Light, Dark, HighContrast };

/// Colours of plain text, lines and surfaces (ux 2.11).
enum class Ink {
    Window,    ///< surface of panels and bars
    Base,      ///< surface of lists and fields
    Alternate, ///< every other row, headers
    Text,
    Muted,
    Link, ///< also the focus ring
    Error,
    Warn,
    Ok,
    Disabled,
    Border, ///< of controls
    Selection,
    SelectionText,
};

/// A filled label with a shape and a word: a severity rank or the state of a clock (ux 2.11).
enum class Chip { Rank1, Rank2, Rank3, Rank4, Rank5, Ok, Due, Late, Info, Conflict, Drill, Offline };

/// How a chip's border is drawn. In high contrast, where colours are few, no two ranks have the same border and filling.
enum class ChipOutline { Plain, Thick, Double, Dashed, Striped };

struct ChipColours
{
    QColor background;
    QColor text;
    QColor border;
    ChipOutline outline = ChipOutline::Plain;
};

[[nodiscard]] QColor ink(Scheme scheme, Ink ink);
[[nodiscard]] ChipColours chipColours(Scheme scheme, Chip chip);

/// Rank 1 to 5, as a process orders its severities (1 the worst); what is beyond is taken as 5.
[[nodiscard]] Chip rankChip(int rank);
/// The shape that says the same as the colour: "⬢" "▲" "◆" "●" "○" for ranks, "▼" due, "▲" late, "✓" ok.
[[nodiscard]] QString chipShape(Chip chip);

} // namespace fireline::views
