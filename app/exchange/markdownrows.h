// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdownblocks.h"
#include "timedrow.h"

namespace fireline::exchange {

/// The lines of a report that have or should have a time: table rows, list items, headings and paragraphs that begin
/// with one, "Incident declared: TIME" labels. What stands under such a line belongs to its text. `warnings` gets
/// what concerns stated zones; `prose` the text outside the rows.
[[nodiscard]] QList<TimedRow> collectRows(const QList<MarkdownBlock> &blocks, QStringList &warnings, QString &prose);

} // namespace fireline::exchange
