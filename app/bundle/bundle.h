// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventstore.h"
#include "core/eventverifier.h"
#include "ziparchive.h"

namespace fireline::bundle {

/// What an evidence bundle came to hold. A value.
struct BundleMade
{
    qint64 events = 0;
    qsizetype attachments = 0;
    QStringList missing;  ///< attachments that the record names and does not hold
    QString manifestHash; ///< SHA-256, hex: kept elsewhere it shows that nothing in the bundle was exchanged
    bool sound = true;    ///< every hash of the record matched as it went out
};

/// The record as a page for people, from what the bundle holds of it.
using ReportMaker = std::function<QByteArray(const QList<domain::Event> &events)>;

/// Writes the whole record as one ZIP archive that can be checked without this program: events.jsonl, attachments by their hash,
/// report.html, a manifest with the hash of every file and the head of the record, VERIFY.md and verify.py. The same record
/// gives the same bytes. A damaged record goes out as it stands: it is evidence too. `shared`: ids of the events that the shared
/// record has, in its order. Any thread that may use the store.
[[nodiscard]] domain::Outcome<BundleMade> writeBundle(const domain::EventStore &store, const ReportMaker &report,
                                                      const QString &exporter, ZipWriter::Sink sink,
                                                      const QStringList &shared = {});

/// What a check of a bundle found. A value.
struct BundleReport
{
    struct File
    {
        QString name;
        QString reason; ///< one translated clause
    };
    domain::VerifyReport record;
    QList<QByteArray> heads;  ///< of the record, after each of its events
    QList<QByteArray> shared; ///< the same in the order of the shared record; none where it was not shared
    QList<File> files;        ///< what is not as the manifest says, or is wanted and not there
    QString manifestHash;     ///< SHA-256, hex

    [[nodiscard]] bool ok() const { return record.ok() && files.isEmpty(); }
};

/// Recomputes every hash and chain from the archive alone. Parse for what is no bundle. Pure.
[[nodiscard]] domain::Outcome<BundleReport> verifyBundle(const QByteArray &archive);

} // namespace fireline::bundle
