// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/eventstore.h"
#include "core/outcome.h"
#include "exporter.h"
#include "process/process.h"
#include "sectionexport.h"
#include "state/incidentstate.h"

namespace fireline::session {

/// Which part of an incident goes out as a document.
struct ExportPart
{
    enum class Kind { Report, Timeline, Sitrep, Review };
    Kind kind = Kind::Report;
    QString review; ///< Review: id
};

/// "report", "timeline", "sitrep", or the id of a review of the process; refused with the words there are.
[[nodiscard]] domain::Outcome<ExportPart> exportPart(const QString &word, const domain::Process &process);

/// All that is recorded, for exportDocument(). The store's thread.
[[nodiscard]] domain::Outcome<QList<domain::Event>> allEvents(const domain::EventStore &store);

/// The incident as a document for people. The report is everything: known times, measures, reviews, action items, how each rule
/// fared, and the rows in the order of the timeline. `events` are all of the record (for the rules, and its hash at the foot
/// of a page); empty leaves both out. `pictures` are those that its sections show (picturesOf()). Pure.
[[nodiscard]] exchange::ExportDocument exportDocument(const domain::IncidentState &state, const domain::Process &process,
                                                      const QList<domain::Event> &events, domain::Instant now,
                                                      const ExportPart &part = {}, const Pictures &pictures = {});

/// The document in a format: "markdown", "html", "pdf" or "csv". PDF needs a QGuiApplication. Any thread.
[[nodiscard]] QByteArray exportBytes(const exchange::ExportDocument &document, const QString &format);

} // namespace fireline::session
