// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/eventstore.h"
#include "core/outcome.h"
#include "core/recordhead.h"
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

/// What is recorded, as a document needs it. A value.
struct WholeRecord
{
    QList<domain::Event> events; ///< in recorded order
    /// What the foot of a page names: of the shared record where there is one, or no other console would know it.
    domain::RecordedHead head;
    qint64 onlyHere = 0; ///< events that the shared record does not have

    WholeRecord() = default;
    WholeRecord(const QList<domain::Event> &all); ///< of a record that is not shared
};

/// All that is recorded, for exportDocument(). The store's thread.
[[nodiscard]] domain::Outcome<WholeRecord> wholeRecord(const domain::EventStore &store);

/// The events that the shared record has, in its order; none where the record is not shared. The store's thread.
[[nodiscard]] domain::Outcome<QList<domain::Event>> sharedEvents(const domain::EventStore &store);

/// The incident as a document for people. The report is everything: known times, measures, reviews, action items, how each rule
/// fared, and the rows in the order of the timeline. `record` is all of it (for the rules, and its hash at the foot
/// of a page); empty leaves both out. `pictures` are those that its sections show (picturesOf()). Pure.
[[nodiscard]] exchange::ExportDocument exportDocument(const domain::IncidentState &state, const domain::Process &process,
                                                      const WholeRecord &record, domain::Instant now, const ExportPart &part = {},
                                                      const Pictures &pictures = {});

/// The document in a format: "markdown", "html", "pdf" or "csv". PDF needs a QGuiApplication. Any thread.
[[nodiscard]] QByteArray exportBytes(const exchange::ExportDocument &document, const QString &format);

} // namespace fireline::session
