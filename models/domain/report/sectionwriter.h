// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

namespace fireline::domain {

struct IncidentState;

/// Who wrote what stands in a section of a review, and when it was done. A value; empty where no row of the record tells it.
struct SectionWriter
{
    QString by;
    Instant at;
};

/// `text` is what stands there now. The state keeps the words of a section and not their event: the row is found by what it says.
/// Pure.
[[nodiscard]] SectionWriter sectionWriter(const QString &section, const QString &text, const IncidentState &state);

} // namespace fireline::domain
