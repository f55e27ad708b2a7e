// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockrules.h"
#include "report/clockhistory.h"

#include <QTest>

#include <algorithm>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

using State = RunningClock::State;
using Kind = RunningClock::Kind;

namespace {

/// An update that says when the next one comes.
void promised(ClockRig &rig, const QString &audience, Span at, Span next)
{
    const QString draft = rig.event(u"update.drafted"_s, at,
                                    {{u"target"_s, QString(u"update/"_s + audience)},
                                     {u"audience"_s, audience},
                                     {u"state"_s, QString()},
                                     {u"fields"_s, QJsonObject()},
                                     {u"text"_s, u"t"_s},
                                     {u"hash"_s, u"h"_s},
                                     {u"nextUpdateUs"_s, after(next).us}});
    rig.event(u"update.sent"_s, at, {{u"update"_s, draft}, {u"via"_s, u"copy"_s}, {u"hash"_s, u"h"_s}});
}

QList<RunningClock> of(const QString &audience, const QList<RunningClock> &clocks)
{
    QList<RunningClock> its;
    std::copy_if(clocks.begin(), clocks.end(), std::back_inserter(its),
                 [&](const RunningClock &clock) { return clock.audience == audience; });
    return its;
}

QList<ClockRound> roundsOf(const QString &id, const QList<ClockRound> &rounds)
{
    QList<ClockRound> its;
    std::copy_if(rounds.begin(), rounds.end(), std::back_inserter(its),
                 [&](const ClockRound &round) { return round.clock.id == id; });
    return its;
}

} // namespace

/// What people themselves said when they would do it: the next update, another look at a decision.
class TestPromiseClocks : public QObject
{
    Q_OBJECT
private slots:
    void aPromiseIsAClock();
    void oneClockForOneAudience();
    void theEarlierTimeCounts();
    void aPromiseIsSnoozed();
    void theProcessIsJudgedByItsOwnTime();
    void aDecisionIsLookedAtAgain();
};

void TestPromiseClocks::aPromiseIsAClock()
{
    ClockRig rig;
    CadenceRule other = cadence("inside", CadenceKind::Update, "internal", always("1h"));
    other.owner = {u"cl"_s};
    rig.process.cadences = {other};
    promised(rig, u"public"_s, m(5), m(20));
    const QString id = u"promise/public"_s;
    const RunningClock clock = rig.clock(id, m(6));
    QCOMPARE(clock.kind, Kind::Promise);
    QCOMPARE(clock.state, State::Running);
    QCOMPARE(clock.anchor, after(m(5)));
    QCOMPARE(clock.late, after(m(20)));
    QCOMPARE(clock.owner, QStringList{u"cl"_s});
    QVERIFY(clock.promised);
    QVERIFY(!clock.text.isEmpty());
    QCOMPARE(rig.clock(id, m(20) - rig.process.defaults.dueSoon).state, State::Due);
    QCOMPARE(rig.clock(id, m(20)).state, State::Due);
    QCOMPARE(rig.clock(id, m(20) + Span::micros(1)).state, State::Late);
    QCOMPARE(nextChange(of(u"public"_s, rig.clocks(m(19))), after(m(19) + Span::seconds(30))), after(m(20)) + Span::micros(1));

    rig.event(u"incident.resolved"_s, m(21));
    QVERIFY(rig.clock(id, m(22)).id.isEmpty());
    rig.event(u"incident.reopened"_s, m(23));
    QCOMPARE(rig.clock(id, m(24)).state, State::Late);
    rig.sent(u"public"_s, m(25)); // promises nothing
    QVERIFY(rig.clock(id, m(26)).id.isEmpty());
}

void TestPromiseClocks::oneClockForOneAudience()
{
    ClockRig rig;
    rig.process.cadences = {cadence("upd", CadenceKind::Update, "public", always("30m"))};
    promised(rig, u"public"_s, m(5), m(60));
    QCOMPARE(of(u"public"_s, rig.clocks(m(6))).size(), 1);
    QCOMPARE(rig.clock(u"upd"_s, m(6)).late, after(m(35)));
    QVERIFY(!rig.clock(u"upd"_s, m(6)).promised);
}

void TestPromiseClocks::theEarlierTimeCounts()
{
    ClockRig rig;
    rig.process.cadences = {cadence("upd", CadenceKind::Update, "public", always("30m"))};
    promised(rig, u"public"_s, m(5), m(17));
    QCOMPARE(of(u"public"_s, rig.clocks(m(6))).size(), 1);
    QVERIFY(rig.clock(u"upd"_s, m(6)).promised);
    QCOMPARE(rig.clock(u"upd"_s, m(6)).late, after(m(17)));
    QCOMPARE(rig.clock(u"upd"_s, m(18)).state, State::Late);
}

void TestPromiseClocks::aPromiseIsSnoozed()
{
    ClockRig rig;
    promised(rig, u"public"_s, m(5), m(20));
    rig.event(u"clock.snoozed"_s, m(21),
              {{u"clock"_s, u"promise/public"_s}, {u"untilUs"_s, after(m(30)).us}, {u"why"_s, u"the page is down"_s}});
    QCOMPARE(rig.clock(u"promise/public"_s, m(22)).state, State::Snoozed);
    QCOMPARE(rig.clock(u"promise/public"_s, m(31)).state, State::Late);
}

void TestPromiseClocks::theProcessIsJudgedByItsOwnTime()
{
    ClockRig rig;
    rig.process.cadences = {cadence("upd", CadenceKind::Update, "public", always("30m"))};
    promised(rig, u"public"_s, m(5), m(17));
    rig.sent(u"public"_s, m(25));
    const QList<ClockRound> rounds = clockHistory(rig.events, rig.process, after(m(26)));
    for (const ClockRound &round : roundsOf(u"upd"_s, rounds))
        QVERIFY2(!round.lateSince.isSet(), "the process gave 30 minutes");
    const QList<ClockRound> promise = roundsOf(u"promise/public"_s, rounds);
    QCOMPARE(promise.size(), 1);
    QCOMPARE(promise.first().end, ClockRound::End::Late);
    QCOMPARE(promise.first().clock.doneAt, after(m(25)));
}

void TestPromiseClocks::aDecisionIsLookedAtAgain()
{
    ClockRig rig;
    const QString first = rig.event(u"decision.made"_s, m(1),
                                    {{u"text"_s, u"wait"_s}, {u"revisitUs"_s, after(m(30)).us}, {u"by"_s, u"Bo"_s}});
    const RunningClock clock = rig.clock(u"decision/D1"_s, m(2));
    QCOMPARE(clock.kind, Kind::Revisit);
    QCOMPARE(clock.state, State::Running);
    QCOMPARE(clock.late, after(m(30)));
    QCOMPARE(clock.owner, QStringList{u"Bo"_s});
    QVERIFY(clock.text.contains(u"wait"_s));
    QCOMPARE(rig.clock(u"decision/D1"_s, m(31)).state, State::Late);
    rig.event(u"decision.made"_s, m(32), {{u"text"_s, u"fail over"_s}, {u"replaces"_s, first}});
    QVERIFY(rig.clock(u"decision/D1"_s, m(33)).id.isEmpty());
    const QList<ClockRound> rounds = roundsOf(u"decision/D1"_s, clockHistory(rig.events, rig.process, after(m(34))));
    QCOMPARE(rounds.size(), 1);
    QCOMPARE(rounds.first().end, ClockRound::End::Late);
}

QTEST_GUILESS_MAIN(TestPromiseClocks)
#include "tst_promiseclocks.moc"
