// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "calendarexport.h"
#include "clocks/runningclock.h"
#include "exportdocument.h"
#include "incidentview.h"
#include "timeline.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome<QList<Event>> allEvents(EventStore &store)
{
    QList<Event> events;
    const auto read = store.read(0, [&](qint64, const Event &event) {
        events.append(event);
        return true;
    });
    if (!read)
        return read.problem();
    return events;
}

Outcome<QByteArray> toJson(session::IncidentSession &incident)
{
    QJsonArray events;
    const auto read = incident.store().read(0, [&](qint64 seq, const Event &event) {
        events.append(toAuditJson(event, seq));
        return true;
    });
    if (!read)
        return read.problem();
    QJsonArray rows;
    for (const Entry &entry : timelineRows(incident.state()))
        rows.append(toLogJson(entry));
    const QJsonObject document{{u"format"_s, u"fireline-export-1"_s},
                               {u"incident"_s, IncidentView(incident.state(), incident.process(), incident.now()).toJson()},
                               {u"timeline"_s, rows},
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
    const auto part = exportPart(word, incident.process());
    if (!part)
        return part.problem();
    if (format == "json"_L1)
        return toJson(incident);
    if (format == "ics"_L1)
        return toCalendar(incident);
    const auto events = allEvents(incident.store());
    if (!events)
        return events.problem();
    return exportBytes(exportDocument(incident.state(), incident.process(), events.value(), incident.now(), part.value()),
                       format);
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
    options.value(u"format"_s, Text::tr("json, markdown, html, pdf, csv, or ics for what falls due later."), u"FORMAT"_s);
    options.value(u"part"_s, Text::tr("Of markdown, html and pdf: report (all of it), timeline, sitrep, or the id of a review."),
                  u"PART"_s);
    options.value(u"o"_s, Text::tr("Where to; - is standard output."), u"OUT"_s);
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    const QString format = options.text(u"format"_s);
    const QString part = options.text(u"part"_s);
    const bool isText = QStringList{u"markdown"_s, u"html"_s, u"pdf"_s}.contains(format);
    if (!(isText || QStringList{u"json"_s, u"csv"_s, u"ics"_s}.contains(format)) || !options.isSet(u"o"_s))
        return console.usage(
            Text::tr("Say which format and where to: fireline export FILE --format json|markdown|html|pdf|csv|ics -o OUT"));
    if (!part.isEmpty() && !isText)
        return console.usage(Text::tr("A part goes out as markdown, html or pdf; %1 is always the whole.").arg(format));
    const auto incident = openSession(console, options.positionals().first(), false);
    if (!incident)
        return console.fail(incident.problem());
    const auto bytes = written(*incident.value(), format, part);
    if (!bytes)
        return console.fail(bytes.problem());
    if (const auto done = writeBytes(console, options.text(u"o"_s), bytes.value()); !done)
        return console.fail(done.problem());
    return Done;
}

} // namespace fireline::cli
