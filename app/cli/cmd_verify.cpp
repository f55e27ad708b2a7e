// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/eventverifier.h"
#include "sqlite/sqlitejournal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

constexpr qint64 largestExport = 512LL * 1024 * 1024;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// An exported record carries its events as they were written: the same chains can be recomputed from it, without the file.
Outcome<VerifyReport> verifyExport(const QByteArray &bytes)
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
    for (const QJsonValue &row : document.value(u"events"_s).toArray()) {
        const qint64 seq = row[u"seq"_s].toInteger();
        const auto event = fromAuditJson(row.toObject(), incident);
        if (event)
            verifier.add(seq, event.value());
        else
            verifier.addUnreadable(seq, row[u"id"_s].toString(), event.problem().text);
    }
    return verifier.finish();
}

bool isExport(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(1) == "{";
}

Outcome<VerifyReport> verified(const QString &path)
{
    if (isExport(path)) {
        const auto bytes = readBytes(path, largestExport);
        return bytes ? verifyExport(bytes.value()) : Outcome<VerifyReport>(bytes.problem());
    }
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    return journal ? journal.value()->verify() : Outcome<VerifyReport>(journal.problem());
}

} // namespace

int runVerify(Console &console, const QStringList &arguments)
{
    Options options(u"verify"_s, Text::tr("Recomputes every hash and chain, and names the first event that does not match."));
    options.positional(u"FILE"_s, Text::tr("The incident's file, or a JSON export of it."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    const auto report = verified(options.positionals().first());
    if (!report)
        return console.fail(report.problem());
    const auto &bad = report.value().firstBad;
    if (console.json) {
        const QJsonValue first = bad ? QJsonValue(QJsonObject{{u"id"_s, bad->id}, {u"reason"_s, bad->reason}}) : QJsonValue();
        console.print(QJsonObject{{u"ok"_s, report.value().ok()}, {u"events"_s, report.value().events}, {u"firstBad"_s, first}});
    } else if (bad) {
        console.out << Text::tr("%1 events read. Event %2 (number %3) does not match: %4\n")
                           .arg(report.value().events)
                           .arg(bad->id)
                           .arg(bad->seq)
                           .arg(bad->reason);
    } else {
        console.out << Text::tr("%1 events, all hashes match.\n").arg(report.value().events);
    }
    return report.value().ok() ? Done : Findings;
}

} // namespace fireline::cli
