// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventstore.h"
#include "exporter.h"
#include "process/process.h"
#include "state/incidentstate.h"

#include <QHash>

// Sections of reviews on their way out, and into the preview in the window: the same words, pieces and pictures.
namespace fireline::session {

using Pictures = QHash<QString, QByteArray>; ///< by SHA-256, hex

[[nodiscard]] exchange::ExportRow exportRow(const domain::Entry &entry, const domain::Process &process);

/// For whom a section is read: whoever writes it is told what records a thing, its readers are not.
enum class SectionFor { Readers, Writer };

/// The pieces of a section, what stays bound to the record filled in; `told` gets the names of those.
[[nodiscard]] QList<exchange::ExportBlock> sectionBlocks(const QString &section, const domain::IncidentState &state,
                                                         const domain::Process &process, domain::Instant now, QStringList &told,
                                                         SectionFor whom = SectionFor::Readers);
/// What the links in the text pieces lead to.
void addReferences(exchange::ExportReferences &references, const QList<exchange::ExportBlock> &blocks,
                   const domain::IncidentState &state, const domain::Process &process);
/// The attachments that sections of reviews show and that are pictures. The store's thread.
[[nodiscard]] Pictures picturesOf(const domain::EventStore &store, const domain::IncidentState &state);

/// A section that is being written, as its readers will see it: the HTML of the export, its long tables cut.
struct SectionPreview
{
    QString html;
    QStringList attachments; ///< SHA-256 of all that it shows
};
[[nodiscard]] SectionPreview sectionPreview(const QString &section, const domain::IncidentState &state,
                                            const domain::Process &process, domain::Instant now, const Pictures &pictures);

} // namespace fireline::session
