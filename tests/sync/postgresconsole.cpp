// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendpeople.h"
#include "backendschema.h"
#include "processlibrary.h"

#include <QTest>

namespace fireline::test {

const Process &pinned()
{
    static const Process loaded = process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    return loaded;
}

SyncPolicy quickPolicy()
{
    SyncPolicy policy;
    policy.poll = Span::seconds(1);
    policy.heartbeat = Span::millis(300);
    policy.callDeadline = Span::millis(1500);
    policy.dataDeadline = Span::millis(3000);
    policy.firstRetry = Span::millis(50);
    policy.lastRetry = Span::millis(500);
    return policy;
}

void Console::declare()
{
    const Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}};
    const IncidentState nothing;
    const auto decided = decide({nothing, pinned(), SystemClock().now(), m_name}, command);
    open(m_ids.next(SystemClock().now()));
    write(decided.value().events);
}

void Console::open(const QString &id)
{
    incident = id;
    file = SqliteJournal::create(m_folder.filePath(u"a.fireline"_s)).value();
    m_stamper->setIncident(incident);
    QVERIFY(driver.add(incident, file->exchange()).ok());
}

void Console::putBack(const QString &path)
{
    file = SqliteJournal::open(path, SqliteJournal::Mode::ReadWrite).value();
    incident = file->incident();
    m_stamper.emplace(m_ids, u"device-of-%1/2"_s.arg(m_name), m_name);
    m_stamper->setIncident(incident);
    QVERIFY(driver.add(incident, file->exchange()).ok());
}

void Console::note(const QString &text)
{
    write({{u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, text}}, SystemClock().now()}});
}

void Console::write(const QList<EventDraft> &drafts)
{
    const auto events = m_stamper->stamp(drafts, SystemClock().now());
    QVERIFY(file->append(events.value()).ok());
    driver.localChanged(incident);
}

QStringList Console::record() const
{
    QStringList ids;
    const auto read = file->exchange().readToFold([&](const Event &event) {
        ids.append(event.id);
        return true;
    });
    return read.ok() ? ids : QStringList();
}

bool settled(const QList<Console *> &consoles, qint64 count)
{
    return std::all_of(consoles.begin(), consoles.end(), [&](const Console *console) {
        return console->seq() == count && console->waiting() == 0 && console->record() == consoles.first()->record();
    });
}

void prepareBackend(const PostgresServer &server, const QString &database)
{
    const auto admin = backend::BackendConnection::open(backend::parseAddress(server.uri(u"admin"_s, database)).value());
    QVERIFY(admin.ok());
    const auto made = backend::initialise(*admin.value());
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.problem().detail));
    for (const QString &name : {u"ana"_s, u"ben"_s})
        QVERIFY(backend::addPerson(*admin.value(), name, backend::BackendRole::Responder).ok());
    QVERIFY(backend::addPerson(*admin.value(), u"olly"_s, backend::BackendRole::Observer).ok());
}

QString faultsThere(const PostgresServer &server, const QString &database, const Console &console)
{
    const auto admin = backend::BackendConnection::open(backend::parseAddress(server.uri(u"admin"_s, database)).value());
    if (!admin)
        return admin.problem().detail;
    const auto rows = admin.value()->rows(u"select what from fireline_api.verify(?::uuid)"_s, {console.incident});
    return rows ? rows.value().isEmpty() ? QString() : rows.value().first().first().toString() : rows.problem().detail;
}

TwoConsoles::TwoConsoles(const PostgresServer &server, const QString &database, const SyncPolicy &policy)
    : ana(server, database, u"ana"_s, policy)
    , ben(server, database, u"ben"_s, policy)
{
}

TwoConsoles::TwoConsoles(const QString &addressOfAna, const QString &addressOfBen)
    : ana(addressOfAna, u"ana"_s)
    , ben(addressOfBen, u"ben"_s)
{
}

void TwoConsoles::begin()
{
    ana.declare();
    declared = ana.waiting();
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled(), Patience);
}

void TwoConsoles::note(int count)
{
    for (int i = 0; i < count; ++i) {
        ana.note(u"from ana %1 “ä” \\ ' {}"_s.arg(i));
        ben.note(u"from ben %1"_s.arg(i));
    }
}

bool TwoConsoles::settled(qint64 more)
{
    return test::settled({&ana, &ben}, declared + more);
}

} // namespace fireline::test
