// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rowdays.h"
#include "timedrow.h"

namespace fireline::exchange {

/// The instant of a row, or why it has none.
struct RowInstant
{
    std::optional<domain::Instant> at;
    QString problem;
    QStringList warnings;
};

/// Turns each settled day and clock into an instant. The zone is, in this order: an offset in the row itself, the
/// override, a zone in the row, the zone that section or document states, what links with a time stamp in the rows
/// show, UTC with a warning. A label that was not in force that day (PST in July) is used only where the document
/// itself shows which offset was meant. `warnings` gets what concerns the whole document.
[[nodiscard]] QList<RowInstant> settleZones(const QList<TimedRow> &rows, const QList<RowDay> &days, const DocumentFacts &facts,
                                            const Zone &override, QStringList &warnings);

} // namespace fireline::exchange
