// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer.h"
#include "markdownblocks.h"
#include "timedrow.h"

namespace fireline::exchange {

/// What a section of a report is for.
enum class SectionUse {
    Timeline, ///< its lines are events
    Aside,    ///< action items, lessons, references: its lines are no events, whatever they begin with
    Other,
};
[[nodiscard]] SectionUse useOfHeading(const QString &heading);

/// Title, days, severity and T0 of a report. `out` gets title and severity.
[[nodiscard]] DocumentFacts readFacts(const QList<MarkdownBlock> &blocks, const QString &fileName, Imported &out);

} // namespace fireline::exchange
