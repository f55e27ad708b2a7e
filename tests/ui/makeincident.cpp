// SPDX-License-Identifier: GPL-3.0-or-later
// makeincident FILE PROCESS SEVERITY|- START TITLE...: makes an incident at a simulated time, by lines of standard input:
//   30 bo /ack #A1     thirty seconds later, Bo types this ("-": the one who declared)
//   notes 500          so many notes of several people, three seconds apart
//   shared             what stands so far has its places on a shared backend; what follows waits to be sent
//   elsewhere 5 Jo severity.set {"from":"SEV1","to":"SEV2"}
//                      five seconds later Jo's console wrote this, which had seen what is shared: it has its place too
//   refused held       the backend refused the last of the lines, for that reason
// Prints the time at which it ended. Exit code 1 where a line is refused.
#include "core/canonicaljson.h"
#include "decide/stamper.h"
#include "madeincident.h"
#include "sqlite/sqlitejournal.h"
#include "state/contestedfields.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMap>
#include <QTextStream>

#include <map>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;

namespace {

/// What a backend made of the file.
struct Shared
{
    qint64 places = 0; ///< of what was written here; 0: there is no backend
    QList<QPair<QString, EventDraft>> elsewhere;
    QString refusedFor;
};

/// In the order in which it stands there.
Outcome<void> share(SyncJournal &exchange, QList<ServerEvent> events)
{
    const auto cursor = exchange.cursor();
    if (!cursor)
        return cursor.problem();
    qint64 place = cursor.value().seq;
    QByteArray chain = cursor.value().chainHash;
    for (ServerEvent &event : events) {
        event.seq = ++place;
        event.chainHash = chain = nextChainHash(chain, event);
    }
    return exchange.take(events);
}

Outcome<void> share(const QString &path, const Shared &shared)
{
    auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadWrite);
    if (!journal)
        return journal.problem();
    SyncJournal &exchange = journal.value()->exchange();
    QList<Event> all;
    if (const auto read = journal.value()->read(0, [&](qint64, const Event &event) { return all.append(event), true; }); !read)
        return read;
    QList<ServerEvent> placed;
    for (const Event &event : all.first(shared.places))
        placed.append({event, 0, event.recordedAt, event.recordedBy, true, {}, {}});
    UuidV7Source ids{23};
    std::map<QString, EventStamper> stampers;
    for (const auto &[who, draft] : shared.elsewhere) {
        EventStamper &stamper = stampers.try_emplace(who, ids, u"device-of-"_s + who, who).first->second;
        stamper.setIncident(journal.value()->incident());
        const auto stamped = stamper.stamp({draft}, draft.occurredAt);
        if (!stamped)
            return stamped.problem();
        placed.append({stamped.value().first(), 0, draft.occurredAt, who, false, {}, {}});
    }
    auto done = exchange.bind(u"01910000-0000-7000-8000-00000000beef"_s, u"1"_s);
    done = done ? share(exchange, placed) : done;
    return !done || shared.refusedFor.isEmpty() ? done : exchange.refuse({{all.last().id, shared.refusedFor, {}}});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto start = Instant::fromRfc3339(arguments.value(3));
    if (arguments.size() < 5 || !start) {
        qCritical("makeincident FILE PROCESS SEVERITY|- START TITLE...");
        return 2;
    }
    std::optional<test::MadeIncident> incident;
    incident.emplace(test::MadeIncident::Declaration{.path = arguments[0],
                                                     .processId = arguments[1],
                                                     .title = arguments.mid(4).join(u' '),
                                                     .severity = arguments[2] == "-"_L1 ? QString() : arguments[2],
                                                     .start = *start,
                                                     .configDir = qEnvironmentVariable("FIRELINE_CONFIG")});
    Shared shared;
    QTextStream in(stdin);
    for (QString line; in.readLineInto(&line);) {
        if (line.trimmed().isEmpty())
            continue;
        const QString first = line.section(u' ', 0, 0);
        if (first == "notes"_L1) {
            incident->notes(line.section(u' ', 1).toInt());
        } else if (first == "shared"_L1) {
            shared.places = incident->state().eventCount;
        } else if (first == "refused"_L1) {
            shared.refusedFor = line.section(u' ', 1);
        } else if (first == "elsewhere"_L1) {
            incident->advance(Span::seconds(line.section(u' ', 1, 1).toInt()));
            QJsonObject body = QJsonDocument::fromJson(line.section(u' ', 4).toUtf8()).object();
            body.insert(seenKey.toString(), shared.places);
            shared.elsewhere.append({line.section(u' ', 2, 2), {line.section(u' ', 3, 3), body, incident->now()}});
        } else {
            const QString who = line.section(u' ', 1, 1);
            incident->advance(Span::seconds(first.toInt()));
            if (!incident->line(line.section(u' ', 2), who == "-"_L1 ? QString() : who))
                return 1;
        }
    }
    QTextStream(stdout) << incident->now().toRfc3339() << '\n';
    incident.reset();
    if (shared.places == 0)
        return 0;
    const auto done = share(arguments[0], shared);
    if (!done)
        qCritical("not shared: %s", qPrintable(done.problem().text));
    return done ? 0 : 1;
}
