// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;

/// What the engine does not believe a server: another record, another history, another server; and what it heals by itself.
class TestSyncDistrust : public QObject
{
    Q_OBJECT
private slots:
    void healsAServerThatWentBack();
    void refusesARewrittenRecord();
    void refusesAnotherServer();
    void refusesABrokenChain();
    void refusesForgedAuthority();
    void refusesACopiedFile();
    void doesNotUseANewerServer();
};

void TestSyncDistrust::healsAServerThatWentBack()
{
    Bench bench;
    bench.declare();
    bench.online();
    const QList<Event> before = bench.journal.ordered();
    bench.server.goBack(3);
    bench.reconnect();
    QCOMPARE(bench.rewinds, 1);
    QCOMPARE(bench.state(), State::Following);
    const QList<Event> after = bench.journal.ordered();
    QCOMPARE(after.size(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(after.at(i).id, before.at(i).id);
}

namespace {

// The server's record with another event in the last place, as who has its tables can make it.
void rewrite(Bench &bench, bool newGeneration)
{
    SimServer other;
    other.now = bench.wall() + Span::seconds(1);
    if (newGeneration)
        other.goBack(0);
    QList<QueuedEvent> events;
    for (const Event &event : bench.journal.ordered().first(4))
        events.append({event, false, {}});
    (void)other.answer(Ana, ask::Append{bench.incident, events, false, false});
    EventStamper ben(bench.ids, u"device-ben"_s, u"ben"_s);
    ben.setIncident(bench.incident);
    const Event word =
        ben.stamp({{u"entry.posted"_s, {{u"text"_s, u"never said"_s}}, bench.wall()}}, bench.wall()).value().first();
    (void)other.answer(u"ben"_s, ask::Append{bench.incident, {{word, false, {}}}, false, false});
    bench.server = other;
}

} // namespace

void TestSyncDistrust::refusesARewrittenRecord()
{
    Bench bench;
    bench.declare();
    bench.online();
    rewrite(bench, false);
    bench.reconnect();
    QCOMPARE(bench.state(), State::Forked);
    QCOMPARE(bench.problem(), u"rewritten"_s);
    const auto before = bench.history.size();
    bench.write(u"entry.posted"_s);
    bench.serve();
    QCOMPARE(bench.history.size(), before); // nothing is exchanged
    bench.reconnect();
    QCOMPARE(bench.state(), State::Forked);
    bench.engine.acceptServer(bench.incident); // a person has looked at it
    bench.engine.tick();
    bench.serve();
    QCOMPARE(bench.state(), State::Following);
    QCOMPARE(bench.journal.places().size(), bench.server.incidents().value(bench.incident).log.size());
    QCOMPARE(bench.journal.queuedEvents().size(), 0);
}

void TestSyncDistrust::refusesAnotherServer()
{
    Bench bench;
    bench.declare();
    QVERIFY(bench.journal.bind(u"some-other-server"_s, u"1"_s).ok());
    QVERIFY(bench.engine.add(bench.incident, bench.journal).ok());
    bench.engine.start();
    bench.serve();
    QCOMPARE(bench.state(), State::Forked);
    QCOMPARE(bench.problem(), u"other-server"_s);
    QCOMPARE(bench.server.incidents().size(), 0);
}

void TestSyncDistrust::refusesABrokenChain()
{
    Bench bench;
    bench.declare();
    bench.online();
    QList<ServerEvent> events = bench.journal.places().values();
    for (int i = 0; i < 5; ++i) {
        for (const auto &change : QList<std::function<void(ServerEvent &)>>{
                 [](ServerEvent &event) { event.event.payload += ' '; },
                 [](ServerEvent &event) { event.login = u"ben"_s; },
                 [](ServerEvent &event) { event.receivedAt.us += 1; },
                 [](ServerEvent &event) { event.adopted = !event.adopted; },
                 [](ServerEvent &event) { event.authority = "{}"; },
                 [](ServerEvent &event) { event.seq += 1; },
             }) {
            QList<ServerEvent> changed = events;
            change(changed[i]);
            const PullCheck check = checkPull(bench.incident, {}, changed);
            QCOMPARE(check.sound, i);
            QVERIFY(check.fault != PullCheck::Fault::None);
        }
    }
    QCOMPARE(checkPull(bench.incident, {}, events).sound, 5);
}

void TestSyncDistrust::refusesForgedAuthority()
{
    for (const bool forged : {false, true}) {
        SyncPolicy policy; // the server in memory keeps no tables: what follows from the text must be none too
        policy.authorityOf = [&](const Event &event) {
            return forged && event.type == "incident.declared"_L1 ? QByteArray("{\"rules\":[]}") : QByteArray();
        };
        Bench bench(policy);
        bench.declare();
        bench.online();
        QCOMPARE(bench.state(), forged ? State::Forked : State::Following);
        QCOMPARE(bench.problem(), forged ? u"forged-authority"_s : QString());
        QCOMPARE(bench.journal.places().size(), forged ? 0 : 5);
    }
}

void TestSyncDistrust::refusesACopiedFile()
{
    Bench bench;
    bench.declare();
    bench.online();
    // The copy has written two events of its own; then the original goes on.
    EventStamper copy = bench.stamper;
    const auto events = copy.stamp({{u"entry.posted"_s, {{u"text"_s, u"from the copy"_s}}, bench.wall()}}, bench.wall()).value();
    (void)bench.server.answer(Ana, ask::Append{bench.incident, {{events.first(), false, {}}}, false, false});
    bench.write(u"entry.posted"_s);
    bench.serve();
    QCOMPARE(bench.state(), State::Forked);
    QCOMPARE(bench.problem(), u"device-forked"_s);
    QCOMPARE(bench.journal.queuedEvents().size(), 1);
}

void TestSyncDistrust::doesNotUseANewerServer()
{
    Bench bench;
    bench.engine.start();
    bench.serve(kindOf<ask::Hello>());
    ServerHello hello = std::get<ServerHello>(bench.server.answer(Ana, ask::Hello{}));
    hello.schema = 99;
    bench.engine.answered(std::exchange(bench.asked, std::nullopt)->first, hello);
    QCOMPARE(bench.engine.status().state, Link::Refused);
    QCOMPARE(bench.engine.status().problem->code, u"newer-server"_s);
    QVERIFY(bench.engine.status().retryAt - bench.time >= Span::seconds(40));
}

QTEST_APPLESS_MAIN(TestSyncDistrust)
#include "tst_syncdistrust.moc"
