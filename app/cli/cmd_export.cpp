// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "calendarexport.h"
#include "clocks/runningclock.h"
#include "exportdocument.h"
#include "exportnote.h"
#include "incidentview.h"
#include "timeline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome<QByteArray> toJson(session::IncidentSession &incident)
{
    QJsonArray events;
    const auto read = incident.store().read(0, [&](qint64 seq, const Event &event) {
        events.append(toAuditJson(event, seq));
        return true;
    });
    if (!read)
        return read.problem();
    const auto inOrder = session::sharedEvents(incident.store());
    if (!inOrder)
        return inOrder.problem();
    QJsonArray shared;
    for (const Event &event : inOrder.value())
        shared.append(event.id);
    QJsonArray rows;
    for (const Entry &entry : session::timelineRows(incident.state()))
        rows.append(session::toLogJson(entry, incident.state()));
    const QJsonObject document{{u"format"_s, u"fireline-export-1"_s},
                               {u"incident"_s, IncidentView(incident.state(), incident.process(), incident.now()).toJson()},
                               {u"timeline"_s, rows},
                               {u"shared"_s, shared},
                               {u"events"_s, events}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

// Clocks that run on when no console is open (reviews, action items, drills) belong in a calendar.
QByteArray toCalendar(session::IncidentSession &incident)
{
    QList<exchange::CalendarDue> dues;
    const IncidentState &state = incident.state();
    for (const RunningClock &clock : runningClocks(state, incident.process(), incident.now())) {
        if (!clock.running() || clock.scope == Scope::Incident || !clock.late.isSet())
            continue;
        const QString source = clock.source.isEmpty() ? clock.rule : clock.source.first();
        dues.append({state.id + u'/' + clock.id, clock.text + u": "_s + state.title, source, clock.late});
    }
    return exchange::toICalendar(dues, incident.now());
}

Outcome<QByteArray> written(session::IncidentSession &incident, const QString &format, const QString &word)
{
    const auto part = session::exportPart(word, incident.process());
    if (!part)
        return part.problem();
    if (format == "json"_L1)
        return toJson(incident);
    if (format == "ics"_L1)
        return toCalendar(incident);
    const auto record = session::wholeRecord(incident.store());
    if (!record)
        return record.problem();
    const session::Pictures pictures = session::picturesOf(incident.store(), incident.state());
    return session::exportBytes(
        exportDocument(incident.state(), incident.process(), record.value(), incident.now(), part.value(), pictures), format);
}

// What went out stands in the record (SRE-25). A file that cannot be written to now can be exported all the same.
void note(Console &console, const QString &path, const Command &command)
{
    const auto incident = openSession(console, path, true);
    const auto noted = incident ? incident.value()->execute(command) : Outcome<session::Executed>(incident.problem());
    if (noted) {
        rememberIncident(console, path, *incident.value());
        return;
    }
    console.err << u"fireline: "_s << Text::tr("The export is done, and the record does not say so: %1").arg(noted.problem().text)
                << '\n';
    console.err.flush();
}

Outcome<bundle::BundleMade> bundled(const session::IncidentSession &incident, const EventStore &store, const QString &target)
{
    if (target == "-"_L1)
        return session::exportBundle(store, incident.process(), incident.profile(), [](const char *bytes, qint64 size) {
            return std::fwrite(bytes, 1, size_t(size), stdout) == size_t(size);
        });
    QSaveFile file(target);
    const bool opened = file.open(QIODevice::WriteOnly);
    const auto made = session::exportBundle(store, incident.process(), incident.profile(), [&](const char *bytes, qint64 size) {
        return opened && file.write(bytes, size) == size;
    });
    if (made && !file.commit())
        return Problem{Problem::Kind::Io,
                       u"io"_s,
                       Text::tr("Cannot write %1: %2. Check the folder and the space left.").arg(target, file.errorString()),
                       file.errorString(),
                       {},
                       {}};
    return made;
}

int runBundle(Console &console, const QString &path, const QString &target)
{
    std::optional<bundle::BundleMade> made;
    {
        const auto incident = openSession(console, path, false);
        if (!incident)
            return console.fail(incident.problem());
        const auto done = bundled(*incident.value(), incident.value()->store(), target);
        if (!done)
            return console.fail(done.problem());
        made = done.value();
    }
    note(console, path, session::bundleNote(*made));
    QTextStream &told = target == "-"_L1 ? console.err : console.out;
    told << Text::tr("%n events went out. ", nullptr, int(made->events))
         << Text::tr("SHA-256 of the manifest, to be kept elsewhere: %1\n").arg(made->manifestHash);
    for (const QString &hash : std::as_const(made->missing))
        told << Text::tr("An attachment is named by the record and is not in it: %1\n").arg(hash);
    if (!made->sound)
        told << Text::tr("The record does not match its hashes. The bundle holds it as it stands: fireline verify says where.\n");
    told.flush();
    return made->sound && made->missing.isEmpty() ? Done : Findings;
}

} // namespace

bool needsLetters(const QStringList &arguments)
{
    if (arguments.value(0) != "export"_L1)
        return false;
    const qsizetype at = arguments.indexOf(u"--format"_s);
    return arguments.contains(u"--format=pdf"_s) || (at >= 0 && arguments.value(at + 1) == "pdf"_L1);
}

int runExport(Console &console, const QStringList &arguments)
{
    Options options(u"export"_s, Text::tr("Writes the record out."));
    options.positional(u"FILE"_s, Text::tr("The incident's file."));
    options.value(u"format"_s,
                  Text::tr("json, markdown, html, pdf, csv, ics for what falls due later, or bundle: all of it, with its proof."),
                  u"FORMAT"_s);
    options.value(u"part"_s, Text::tr("Of markdown, html and pdf: report (all of it), timeline, sitrep, or the id of a review."),
                  u"PART"_s);
    options.value(u"o"_s, Text::tr("Where to; - is standard output."), u"OUT"_s);
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    const QString format = options.text(u"format"_s);
    const QString part = options.text(u"part"_s);
    const bool isText = QStringList{u"markdown"_s, u"html"_s, u"pdf"_s}.contains(format);
    if (!(isText || QStringList{u"json"_s, u"csv"_s, u"ics"_s, u"bundle"_s}.contains(format)) || !options.isSet(u"o"_s))
        return console.usage(Text::tr(
            "Say which format and where to: fireline export FILE --format json|markdown|html|pdf|csv|bundle|ics -o OUT"));
    if (!part.isEmpty() && !isText)
        return console.usage(Text::tr("A part goes out as markdown, html or pdf; %1 is always the whole.").arg(format));
    const QString path = options.positionals().first();
    const QString target = options.text(u"o"_s);
    if (format == "bundle"_L1)
        return runBundle(console, path, target);
    std::optional<Command> wanted;
    {
        const auto incident = openSession(console, path, false);
        if (!incident)
            return console.fail(incident.problem());
        const auto bytes = written(*incident.value(), format, part);
        if (!bytes)
            return console.fail(bytes.problem());
        if (const auto done = writeBytes(console, target, bytes.value()); !done)
            return console.fail(done.problem());
        wanted = session::exportNote(part, incident.value()->state(), incident.value()->process(), incident.value()->now());
    }
    if (wanted)
        note(console, path, *wanted);
    return Done;
}

} // namespace fireline::cli
