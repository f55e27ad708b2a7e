// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "clocks/processnames.h"
#include "exportdocument.h"
#include "exporter.h"
#include "report/reviewtimeline.h"
#include "sqlite/sqlitejournal.h"
#include "state/entrytext.h"
#include "timeline.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

int audit(Console &console, session::IncidentSession &incident)
{
    QJsonArray rows;
    const auto read = incident.store().read(0, [&](qint64 seq, const Event &event) {
        if (console.json)
            rows.append(toAuditJson(event, seq));
        else
            console.out << u"%1 %2 %3 %4 %5 %6\n"_s.arg(seq, 5).arg(console.timeText(event.recordedAt), event.type,
                                                                    event.recordedBy,
                                                                    QString::fromLatin1(event.hash.toHex().left(16)), event.id);
        return true;
    });
    if (!read)
        return console.fail(read.problem());
    if (console.json)
        console.print(rows);
    return Done;
}

// What a shared backend refused, and what one that went back has lost: in the file, and in no timeline.
int aside(Console &console, session::IncidentSession &incident)
{
    auto *file = dynamic_cast<store::SqliteJournal *>(&incident.store());
    const bool isKnown = file && file->exchange().cursor().ok(); // an older format knows no backend
    const auto all = isKnown ? file->exchange().setAside() : Outcome<QList<SetAside>>(QList<SetAside>());
    if (!all)
        return console.fail(all.problem());
    const ProcessNames names(incident.process());
    QJsonArray rows;
    for (const SetAside &each : all.value()) {
        const QString words = entryText(each.event.type, each.event.body(), incident.state(), &names).simplified();
        if (console.json) {
            QJsonObject row = toAuditJson(each.event, 0);
            row.remove(u"seq"_s); // it has none
            row.insert(u"text"_s, words);
            row.insert(u"refused"_s, each.reason);
            row.insert(u"rule"_s, each.rule);
            row.insert(u"settled"_s, each.isSettled);
            rows.append(row);
            continue;
        }
        const QString why = each.isRefused()
                                ? Text::tr("refused: %1").arg(each.reason + (each.rule.isEmpty() ? u""_s : u' ' + each.rule))
                                : Text::tr("the server went back and lost it");
        console.out << u"%1  %2 %3: %4 [%5]\n"_s.arg(console.timeText(each.event.occurredAt), each.event.type,
                                                     each.event.recordedBy, words, why);
    }
    if (console.json)
        console.print(rows);
    else if (all.value().isEmpty())
        console.out << Text::tr("Nothing is set aside.\n");
    return Done;
}

void printRow(Console &console, const Entry &entry, const IncidentState &state)
{
    QString marks;
    if (isUnsentDraft(entry, state))
        marks += Text::tr(" [draft, not sent]");
    if (entry.pinned)
        marks += u'*';
    if (entry.imported)
        marks += Text::tr(" [imported]");
    if (!entry.correctedBy.isEmpty() && !entry.retracted)
        marks += Text::tr(" [corrected]");
    if (entry.retracted)
        marks += Text::tr(" [retracted: %1]").arg(entry.retractedWhy);
    console.out << u"%1  %2 %3: %4%5\n"_s.arg(console.timeText(entry.at), entry.kind.leftJustified(11), entry.actor, entry.text,
                                              marks);
}

} // namespace

int runLog(Console &console, const QStringList &arguments)
{
    Options options(u"log"_s,
                    Text::tr("Shows the timeline by time of occurrence, or every event in recorded order with its hashes."));
    options.positional(u"FILE"_s, Text::tr("The incident's file."));
    options.flag(u"audit"_s, Text::tr("Every event, as it is stored."));
    options.flag(u"aside"_s, Text::tr("What a shared backend refused or has lost: it counts in no timeline."));
    options.flag(u"csv"_s, Text::tr("As comma-separated values."));
    options.flag(u"markdown"_s, Text::tr("As a Markdown table."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    const auto incident = openSession(console, options.positionals().first(), false);
    if (!incident)
        return console.fail(incident.problem());
    session::IncidentSession &session = *incident.value();
    if (options.isSet(u"audit"_s))
        return audit(console, session);
    if (options.isSet(u"aside"_s))
        return aside(console, session);
    if (options.isSet(u"csv"_s) || options.isSet(u"markdown"_s)) {
        const auto document = session::exportDocument(session.state(), session.process(), {}, session.now());
        console.out << QString::fromUtf8(options.isSet(u"csv"_s) ? exchange::exportCsv(document)
                                                                 : exchange::exportMarkdown(document));
        return Done;
    }
    const QList<Entry> rows = session::timelineRows(session.state());
    if (console.json) {
        QJsonArray array;
        for (const Entry &entry : rows)
            array.append(session::toLogJson(entry, session.state()));
        console.print(array);
        return Done;
    }
    if (session.state().drill)
        console.out << Text::tr("DRILL — nothing here is real\n");
    for (const Entry &entry : rows)
        printRow(console, entry, session.state());
    return Done;
}

} // namespace fireline::cli
