// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter.h"

// What the formats for people to read have in common.
namespace fireline::exchange {

/// "ana, Incident Commander": who did it, and in which role.
[[nodiscard]] QString whoText(const ExportRow &row);
/// "2026-03-02 10:00:00"; empty when not set.
[[nodiscard]] QString timeCell(domain::Instant at);

/// Plain text as HTML: nothing in it means anything, a line break is one.
[[nodiscard]] QString htmlText(const QString &text);
/// What happened, with all that is known of the row: struck through where it was taken back.
[[nodiscard]] QString htmlEvent(const ExportRow &row);
/// One line of plain text as Markdown: nothing in it means anything.
[[nodiscard]] QString markdownText(const QString &text);
/// The same without what only means something at the start of a line.
[[nodiscard]] QString markdownPart(const QString &text);
/// The rest of it: a line of such parts that begins nothing.
[[nodiscard]] QString markdownLine(QString line);
[[nodiscard]] QString markdownEvent(const ExportRow &row);
/// Letter by letter, in a fence that the text itself cannot close.
[[nodiscard]] QString markdownCode(const QString &text);

} // namespace fireline::exchange
