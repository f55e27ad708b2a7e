// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;

/// What the engine does in each single case; that nothing is lost whatever comes together is tst_simulation's.
class TestSyncEngine : public QObject
{
    Q_OBJECT
private slots:
    void listensBeforeItReads();
    void freesByPullAlone();
    void noticesSilenceInTime();
    void waitsLongerEachTime();
    void cutsACallThatHangs();
    void ignoresLateAnswers();
    void pollsWithoutADoorbell();
    void asksAtOnceWhenAPersonDoes();
    void forgedDoorbellsDoNothing();
    void pokesSeldom();
    void keepsRefusalsApart();
    void hiddenIsNotLost();
    void adoptsHistoryOnce();
    void aLargeFileIsAdoptedToItsEnd();
    void aSlowLineCarriesLessAtOnce();
    void hiddenAfterARestoreIsNotLostEither();
    void observersPushNothing();
    void blobsGoBehindTheEvents();
    void aMissingBlobHoldsUpNoOther();
    void aDamagedBlobHoldsUpNoOther();
    void asksForWhatIsOpenHere();
    void measuresTheClock();
};

void TestSyncEngine::listensBeforeItReads()
{
    Bench bench;
    bench.declare();
    bench.online();
    QCOMPARE(bench.history.first(4),
             (QList<size_t>{kindOf<ask::Connect>(), kindOf<ask::Hello>(), kindOf<ask::Listen>(), kindOf<ask::Heads>()}));
    QCOMPARE(bench.journal.places().size(), 5);
}

void TestSyncEngine::freesByPullAlone()
{
    Bench bench;
    bench.declare();
    QVERIFY(bench.engine.add(bench.incident, bench.journal).ok());
    bench.engine.start();
    bench.serve(kindOf<ask::Pull>());
    QCOMPARE(bench.askedFor(kindOf<ask::Append>()), 1);
    QCOMPARE(bench.journal.queuedEvents().size(), 5); // the server has said that it has them
    bench.serve();
    QCOMPARE(bench.journal.queuedEvents().size(), 0);
    QCOMPARE(bench.askedFor(kindOf<ask::Append>()), 1);
}

// The issue asks for less than ten seconds.
void TestSyncEngine::noticesSilenceInTime()
{
    Bench bench;
    bench.declare();
    bench.online();
    const Span began = bench.time;
    while (bench.engine.status().state == Link::Online) {
        QVERIFY(bench.engine.nextDue().has_value());
        bench.pass(std::max(Span{}, *bench.engine.nextDue() - bench.time));
    }
    QVERIFY(bench.time - began < Span::seconds(10));
    QCOMPARE(bench.engine.status().problem->code, u"silent"_s);
    QVERIFY(bench.aborts > 0);
}

void TestSyncEngine::waitsLongerEachTime()
{
    Bench bench;
    bench.engine.start();
    Span before;
    for (int i = 0; i < 12; ++i) {
        const auto call = *std::exchange(bench.asked, std::nullopt);
        bench.engine.answered(call.first, Failure{Failure::Kind::Lost, {}});
        QCOMPARE(bench.engine.status().state, Link::Waiting);
        const Span wait = bench.engine.status().retryAt - bench.time;
        QVERIFY(wait > before || wait >= Span::seconds(15));
        QVERIFY(wait <= Span::seconds(30));
        before = wait;
        bench.pass(wait - Span::millis(1));
        QVERIFY(!bench.asked);
        bench.pass(Span::millis(1));
        QVERIFY(bench.asked);
    }
}

void TestSyncEngine::cutsACallThatHangs()
{
    Bench bench;
    bench.declare();
    bench.online();
    bench.write(u"entry.posted"_s);
    QCOMPARE(bench.asked->second.index(), kindOf<ask::Append>());
    const auto late = *bench.asked;
    bench.pass(Span::seconds(8));
    QCOMPARE(bench.engine.status().state, Link::Waiting);
    // It was done all the same: the same ids again, and no second copy.
    (void)bench.server.answer(Ana, late.second);
    bench.pass(Span::seconds(30));
    bench.serve();
    QCOMPARE(bench.server.incidents().value(bench.incident).log.size(), 6);
    QCOMPARE(bench.journal.places().size(), 6);
}

void TestSyncEngine::ignoresLateAnswers()
{
    Bench bench;
    bench.declare();
    bench.online();
    bench.pass(Span::seconds(5));
    QVERIFY(bench.asked);
    const quint64 ticket = bench.asked->first;
    bench.engine.answered(ticket - 1, Failure{Failure::Kind::Lost, {}});
    QCOMPARE(bench.engine.status().state, Link::Online);
    bench.serve();
    bench.engine.answered(ticket, Failure{Failure::Kind::Lost, {}});
    QCOMPARE(bench.engine.status().state, Link::Online);
}

void TestSyncEngine::pollsWithoutADoorbell()
{
    Bench bench;
    bench.declare();
    bench.online();
    const int before = bench.askedFor(kindOf<ask::Heads>());
    for (int i = 0; i < 19; ++i) {
        bench.pass(Span::seconds(1));
        bench.serve();
    }
    QCOMPARE(bench.askedFor(kindOf<ask::Heads>()), before + 1);
    QCOMPARE(bench.engine.status().state, Link::Online);
}

void TestSyncEngine::asksAtOnceWhenAPersonDoes()
{
    Bench bench;
    bench.declare();
    bench.online();
    bench.write(u"entry.posted"_s);
    const auto append = *std::exchange(bench.asked, std::nullopt);
    bench.engine.answered(append.first, Failure{Failure::Kind::Refused, {}}); // busy: it would go again with the next poll
    bench.serve();
    QCOMPARE(bench.journal.queuedEvents().size(), 1);
    const int before = bench.askedFor(kindOf<ask::Heads>());
    bench.engine.retryNow();
    bench.engine.tick();
    bench.serve();
    QCOMPARE(bench.askedFor(kindOf<ask::Heads>()), before + 1);
    bench.pass(Span::millis(200)); // between two pulls
    bench.serve();
    QCOMPARE(bench.journal.queuedEvents().size(), 0);
    QCOMPARE(bench.journal.places().size(), 6);
}

void TestSyncEngine::forgedDoorbellsDoNothing()
{
    Bench bench;
    bench.declare();
    bench.online();
    const auto before = bench.history.size();
    for (const QString &payload : {u""_s, u":"_s, u"x:1"_s, bench.incident, bench.incident + u":x"_s, bench.incident + u":-1"_s,
                                   bench.incident + u":5"_s, u"**"_s}) {
        bench.engine.rung(payload);
        bench.engine.tick();
        QVERIFY2(!bench.asked, qPrintable(payload));
    }
    QCOMPARE(bench.history.size(), before);
    bench.engine.rung(bench.incident + u":999"_s); // a lie, which costs one look each
    bench.pass(Span::seconds(1));
    bench.serve();
    QCOMPARE(bench.state(), State::Following);
    QVERIFY(bench.history.size() <= before + 3);
}

void TestSyncEngine::pokesSeldom()
{
    Bench bench;
    bench.declare();
    bench.online();
    const int before = bench.askedFor(kindOf<ask::Poke>());
    for (int i = 0; i < 20; ++i) {
        bench.write(u"entry.posted"_s);
        bench.serve();
        bench.pass(Span::millis(5));
        bench.serve();
    }
    bench.pass(Span::millis(50));
    bench.serve();
    const int pokes = bench.askedFor(kindOf<ask::Poke>()) - before;
    QVERIFY2(pokes >= 2 && pokes <= 4, qPrintable(QString::number(pokes)));
}

void TestSyncEngine::keepsRefusalsApart()
{
    Bench bench;
    bench.declare();
    bench.online();
    bench.write(u"handover.offered"_s, {{u"role"_s, u"ic"_s}, {u"to"_s, u"ben"_s}}); // nobody commands
    bench.write(u"entry.posted"_s);
    bench.serve();
    QCOMPARE(bench.refusedEvents.size(), 1);
    QCOMPARE(bench.refusedEvents.first().reason, u"not-authorised"_s);
    QCOMPARE(bench.journal.places().size(), 6); // what came behind it went on
    QCOMPARE(bench.journal.queuedEvents().size(), 0);
}

void TestSyncEngine::hiddenIsNotLost()
{
    Bench bench;
    bench.declare();
    bench.online();
    SimServer empty; // as if we had been taken out of its members: same server, same generation
    std::swap(bench.server, empty);
    bench.reconnect();
    QCOMPARE(bench.state(), State::Hidden);
    QCOMPARE(bench.rewinds, 0);
    QCOMPARE(bench.journal.places().size(), 5);
    std::swap(bench.server, empty);
    bench.pass(Span::seconds(20));
    bench.serve();
    bench.pass(Span::seconds(20));
    bench.serve();
    QCOMPARE(bench.state(), State::Following);
}

void TestSyncEngine::adoptsHistoryOnce()
{
    SyncPolicy policy;
    policy.pushLimit = 2;
    Bench bench(policy);
    bench.declare(); // five events: three calls
    QVERIFY(bench.journal.markHistory().ok());
    bench.write(u"entry.posted"_s); // after that: not history
    QVERIFY(bench.engine.add(bench.incident, bench.journal).ok());
    bench.engine.start();
    QStringList calls;
    while (bench.asked) {
        if (const auto *append = std::get_if<ask::Append>(&bench.asked->second))
            calls.append(
                u"%1%2%3"_s.arg(append->events.size()).arg(append->adopt ? u"h"_s : u""_s, append->last ? u"!"_s : u""_s));
        const auto call = *std::exchange(bench.asked, std::nullopt);
        bench.engine.answered(call.first, bench.server.answer(Ana, call.second));
        bench.engine.tick();
    }
    QCOMPARE(calls, (QStringList{u"2h"_s, u"2h"_s, u"1h!"_s, u"1"_s}));
    QVERIFY(bench.journal.places().value(5).adopted);
    QVERIFY(!bench.journal.places().value(6).adopted);
}

void TestSyncEngine::aLargeFileIsAdoptedToItsEnd()
{
    Bench bench;
    bench.declare();
    bench.journal.mostBytesAtOnce = 2 * bench.journal.own().last().payload.size();
    QVERIFY(bench.journal.markHistory().ok());
    QVERIFY(bench.engine.add(bench.incident, bench.journal).ok());
    bench.engine.start();
    QList<bool> lasts;
    while (bench.asked) {
        if (const auto *append = std::get_if<ask::Append>(&bench.asked->second))
            lasts.append(append->last);
        const auto call = *std::exchange(bench.asked, std::nullopt);
        bench.engine.answered(call.first, bench.server.answer(Ana, call.second));
    }
    QCOMPARE(bench.state(), State::Following);
    QCOMPARE(bench.journal.places().size(), 5);
    QVERIFY(lasts.size() > 1);
    QCOMPARE(lasts.indexOf(true), lasts.size() - 1);
}

// Forty events are what the line carries before the deadline, up and down.
void TestSyncEngine::aSlowLineCarriesLessAtOnce()
{
    constexpr qsizetype Carried = 40;
    const auto reach = [&](Bench &bench, qsizetype count) {
        int silences = 0;
        for (int i = 0; i < 2000 && bench.journal.places().size() < count; ++i) {
            if (!bench.asked) {
                bench.pass(std::max(Span{}, *bench.engine.nextDue() - bench.time));
                continue;
            }
            const auto call = *bench.asked;
            const Answer answer = bench.server.answer(Ana, call.second);
            const auto *events = std::get_if<QList<ServerEvent>>(&answer);
            const auto *append = std::get_if<ask::Append>(&call.second);
            if ((events && events->size() > Carried) || (append && append->events.size() > Carried)) {
                ++silences;
                bench.pass(Span::seconds(8));
                continue;
            }
            bench.asked.reset();
            bench.engine.answered(call.first, answer);
        }
        return silences;
    };
    Bench ana;
    ana.declare();
    for (int i = 5; i < 600; ++i)
        ana.write(u"entry.posted"_s);
    QVERIFY(ana.engine.add(ana.incident, ana.journal).ok());
    ana.engine.start();
    const int up = reach(ana, 600);
    QCOMPARE(ana.journal.places().size(), 600);
    QVERIFY2(up >= 1 && up < 20, qPrintable(QString::number(up)));
    Bench ben;
    ben.server = ana.server;
    ben.incident = ana.incident;
    QVERIFY(ben.engine.add(ben.incident, ben.journal).ok());
    ben.engine.start();
    const int down = reach(ben, 600);
    QCOMPARE(ben.journal.places().size(), 600);
    QVERIFY2(down >= 1 && down < 20, qPrintable(QString::number(down)));
}

// Who did not begin it cannot put it back: that the server was restored meanwhile is no reason to set it all aside.
void TestSyncEngine::hiddenAfterARestoreIsNotLostEither()
{
    Bench ana;
    ana.declare();
    ana.online();
    Bench ben;
    ben.login = u"ben"_s;
    ben.server = ana.server;
    ben.incident = ana.incident;
    ben.online();
    QCOMPARE(ben.journal.places().size(), 5);
    for (Bench *each : {&ana, &ben}) {
        each->server.goBack(5); // to before it was there
        each->reconnect();
    }
    QCOMPARE(ben.state(), State::Hidden);
    QCOMPARE(ben.rewinds, 0);
    QCOMPARE(ben.journal.places().size(), 5);
    QCOMPARE(ana.state(), State::Following); // it is hers to put back
    QCOMPARE(ana.server.incidents().value(ana.incident).log.size(), 5);
    ben.server = ana.server;
    for (int i = 0; i < 4; ++i) {
        ben.pass(Span::seconds(5));
        ben.serve();
    }
    QCOMPARE(ben.state(), State::Following);
    QCOMPARE(ben.journal.places().size(), 5);
}

void TestSyncEngine::observersPushNothing()
{
    Bench bench;
    bench.declare();
    QVERIFY(bench.engine.add(bench.incident, bench.journal).ok());
    bench.engine.start();
    while (bench.asked) {
        const auto call = *std::exchange(bench.asked, std::nullopt);
        Answer answer = bench.server.answer(Ana, call.second);
        if (auto *hello = std::get_if<ServerHello>(&answer))
            hello->mayWrite = false;
        bench.engine.answered(call.first, answer);
    }
    QCOMPARE(bench.engine.status().state, Link::Online);
    QCOMPARE(bench.askedFor(kindOf<ask::Append>()), 0);
    QVERIFY(*bench.engine.nextDue() > bench.time);
}

void TestSyncEngine::blobsGoBehindTheEvents()
{
    Bench bench;
    bench.declare();
    bench.journal.blobs.insert(u"aa"_s, "a picture");
    bench.journal.blobs.insert(u"bb"_s, "another");
    bench.journal.blobsMissing.insert(u"cc"_s);
    bench.server.blobs().insert(u"bb"_s, "another");
    bench.server.blobs().insert(u"cc"_s, "from ben");
    bench.online();
    QCOMPARE(bench.askedFor(kindOf<ask::SendBlob>()), 1); // only what the server lacks
    QCOMPARE(bench.server.blobs().value(u"aa"_s), "a picture");
    QCOMPARE(bench.journal.blobs.value(u"cc"_s), "from ben");
    QCOMPARE(bench.blobsTaken, QStringList{u"cc"_s});
    QVERIFY(bench.history.lastIndexOf(kindOf<ask::Append>()) < bench.history.indexOf(kindOf<ask::SendBlob>()));
}

void TestSyncEngine::aMissingBlobHoldsUpNoOther()
{
    Bench bench;
    bench.declare();
    bench.journal.blobsMissing = {u"aa"_s, u"bb"_s, u"cc"_s, u"dd"_s};
    bench.server.blobs().insert(u"bb"_s, ""); // a file of no bytes is one too
    bench.server.blobs().insert(u"dd"_s, "from ben");
    bench.online();
    QCOMPARE(bench.blobsTaken, (QStringList{u"bb"_s, u"dd"_s}));
    QCOMPARE(bench.askedFor(kindOf<ask::FetchBlob>()), 4);
    QVERIFY(*bench.engine.nextDue() > bench.time);
    bench.pass(Span::seconds(5));
    bench.serve();
    QCOMPARE(bench.askedFor(kindOf<ask::FetchBlob>()), 4);
    bench.server.blobs().insert(u"cc"_s, "from zoe, at last");
    for (int i = 0; i < 4; ++i) {
        bench.pass(Span::seconds(5));
        bench.serve();
    }
    QCOMPARE(bench.blobsTaken, (QStringList{u"bb"_s, u"dd"_s, u"cc"_s}));
    QCOMPARE(bench.askedFor(kindOf<ask::FetchBlob>()), 6); // those two that were not there, once more
}

// One whose bytes are no more what they were is left out, and neither asked about for ever nor in the way of the others.
void TestSyncEngine::aDamagedBlobHoldsUpNoOther()
{
    Bench bench;
    bench.declare();
    bench.journal.blobs = {{u"aa"_s, "damaged"}, {u"bb"_s, "another"}};
    bench.journal.blobsDamaged = {u"aa"_s};
    bench.online();
    QVERIFY(!bench.asked);
    QCOMPARE(bench.server.blobs().value(u"bb"_s), "another");
    QVERIFY(!bench.server.blobs().contains(u"aa"_s));
    QVERIFY(*bench.engine.nextDue() > bench.time);
    QCOMPARE(bench.problem(), u"attachment-damaged"_s);
    const int asked = bench.askedFor(kindOf<ask::MissingBlobs>());
    for (int i = 0; i < 12; ++i) {
        bench.pass(Span::seconds(5));
        bench.serve();
    }
    QVERIFY(bench.askedFor(kindOf<ask::MissingBlobs>()) <= asked + 1);
}

// A server may hold thousands: what is asked all day is only what somebody here looks at.
void TestSyncEngine::asksForWhatIsOpenHere()
{
    const auto askedFor = [](Bench &bench) {
        bench.engine.start();
        bench.serve(kindOf<ask::Heads>());
        return std::get<ask::Heads>(bench.asked->second).only;
    };
    Bench nothing;
    QCOMPARE(askedFor(nothing), QStringList()); // the list
    Bench one;
    QVERIFY(one.engine.add(one.incident, one.journal).ok());
    QCOMPARE(askedFor(one), QStringList{one.incident});
    SyncPolicy policy;
    policy.alsoHeads = {u"another"_s};
    Bench another(policy);
    QCOMPARE(askedFor(another), QStringList{u"another"_s});
}

void TestSyncEngine::measuresTheClock()
{
    ClockOffset offset;
    QVERIFY(!offset.value());
    const Instant ours{1700000000000000};
    for (const int ms : {10, 2000, 12, 14, 16}) // one answer that took long
        offset.add(ours + Span::seconds(90), ours + Span::millis(ms) - Span::millis(ms / 2), Span::millis(ms));
    QVERIFY(std::abs(offset.value()->us - Span::seconds(90).us) <= 1000);
}

QTEST_APPLESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
