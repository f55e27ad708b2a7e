// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "exporter.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::cli {

/// The incident as a document for people: known times, measures, reviews, action items, how each rule fared, and the rows in the
/// order of the timeline. `events` are all of the record (for the rules); empty leaves that part out.
[[nodiscard]] exchange::ExportDocument exportDocument(const domain::IncidentState &state, const domain::Process &process,
                                                      const QList<domain::Event> &events, domain::Instant now);

} // namespace fireline::cli
