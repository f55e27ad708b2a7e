// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "historyimport.h"
#include "importer.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

constexpr qint64 largestSource = 16 * 1024 * 1024;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// History makes a file of its own when there is none: declared at its first row, under the process that is named.
Outcome<SessionPointer> sessionFor(Console &console, const Options &options, const exchange::Imported &imported)
{
    const QString path = options.positionals().first();
    if (QFileInfo::exists(path))
        return openSession(console, path, true);
    const auto process = processById(console,
                                     options.isSet(u"process"_s) ? options.text(u"process"_s) : console.settings.importProcess);
    if (!process)
        return process.problem();
    const QString title = imported.title.isEmpty() ? QFileInfo(options.positionals().at(1)).completeBaseName() : imported.title;
    const Instant start = session::historyStart(imported);
    return beginWithHistory(console, path, process.value(),
                            session::historyDeclaration(process.value(), title, start.isSet() ? start : console.clock.now()));
}

void report(Console &console, const exchange::Imported &imported, int taken, int known)
{
    if (console.json) {
        QJsonArray rows;
        for (const exchange::NotPlaced &row : imported.notPlaced)
            rows.append(QJsonObject{{u"line"_s, row.line}, {u"text"_s, row.text}, {u"reason"_s, row.reason}});
        console.print(QJsonObject{{u"taken"_s, taken},
                                  {u"known"_s, known},
                                  {u"notPlaced"_s, rows},
                                  {u"warnings"_s, QJsonArray::fromStringList(imported.warnings)}});
        return;
    }
    console.out
        << Text::tr("%1 entries taken, %2 known already, %3 not placed.\n").arg(taken).arg(known).arg(imported.notPlaced.size());
    for (const exchange::NotPlaced &row : imported.notPlaced)
        console.out << Text::tr("  line %1 not placed: %2 — %3\n").arg(row.line).arg(row.reason, row.text);
    for (const QString &warning : imported.warnings)
        console.out << Text::tr("  note: %1\n").arg(warning);
}

} // namespace

int runImport(Console &console, const QStringList &arguments)
{
    Options options(u"import"_s,
                    Text::tr("Reads an outside record into the timeline. Importing the same record again adds nothing."));
    options.positional(u"FILE"_s, Text::tr("The incident's file; made when it does not exist."));
    options.positional(u"SOURCE"_s, Text::tr("The record to read, - for standard input."));
    options.value(u"from"_s, Text::tr("Kind of the source: incident-json, report-md or csv."), u"KIND"_s);
    options.value(u"process"_s, Text::tr("Process of a new file."), u"ID"_s);
    options.value(u"zone"_s, Text::tr("Zone of times whose zone the source does not state, e.g. Europe/London."), u"ZONE"_s);
    options.value(u"year"_s, Text::tr("Year of days that the source writes without one."), u"YEAR"_s);
    options.flag(u"dry-run"_s, Text::tr("Only say what would be taken."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 2, 2, exitCode))
        return exitCode;
    const QString source = options.positionals().at(1);
    const auto bytes = readBytes(source, largestSource);
    if (!bytes)
        return console.fail(bytes.problem());
    const auto imported = session::readHistory(bytes.value(), QFileInfo(source).fileName(), options.text(u"from"_s),
                                               options.text(u"zone"_s), options.text(u"year"_s));
    if (!imported)
        return console.fail(imported.problem());
    if (options.isSet(u"dry-run"_s)) {
        report(console, imported.value(), int(imported.value().entries.size()), 0);
        return Done;
    }
    const auto incident = sessionFor(console, options, imported.value());
    if (!incident)
        return console.fail(incident.problem());
    const auto count = session::recordHistory(*incident.value(), imported.value());
    if (!count)
        return console.fail(count.problem());
    rememberIncident(console, options.positionals().first(), *incident.value());
    report(console, imported.value(), count.value().taken, count.value().known);
    return Done;
}

} // namespace fireline::cli
