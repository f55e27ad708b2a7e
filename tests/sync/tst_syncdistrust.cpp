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
    void knowsTheServerBeforeItHasPlaces();
    void refusesABrokenChain();
    void refusesForgedAuthority();
    void refusesACopiedFile();
    void doesNotUseANewerServer();
    void doesNotUseAnOlderServer();
    void believesNoAnswerOfAnotherKind();
    void tellsWhatOthersMustPutBack();
    void aFilePutBackGoesOn();
    void whatCannotFollowHoldsUpNothing();
    void aSearchThatIsRefusedWaits();
    void aShortRecordIsToldAndAskedSeldom();
    void aStandbyIsReadByWhoOnlyLooks();
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
    QCOMPARE(bench.lastRewind, (Rewind{3, 3}));
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

// A file that breaks off while it takes the first places in is not compared with a stranger afterwards.
void TestSyncDistrust::knowsTheServerBeforeItHasPlaces()
{
    Bench bench;
    bench.declare();
    bench.journal.crashBetween = [] { return true; };
    QVERIFY(bench.engine.add(bench.incident, bench.journal).ok());
    bench.engine.start();
    bench.serve();
    QCOMPARE(bench.journal.cursor().value().seq, 5);
    QCOMPARE(bench.journal.cursor().value().server, u"the-server"_s);
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
    EventStamper copy = *bench.stamper;
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

void TestSyncDistrust::doesNotUseAnOlderServer()
{
    Bench bench;
    bench.engine.start();
    bench.serve(kindOf<ask::Hello>());
    ServerHello hello = std::get<ServerHello>(bench.server.answer(Ana, ask::Hello{}));
    hello.schema = SyncPolicy().leastSchema - 1;
    bench.engine.answered(std::exchange(bench.asked, std::nullopt)->first, hello);
    QCOMPARE(bench.engine.status().state, Link::Refused);
    QCOMPARE(bench.engine.status().problem->code, u"older-server"_s);
}

void TestSyncDistrust::believesNoAnswerOfAnotherKind()
{
    for (const size_t asked : {kindOf<ask::Hello>(), kindOf<ask::Heads>()}) {
        Bench bench;
        bench.engine.start();
        bench.serve(asked);
        bench.engine.answered(std::exchange(bench.asked, std::nullopt)->first, Done{});
        QCOMPARE(bench.engine.status().state, Link::Waiting);
        bench.pass(Span::seconds(30));
        bench.serve();
        QCOMPARE(bench.engine.status().state, Link::Online);
    }
}

// Ben's console hands nothing over for Ana: what she wrote is set aside in his file until hers comes.
void TestSyncDistrust::tellsWhatOthersMustPutBack()
{
    Bench ana;
    ana.declare();
    ana.online();
    Bench ben;
    ben.login = u"ben"_s;
    ben.incident = ana.incident;
    ben.server = ana.server;
    ben.online();
    ben.server.goBack(3);
    ben.reconnect();
    QCOMPARE(ben.lastRewind, (Rewind{3, 0}));
    QCOMPARE(ben.journal.onlyHere().value(), 3);
    ana.server = ben.server;
    ana.reconnect();
    ben.server = ana.server;
    ben.reconnect();
    QCOMPARE(ben.journal.places().size(), 5);
    QCOMPARE(ben.journal.onlyHere().value(), 0);
}

// From a backup that knows less than the server; and then the server goes back behind both.
void TestSyncDistrust::aFilePutBackGoesOn()
{
    Bench bench;
    bench.declare();
    bench.online();
    const SimJournal backup = bench.journal;
    bench.write(u"entry.posted"_s);
    bench.write(u"handover.offered"_s, {{u"role"_s, u"ic"_s}, {u"to"_s, u"ben"_s}}); // refused: nobody commands
    bench.write(u"entry.posted"_s);
    bench.serve();
    QCOMPARE(bench.refusedEvents.size(), 1);
    bench.engine.stop();
    bench.journal = backup;
    bench.stamper.emplace(bench.ids, u"device-ana/2"_s, Ana);
    bench.stamper->setIncident(bench.incident);
    bench.engine.remove(bench.incident);
    bench.write(u"entry.posted"_s);
    bench.online();
    QCOMPARE(bench.state(), State::Following);
    QCOMPARE(bench.problem(), QString());
    QCOMPARE(bench.journal.places().size(), 8);
    QCOMPARE(bench.journal.queuedEvents().size(), 0);
    bench.server.goBack(3); // to where the backup was made: what came from the server alone goes there again too
    bench.reconnect();
    QCOMPARE(bench.lastRewind, (Rewind{3, 3}));
    QCOMPARE(bench.state(), State::Following);
    // The one behind the refused one cannot: that one is in no file any more.
    QCOMPARE(bench.journal.places().size(), 7);
    QCOMPARE(bench.refusedEvents.last().reason, u"not-put-back"_s);
    QCOMPARE(bench.journal.queuedEvents().size(), 0);
}

void TestSyncDistrust::whatCannotFollowHoldsUpNothing()
{
    Bench bench;
    bench.declare();
    bench.online();
    EventStamper other(bench.ids, u"device-ana/2"_s, Ana); // of a file of hers that is gone
    other.setIncident(bench.incident);
    const auto lost = other
                          .stamp({{u"handover.offered"_s, {{u"role"_s, u"ic"_s}, {u"to"_s, u"ben"_s}}, bench.wall()},
                                  {u"entry.posted"_s, {{u"text"_s, u"b"_s}}, bench.wall()}},
                                 bench.wall())
                          .value();
    (void)bench.server.answer(Ana, ask::Append{bench.incident, {{lost[0], false, {}}, {lost[1], false, {}}}, false, false});
    bench.reconnect();
    QCOMPARE(bench.journal.places().size(), 6);
    bench.server.goBack(1);
    bench.reconnect();
    QCOMPARE(bench.refusedEvents.size(), 1);
    QCOMPARE(bench.refusedEvents.first().reason, u"not-put-back"_s);
    QCOMPARE(bench.state(), State::Following);
    bench.write(u"entry.posted"_s);
    bench.serve();
    QCOMPARE(bench.journal.places().size(), 6);
    QCOMPARE(bench.problem(), QString());
}

void TestSyncDistrust::aSearchThatIsRefusedWaits()
{
    Bench bench;
    bench.declare();
    bench.online();
    bench.server.goBack(3);
    bench.engine.stop();
    bench.engine.start();
    bench.serve(kindOf<ask::Pull>());
    QCOMPARE(bench.state(), State::Searching);
    const auto call = *std::exchange(bench.asked, std::nullopt);
    bench.engine.answered(call.first, Failure{Failure::Kind::Refused, {Problem::Kind::Io, u"database"_s, {}, {}, {}, {}}});
    QVERIFY(!bench.asked);
    QVERIFY(bench.engine.isSettled()); // a person has been told; it is tried again
    QVERIFY(*bench.engine.nextDue() > bench.time);
    for (int i = 0; i < 4; ++i) {
        bench.pass(Span::seconds(5));
        bench.serve();
    }
    QCOMPARE(bench.state(), State::Following);
    QCOMPARE(bench.journal.places().size(), 5);
}

// The heads promise what no pull gives: somebody has cut off its end.
void TestSyncDistrust::aShortRecordIsToldAndAskedSeldom()
{
    Bench bench;
    bench.declare();
    bench.online();
    const auto events =
        bench.stamper->stamp({{u"entry.posted"_s, {{u"text"_s, u"cut off"_s}}, bench.wall()}}, bench.wall()).value();
    (void)bench.server.answer(Ana, ask::Append{bench.incident, {{events.first(), false, {}}}, false, false});
    bench.server.leavesOut = [] { return true; };
    const int before = bench.askedFor(kindOf<ask::Pull>());
    for (int i = 0; i < 60; ++i) {
        bench.pass(Span::seconds(1));
        bench.serve();
    }
    QCOMPARE(bench.problem(), u"hole"_s);
    const int pulls = bench.askedFor(kindOf<ask::Pull>()) - before;
    QVERIFY2(pulls >= 2 && pulls <= 6, qPrintable(QString::number(pulls)));
    bench.server.leavesOut = {};
    for (int i = 0; i < 20; ++i) {
        bench.pass(Span::seconds(1));
        bench.serve();
    }
    QCOMPARE(bench.problem(), QString());
    QCOMPARE(bench.journal.places().size(), 6);
}

// It is behind now and then, and that is no server that went back; who writes needs the other one.
void TestSyncDistrust::aStandbyIsReadByWhoOnlyLooks()
{
    const auto serve = [](Bench &bench, bool mayWrite) {
        while (bench.asked) {
            const auto call = *std::exchange(bench.asked, std::nullopt);
            Answer answer = bench.server.answer(bench.login, call.second);
            if (auto *hello = std::get_if<ServerHello>(&answer)) {
                hello->standby = true;
                hello->mayWrite = mayWrite;
                hello->generation = u"1."_s;
            }
            bench.engine.answered(call.first, answer);
        }
    };
    Bench ana;
    ana.declare();
    ana.online();
    const SimServer behind = ana.server;
    ana.write(u"entry.posted"_s);
    ana.serve();

    Bench olly;
    olly.login = u"olly"_s;
    olly.incident = ana.incident;
    olly.server = ana.server;
    olly.online(); // at the primary
    QCOMPARE(olly.journal.places().size(), 6);
    for (const SimServer &standby : {behind, SimServer(), ana.server}) {
        olly.engine.stop();
        olly.server = standby;
        olly.history.clear();
        olly.engine.start();
        serve(olly, false);
        QCOMPARE(olly.engine.status().state, Link::Online);
        QCOMPARE(olly.askedFor(kindOf<ask::Listen>()), 0);
        QCOMPARE(olly.journal.places().size(), 6);
        QCOMPARE(olly.problem(), QString());
    }
    QCOMPARE(olly.rewinds, 0);
    ana.write(u"entry.posted"_s);
    ana.serve();
    olly.server = ana.server;
    for (int i = 0; i < 4; ++i) {
        olly.pass(Span::seconds(5));
        serve(olly, false);
    }
    QCOMPARE(olly.journal.places().size(), 7); // by the poll

    ana.engine.stop();
    ana.engine.start();
    serve(ana, true);
    QCOMPARE(ana.engine.status().state, Link::Waiting);
    QCOMPARE(ana.engine.status().problem->code, u"standby"_s);
}

QTEST_APPLESS_MAIN(TestSyncDistrust)
#include "tst_syncdistrust.moc"
