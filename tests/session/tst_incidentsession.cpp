// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsession.h"
#include "memorystore.h"
#include "processlibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::session::IncidentSession;
using fireline::session::SessionSetup;

/// The circle command → decide → durable event → state, and what becomes of it when the disk refuses.
class TestIncidentSession : public QObject
{
    Q_OBJECT
private slots:
    void replayGivesTheSameState();
    void refusedDeclarationMakesNoStore();
    void refusedCommandWritesNothing();
    void whoKeepsTheLineHearsBeforeTheDisk();
    void fullDiskKeepsTheEntryAndTheOrder();
    void everyFailingAppendIsRecovered();
    void chainGoesOnAfterResume();
    void clockThatGoesBackKeepsOrder();

private:
    std::unique_ptr<IncidentSession> declared(MemoryStore::Disk &disk);
    Command note(const QString &text) const { return {Verb::Note, {}, {}, {{u"text"_s, text}}}; }

    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
};

namespace {

const Process &process()
{
    static const Process loaded = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    return loaded;
}

} // namespace

std::unique_ptr<IncidentSession> TestIncidentSession::declared(MemoryStore::Disk &disk)
{
    const Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}};
    auto session = IncidentSession::declare(
        [&] { return Outcome<std::unique_ptr<EventStore>>(std::make_unique<MemoryStore>(disk)); }, m_setup, process(), command);
    return session ? std::move(session).value() : nullptr;
}

void TestIncidentSession::replayGivesTheSameState()
{
    MemoryStore::Disk disk;
    auto session = declared(disk);
    QVERIFY(session);
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(session->execute(note(text)).ok());
    QVERIFY(session->execute({Verb::Claim, {}, {}, {}}).ok());
    auto again = IncidentSession::resume(std::make_unique<MemoryStore>(disk), m_setup);
    QVERIFY(again.ok());
    const IncidentState &a = session->state();
    const IncidentState &b = again.value()->state();
    QCOMPARE(b.entries.size(), a.entries.size());
    QCOMPARE(b.title, a.title);
    QCOMPARE(b.holdings.size(), 1);
    QCOMPARE(again.value()->process().id, u"severity-ladder"_s);
    for (qsizetype i = 0; i < a.entries.size(); ++i)
        QCOMPARE(b.entries.at(i).text, a.entries.at(i).text);
}

void TestIncidentSession::refusedDeclarationMakesNoStore()
{
    bool made = false;
    MemoryStore::Disk disk;
    const auto maker = [&]() -> Outcome<std::unique_ptr<EventStore>> {
        made = true;
        return Outcome<std::unique_ptr<EventStore>>(std::make_unique<MemoryStore>(disk));
    };
    const Command noTitle{Verb::Declare, {}, {}, {}};
    QVERIFY(!IncidentSession::declare(maker, m_setup, process(), noTitle).ok());
    QVERIFY(!made);
}

void TestIncidentSession::refusedCommandWritesNothing()
{
    MemoryStore::Disk disk;
    auto session = declared(disk);
    const auto before = disk.events.size();
    const auto refused = session->execute({Verb::Resolve, {}, {}, {}});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.problem().kind, Problem::Kind::Refused);
    QCOMPARE(disk.events.size(), before);
    QCOMPARE(session->state().eventCount, before);
}

/// The store may be another thread: once it has the events, the program may end before anything else happens.
void TestIncidentSession::whoKeepsTheLineHearsBeforeTheDisk()
{
    MemoryStore::Disk disk;
    auto session = declared(disk);
    QVERIFY(session);
    const int before = disk.appends;
    QStringList heard;
    const auto done = session->execute(note(u"one"_s), [&](const QList<Event> &events) {
        QCOMPARE(disk.appends, before);
        for (const Event &event : events)
            heard.append(event.id);
    });
    QVERIFY(done.ok());
    QVERIFY(disk.appends > before);
    QCOMPARE(heard, QStringList{done.value().events.constFirst().id});
    heard.clear();
    const auto refused = session->execute({Verb::Resolve, {}, {}, {}}, [&](const QList<Event> &) { heard.append(u"refused"_s); });
    QVERIFY(!refused.ok());
    QVERIFY(heard.isEmpty());
}

void TestIncidentSession::fullDiskKeepsTheEntryAndTheOrder()
{
    MemoryStore::Disk disk;
    auto session = declared(disk);
    disk.failFrom = disk.appends;
    disk.failures = 2;
    QVERIFY(!session->execute(note(u"typed while the disk was full"_s)).ok());
    // The entry stays in sight, not saved; nothing more is taken until it is.
    QCOMPARE(session->pending().size(), 1);
    QVERIFY(session->state().entries.last().text.contains(u"typed while"_s));
    const auto next = session->execute(note(u"too early"_s));
    QCOMPARE(next.problem().code, u"not-saved"_s);
    QVERIFY(!session->retryPending().ok());
    QVERIFY(session->retryPending().ok());
    QVERIFY(session->execute(note(u"after"_s)).ok());
    QCOMPARE(disk.events.size(), 3);
    QCOMPARE(disk.events.at(2).prevHash, disk.events.at(1).hash);
}

void TestIncidentSession::everyFailingAppendIsRecovered()
{
    MemoryStore::Disk clean;
    const auto play = [&](MemoryStore::Disk &disk) {
        auto session = declared(disk);
        for (int i = 0; session && i < 14; ++i) {
            const auto done = session->execute(note(u"entry %1"_s.arg(i)));
            if (!done.ok())
                QCOMPARE(done.problem().kind, Problem::Kind::Full);
            while (!session->pending().isEmpty() && !session->retryPending().ok()) { }
        }
    };
    play(clean);
    QCOMPARE(clean.events.size(), 15);
    for (int n = 1; n < 15; ++n) {
        MemoryStore::Disk disk;
        disk.failFrom = n;
        disk.failures = 1;
        play(disk);
        QCOMPARE(disk.events.size(), clean.events.size());
        for (qsizetype i = 0; i < disk.events.size(); ++i)
            QCOMPARE(disk.events.at(i).body().value(u"text"_s), clean.events.at(i).body().value(u"text"_s));
    }
}

void TestIncidentSession::chainGoesOnAfterResume()
{
    MemoryStore::Disk disk;
    declared(disk).reset();
    auto session = IncidentSession::resume(std::make_unique<MemoryStore>(disk), m_setup);
    QVERIFY(session.ok());
    QVERIFY(session.value()->execute(note(u"next day"_s)).ok());
    QVERIFY(checkChainStep(disk.events.at(1), disk.events.at(0).hash, 2).ok());
}

void TestIncidentSession::clockThatGoesBackKeepsOrder()
{
    MemoryStore::Disk disk;
    auto session = declared(disk);
    QVERIFY(session->execute(note(u"first"_s)).ok());
    m_clock.advance(Span::hours(-3));
    QVERIFY(session->execute(note(u"second"_s)).ok());
    m_clock.advance(Span::hours(3));
    QVERIFY(disk.events.at(2).hlc > disk.events.at(1).hlc);
    QVERIFY(disk.events.at(2).id > disk.events.at(1).id);
}

QTEST_GUILESS_MAIN(TestIncidentSession)
#include "tst_incidentsession.moc"
