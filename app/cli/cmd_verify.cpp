// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "bundle.h"
#include "core/eventverifier.h"
#include "core/recordhead.h"
#include "sqlite/sqlitejournal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

constexpr qint64 largestExport = 512LL * 1024 * 1024;
constexpr qint64 largestBundle = 2 * largestExport;
constexpr qsizetype leastDigits = 12; // of a hash, for a hit that is no chance

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// What a verification says, and the head of the record after each of its events.
struct Checked
{
    VerifyReport report;
    QList<QByteArray> heads;
    QList<QByteArray> shared = {};                ///< heads in the order of the shared record: the same on all consoles
    QList<bundle::BundleReport::File> files = {}; ///< of a bundle: what is not as its manifest says
    QString manifestHash = {};                    ///< of a bundle

    [[nodiscard]] bool ok() const { return report.ok() && files.isEmpty(); }
    /// What documents name, all of the same kind.
    [[nodiscard]] const QList<QByteArray> &printed() const { return shared.isEmpty() ? heads : shared; }
};

// An exported record carries its events as they were written: the same chains can be recomputed from it, without the file.
Outcome<Checked> verifyExport(const QByteArray &bytes)
{
    const QJsonObject document = QJsonDocument::fromJson(bytes).object();
    if (document.value(u"format"_s).toString() != "fireline-export-1"_L1)
        return Problem{Problem::Kind::Parse,
                       u"not-fireline"_s,
                       Text::tr("This is neither an incident's file nor an export of one."),
                       {},
                       {},
                       {}};
    const QString incident = document.value(u"incident"_s).toObject().value(u"id"_s).toString();
    EventVerifier verifier;
    QList<QByteArray> heads;
    QHash<QString, Event> byId;
    for (const QJsonValue &row : document.value(u"events"_s).toArray()) {
        const qint64 seq = row[u"seq"_s].toInteger();
        const auto event = fromAuditJson(row.toObject(), incident);
        if (!event) {
            verifier.addUnreadable(seq, row[u"id"_s].toString(), event.problem().text);
            continue;
        }
        verifier.add(seq, event.value());
        heads.append(nextHead(heads, event.value()));
        byId.insert(event.value().id, event.value());
    }
    QList<QByteArray> shared;
    for (const QJsonValue &id : document.value(u"shared"_s).toArray()) {
        if (byId.contains(id.toString()))
            shared.append(nextHead(shared, byId.value(id.toString())));
    }
    return Checked{verifier.finish(), heads, shared};
}

Outcome<Checked> verifyArchive(const QByteArray &bytes)
{
    const auto found = bundle::verifyBundle(bytes);
    if (!found)
        return found.problem();
    return Checked{found.value().record, found.value().heads, found.value().shared, found.value().files,
                   found.value().manifestHash};
}

QByteArray firstBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
}

Outcome<Checked> verified(const QString &path)
{
    const QByteArray first = firstBytes(path);
    if (first == "PK\x03\x04") {
        const auto bytes = readBytes(path, largestBundle);
        return bytes ? verifyArchive(bytes.value()) : Outcome<Checked>(bytes.problem());
    }
    if (first.startsWith('{')) {
        const auto bytes = readBytes(path, largestExport);
        return bytes ? verifyExport(bytes.value()) : Outcome<Checked>(bytes.problem());
    }
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    if (!journal)
        return journal.problem();
    const auto report = journal.value()->verify();
    if (!report)
        return report.problem();
    Checked checked{report.value(), {}};
    if (!checked.report.ok())
        return checked;
    const auto read = journal.value()->read(0, [&](qint64, const Event &event) {
        checked.heads.append(nextHead(checked.heads, event));
        return true;
    });
    if (!read)
        return read.problem();
    const auto shared = journal.value()->readShared([&](const Event &event) {
        checked.shared.append(nextHead(checked.shared, event));
        return true;
    });
    return shared ? Outcome<Checked>(checked) : Outcome<Checked>(shared.problem());
}

/// After which event the record had this head; 0: never. A few digits of it will do, as they are read from paper.
/// In the order in which this file came to know the events as well: so it was printed before the record was shared.
qint64 placeOf(const QByteArray &hash, const Checked &checked)
{
    for (const QList<QByteArray> &heads : {checked.shared, checked.heads}) {
        for (qsizetype i = 0; i < heads.size(); ++i) {
            if (heads[i].toHex().startsWith(hash))
                return i + 1;
        }
    }
    return 0;
}

bool isHash(const QByteArray &digits)
{
    return digits.size() >= leastDigits && digits.size() <= 64
           && std::all_of(digits.begin(), digits.end(), [](char c) { return QByteArrayView("0123456789abcdef").contains(c); });
}

void printJson(Console &console, const Checked &checked, const QByteArray &printed, qint64 place)
{
    const auto &bad = checked.report.firstBad;
    QJsonObject object{{u"ok"_s, checked.ok()}, {u"events"_s, checked.report.events}};
    object.insert(u"firstBad"_s, bad ? QJsonValue(QJsonObject{{u"id"_s, bad->id}, {u"reason"_s, bad->reason}}) : QJsonValue());
    if (!bad && !checked.heads.isEmpty())
        object.insert(u"head"_s, QString::fromLatin1(checked.printed().last().toHex()));
    if (!bad && !checked.shared.isEmpty()) {
        object.insert(u"shared"_s, checked.shared.size());
        object.insert(u"onlyHere"_s, checked.heads.size() - checked.shared.size());
    }
    if (!checked.manifestHash.isEmpty()) {
        QJsonArray files;
        for (const bundle::BundleReport::File &file : checked.files)
            files.append(QJsonObject{{u"name"_s, file.name}, {u"reason"_s, file.reason}});
        object.insert(u"files"_s, files);
        object.insert(u"manifest"_s, checked.manifestHash);
    }
    if (!printed.isEmpty())
        object.insert(u"printedAfter"_s, place > 0 ? QJsonValue(place) : QJsonValue());
    console.print(object);
}

void sayHead(Console &console, const Checked &checked)
{
    if (checked.heads.isEmpty())
        return;
    const QString head = QString::fromLatin1(checked.printed().last().toHex());
    if (checked.shared.isEmpty()) {
        console.out << Text::tr("SHA-256 of the record: %1\n").arg(head);
        return;
    }
    console.out << Text::tr("SHA-256 of the shared record, %1 events: %2\n").arg(checked.shared.size()).arg(head);
    if (const qsizetype onlyHere = checked.heads.size() - checked.shared.size(); onlyHere > 0)
        console.out << Text::tr(
                           "Beside it, %1 events are in this file alone: not sent yet, or not taken by the shared backend.\n")
                           .arg(onlyHere);
}

QString toldOf(const Checked &checked, qint64 place)
{
    if (place > 0)
        return Text::tr("The document was made of this record, after event %1 of %2.\n").arg(place).arg(checked.printed().size());
    // Another console may have been further when it printed: that is no forgery.
    return checked.shared.isEmpty()
               ? Text::tr("This record never had that hash: the document is of another, or was changed.\n")
               : Text::tr(
                   "This file's record never had that hash: the document is of another, was changed, or was printed where more "
                   "of the shared record had arrived. Exchange this file (fireline sync), and ask again.\n");
}

void print(Console &console, const Checked &checked, const QByteArray &printed, qint64 place)
{
    const VerifyReport &report = checked.report;
    if (console.json)
        return printJson(console, checked, printed, place);
    for (const bundle::BundleReport::File &file : checked.files)
        console.out << Text::tr("%1 does not match: %2\n").arg(file.name, file.reason);
    if (!checked.manifestHash.isEmpty())
        console.out << Text::tr("SHA-256 of the manifest: %1\n").arg(checked.manifestHash);
    if (report.firstBad) {
        console.out << Text::tr("%1 events read. Event %2 (number %3) does not match: %4\n")
                           .arg(report.events)
                           .arg(report.firstBad->id)
                           .arg(report.firstBad->seq)
                           .arg(report.firstBad->reason);
        return;
    }
    console.out << (checked.files.isEmpty() ? Text::tr("%1 events, all hashes match.\n")
                                            : Text::tr("%1 events, their hashes match; the files named above do not.\n"))
                       .arg(report.events);
    sayHead(console, checked);
    if (!printed.isEmpty())
        console.out << toldOf(checked, place);
}

} // namespace

int runVerify(Console &console, const QStringList &arguments)
{
    Options options(u"verify"_s, Text::tr("Recomputes every hash and chain, and names the first event that does not match."));
    options.positional(u"FILE"_s, Text::tr("The incident's file, a JSON export or a bundle of it."));
    options.value(u"printed"_s, Text::tr("The SHA-256 at the foot of a PDF: says whether this record was ever so."), u"HASH"_s);
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    const QByteArray printed = options.text(u"printed"_s).simplified().remove(u' ').toLower().toUtf8();
    if (options.isSet(u"printed"_s) && !isHash(printed))
        return console.usage(Text::tr("--printed takes a SHA-256, or its first %1 digits or more.").arg(leastDigits));
    const auto checked = verified(options.positionals().first());
    if (!checked)
        return console.fail(checked.problem());
    const bool ok = checked.value().ok();
    const qint64 place = printed.isEmpty() || !ok ? 0 : placeOf(printed, checked.value());
    print(console, checked.value(), printed, place);
    return ok && (printed.isEmpty() || place > 0) ? Done : Findings;
}

} // namespace fireline::cli
