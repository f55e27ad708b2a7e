// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter.h"

// What the formats for people to read have in common.
namespace fireline::exchange {

/// One piece of what a person wrote into a section.
struct TextPiece
{
    enum class Kind { Paragraph, Heading, Item, Code };
    Kind kind = Kind::Paragraph;
    QString text; ///< plain; several lines in a paragraph and in code
};

/// The pieces in order; see ExportBlock for what means anything. Linear in the text.
[[nodiscard]] QList<TextPiece> textPieces(const QString &text);

/// "ana, ic": who did it, and in which role.
[[nodiscard]] QString whoText(const ExportRow &row);
/// "2026-03-02 10:00:00"; empty when not set.
[[nodiscard]] QString timeCell(domain::Instant at);

} // namespace fireline::exchange
