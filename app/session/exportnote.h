// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundle.h"
#include "command/command.h"
#include "process/process.h"
#include "state/incidentstate.h"

#include <optional>

namespace fireline::session {

/// What the record is to say after this part went out ("report", "sitrep", the id of a review): the fact that a gate of the
/// process waits for (SRE-25). Nothing where no gate does.
[[nodiscard]] std::optional<domain::Command> exportNote(const QString &part, const domain::IncidentState &state,
                                                        const domain::Process &process, domain::Instant now);

/// The same for the whole record: that it went out, and by which hash the bundle is known.
[[nodiscard]] domain::Command bundleNote(const bundle::BundleMade &made);

/// The evidence bundle of this store, with the report as people read it. Any thread that may use the store.
[[nodiscard]] domain::Outcome<bundle::BundleMade> exportBundle(const domain::EventStore &store, const domain::Process &process,
                                                               const QString &exporter, bundle::ZipWriter::Sink sink);

} // namespace fireline::session
