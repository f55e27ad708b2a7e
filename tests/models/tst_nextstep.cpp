// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterwards.h"
#include "checklist/nextstep.h"
#include "memoryfeed.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::NextStep;
using fireline::test::MemoryFeed;

/// The one sentence in the status line: what this person does next.
class TestNextStep : public QObject
{
    Q_OBJECT
private slots:
    void everyProcessBeginsWithSomething_data();
    void everyProcessBeginsWithSomething();
    void followsTheListOfTheCommander();
    void thePresentPhaseComesFirst();
    void saysThatTheWorkIsBeyondThePhase();
    void aPhaseThatIsDoneLeadsOn();
    void whoeverTakesOverSaysSo_data();
    void whoeverTakesOverSaysSo();
    void afterShadowingAndTheReportToo();
    void laterTheMostUrgentOfMine();
    void adviceIsNoStepWhileThereIsOne();
    void othersHaveOtherSteps();
    void isToldOncePerChange();
    void aResolvedIncidentIsToBeClosed();
    void whatIsStillOpenForOthersComesFirst();
    void nothingIsNextOnceItIsOver();
};

void TestNextStep::everyProcessBeginsWithSomething_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("afterClaim");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << u"Next: "_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << QString();
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s
                               << u"Next: Receive alert (monitoring system, user report, or observation)."_s;
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s
                                     << u"Next: Confirm incident is real (not false positive), with /confirm."_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << u"Next: Start Zoom bridge."_s;
}

void TestNextStep::everyProcessBeginsWithSomething()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, afterClaim);
    MemoryFeed feed(process, severity);
    NextStep next(feed);
    QCOMPARE(next.text(), u"Next: take command, with /claim."_s);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY2(next.text().startsWith(afterClaim), qPrintable(next.text()));
    QVERIFY(!next.text().contains(u"/claim"_s));
}

void TestNextStep::followsTheListOfTheCommander()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    NextStep next(feed);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/check sre.ic 2"_s));
    QCOMPARE(next.text(), u"Next: Assign Scribe, with /role."_s);
    QVERIFY(feed.line(u"/role @bo scribe"_s));
    QVERIFY2(!next.text().startsWith(u"Next: Assign Scribe"_s), qPrintable(next.text()));
}

/// What a phase left undone is done still, but not before what the present one asks for.
void TestNextStep::thePresentPhaseComesFirst()
{
    MemoryFeed feed(u"nine-step"_s, u"P1"_s);
    NextStep next(feed);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/check nin.answer 1"_s));
    QVERIFY(feed.line(u"/phase triage"_s));
    QCOMPARE(next.text(), u"Next: Assess user impact (how many users, which features), with “/field user_impact=…”."_s);
}

// A phase that nobody moved on hides what the later ones ask for, and keeps the incident from its end (NIN-3).
void TestNextStep::saysThatTheWorkIsBeyondThePhase()
{
    MemoryFeed feed(u"nine-step"_s, u"P1"_s);
    NextStep next(feed);
    for (const QString &line : {u"/claim"_s, u"/check nin.answer 1"_s, u"/role @bo comms"_s, u"/draft internal Investigating"_s})
        QVERIFY(feed.line(line));
    QVERIFY2(!next.text().contains(u"beyond"_s),
             qPrintable(next.text())); // who is there and what is told says little of the work
    QVERIFY(feed.line(u"/hyp the pool is exhausted"_s));
    QVERIFY(feed.line(u"/confirmed #H1 seen in the log"_s));
    QCOMPARE(next.text(), u"Next: go on with “/phase triage”, the work is beyond “1 Detection & Alert”."_s);
    for (const QString &id : {u"triage"_s, u"assemble"_s, u"initial_comms"_s})
        QVERIFY(feed.line(u"/phase "_s + id));
    QVERIFY2(next.text().contains(u"/phase investigation"_s), qPrintable(next.text()));
    QVERIFY(feed.line(u"/phase investigation"_s));
    QVERIFY2(!next.text().contains(u"beyond"_s), qPrintable(next.text()));
    // Where it does not hurt any more, the end is near.
    QVERIFY(feed.line(u"/impact start"_s));
    QVERIFY(feed.line(u"/impact end"_s));
    QVERIFY2(next.text().contains(u"/phase mitigation"_s), qPrintable(next.text()));
}

void TestNextStep::aPhaseThatIsDoneLeadsOn()
{
    MemoryFeed feed(u"severity-ladder"_s, u"4"_s);
    NextStep next(feed);
    for (const QString &line : {u"/claim"_s, u"/check lad.assess 1"_s})
        QVERIFY(feed.line(line));
    QVERIFY2(next.text().contains(u"Estimate scope"_s), qPrintable(next.text()));
    QVERIFY(feed.line(u"/draft lad.scope scope=login impact=all"_s));
    QCOMPARE(next.text(), u"Next: all of “1 Detection & Alerting” is done. Go on to “2 Response & Mitigation”, with “/phase "
                          u"response”."_s);
    QVERIFY(feed.line(u"/phase response"_s));
    QVERIFY2(!next.text().isEmpty() && !next.text().contains(u"is done"_s), qPrintable(next.text()));
}

void TestNextStep::whoeverTakesOverSaysSo_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("first"); // what "Next" says once it is offered
    QTest::addColumn<QString>("then");  // what is done about it
    const QString take = u"Next: say that you have command, with /ihavecommand."_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << take << QString();
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << take << QString();
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << take << QString();
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s
                                   << u"Next: say whether you can take over, with /able or /decline."_s << u"/able"_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s
                                     << u"Next: begin to look over their shoulder, with /shadow."_s << u"/shadow"_s;
}

// By an offer alone: most processes have no step at which the one who goes says so.
void TestNextStep::whoeverTakesOverSaysSo()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, first);
    QFETCH(QString, then);
    MemoryFeed feed(process, severity, u"bo"_s);
    NextStep next(feed);
    QVERIFY(feed.line(u"/role @ana "_s + feed.process().commander()->id, u"ana"_s));
    QVERIFY2(next.text() != first, qPrintable(next.text()));
    QVERIFY(feed.line(u"/handover @bo"_s, u"ana"_s));
    QCOMPARE(next.text(), first);
    if (!then.isEmpty()) {
        QVERIFY(feed.line(then));
        QVERIFY2(next.text() != first, qPrintable(next.text()));
    } else {
        QVERIFY(feed.line(u"/ihavecommand"_s));
        QVERIFY2(next.text() != first, qPrintable(next.text()));
    }
}

void TestNextStep::afterShadowingAndTheReportToo()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s, u"bo"_s);
    NextStep next(feed);
    const QString take = u"Next: say that you have command, with /ihavecommand."_s;
    QVERIFY(feed.line(u"/claim"_s, u"ana"_s));
    QVERIFY(feed.line(u"/handover @bo"_s, u"ana"_s));
    QVERIFY(feed.line(u"/shadow"_s));
    feed.advance(Span::minutes(16));
    QVERIFY2(next.text() != take, qPrintable(next.text()));
    QVERIFY(feed.line(u"/sitrep all is quiet"_s, u"ana"_s));
    QVERIFY2(next.text() != take, qPrintable(next.text()));
    QVERIFY(feed.line(u"/handing"_s, u"ana"_s));
    QCOMPARE(next.text(), take);
}

void TestNextStep::laterTheMostUrgentOfMine()
{
    MemoryFeed feed(u"severity-ladder"_s, u"4"_s);
    NextStep next(feed);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @ana restart pod A +12m"_s));
    QVERIFY(feed.line(u"/action @ana look at the cache +13m"_s));
    feed.advance(Span::minutes(12));
    feed.advance(Span::seconds(30));
    // The first of them is the alert beside it: what that says is not said twice.
    QVERIFY2(next.text().contains(u"look at the cache"_s), qPrintable(next.text()));
    feed.advance(Span::minutes(4));
    QVERIFY2(next.text().contains(u"look at the cache, late by 3 minute"_s), qPrintable(next.text()));
    QVERIFY(feed.line(u"/done #A1 fine"_s));
    QVERIFY2(!next.text().contains(u"restart pod A"_s) && !next.text().contains(u"look at the cache"_s), qPrintable(next.text()));
    QVERIFY2(!next.text().isEmpty(), "the list goes on");
}

void TestNextStep::adviceIsNoStepWhileThereIsOne()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV2"_s);
    NextStep next(feed);
    QVERIFY(feed.line(u"/claim"_s));
    const auto saysSomething = [](const RunningClock &clock) {
        return clock.advice() && clock.state == RunningClock::State::Due;
    };
    for (int minute = 0; minute < 30; ++minute) {
        feed.advance(Span::minutes(1));
        QVERIFY(std::any_of(feed.clocks().begin(), feed.clocks().end(), saysSomething));
        QVERIFY2(!next.text().contains(u"absolute authority"_s), qPrintable(next.text()));
    }
}

void TestNextStep::othersHaveOtherSteps()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s, u"cy"_s);
    NextStep next(feed);
    QVERIFY(feed.line(u"/role @bo ic"_s));
    QVERIFY2(!next.text().contains(u"Zoom"_s), qPrintable(next.text()));
    QVERIFY(feed.line(u"/role @cy cl"_s));
    QCOMPARE(next.text(), u"Next: Acknowledge role."_s);
    QVERIFY(feed.line(u"/check sre.cl 1"_s));
    QCOMPARE(next.text(), u"Next: Draft internal update, with /draft."_s);
}

void TestNextStep::isToldOncePerChange()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    NextStep next(feed);
    QSignalSpy changed(&next, &NextStep::textChanged);
    feed.advance(Span::seconds(1));
    QVERIFY(feed.line(u"/note seen"_s));
    QCOMPARE(changed.size(), 0);
    QVERIFY(feed.line(u"/claim"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), next.text());
}

void TestNextStep::aResolvedIncidentIsToBeClosed()
{
    MemoryFeed feed(u"helpdeskflow"_s, u"P0"_s, u"Bo"_s);
    NextStep next(feed);
    test::resolveHelpdesk(feed);
    QVERIFY(feed.state().resolvedAt.isSet());
    QCOMPARE(next.text(), u"Next, before it can be closed: The internal debrief with SRE, engineering, support and product was "
                          u"held, with “/held debrief who=…”."_s);
    MemoryFeed small(u"severity-ladder"_s, u"4"_s);
    NextStep last(small);
    test::does(small, {u"/claim"_s, u"/role @ana tech_lead"_s});
    test::does(small, {u"/gate lad.verify 1 seen"_s, u"/gate lad.verify 2 seen"_s, u"/gate lad.verify 3 seen"_s}, u"ana"_s);
    test::does(small, {u"/resolve"_s});
    QVERIFY(small.state().resolvedAt.isSet());
    // What is due is the alert.
    QCOMPARE(last.text(), u"Next, still missing: Root cause, Impact summary (users/transactions affected), Next steps (follow-up "
                          u"actions), with /field."_s);
    test::does(small, {u"/field root_cause=\"a bad deploy\" impact_summary=few next_steps=\"canary first\""_s});
    QCOMPARE(last.text(), u"Next, before it can be closed: An action item for prevention, with “/item tag=prevention”."_s);
    for (const RunningClock &clock : QList<RunningClock>(small.clocks())) {
        if (clock.text.startsWith(u"Draft the record"_s))
            test::does(small, {u"/escalate "_s + clock.rule});
    }
    QCOMPARE(last.text(), u"Next, before it can be closed: An action item for prevention, with “/item tag=prevention”."_s);
    for (const QString &tag : {u"prevention"_s, u"documentation"_s, u"monitoring"_s})
        test::does(small, {u"/item Mend %1 owner=ana due=2031-06-11 tag=%1 ticket=OPS-1"_s.arg(tag)});
    QCOMPARE(last.text(), u"Next: write “What Happened” (Root Cause Analysis), or close the incident without it, with /close."_s);
    for (const QString &section : {u"What Happened"_s, u"Contributing Factors"_s, u"Systemic Issues"_s})
        test::does(small, {u"/review rca section=\"%1\" a probe was wrong"_s.arg(section)});
    QCOMPARE(last.text(), u"Next: close the incident, with /close."_s);
    QVERIFY(small.line(u"/close"_s));
    QCOMPARE(last.text(), QString());
}

void TestNextStep::whatIsStillOpenForOthersComesFirst()
{
    MemoryFeed feed(u"severity-ladder"_s, u"4"_s);
    NextStep next(feed);
    test::does(feed, {u"/claim"_s, u"/role @ana tech_lead"_s, u"/action @dev watch the queue +10m"_s});
    test::does(feed, {u"/gate lad.verify 1 seen"_s, u"/gate lad.verify 2 seen"_s, u"/gate lad.verify 3 seen"_s}, u"ana"_s);
    test::does(feed, {u"/resolve root_cause=deploy impact_summary=few next_steps=canary"_s});
    QCOMPARE(next.text(), u"Next, still open: no answer to A1 (dev)."_s);
    test::does(feed, {u"/ack #A1"_s}, u"dev"_s);
    QCOMPARE(next.text(), u"Next, still open: not reported done: A1 (dev)."_s);
    test::does(feed, {u"/done #A1 falls"_s}, u"dev"_s);
    // The record to draft is the alert's.
    const QString closing = u"Next, before it can be closed: An action item for prevention, with “/item tag=prevention”."_s;
    QCOMPARE(next.text(), closing);
    next.endDrill(); // a drill ends where a real incident goes on
    QCOMPARE(next.text(), u"The drill stops here. In a real incident: "_s + closing);
}

void TestNextStep::nothingIsNextOnceItIsOver()
{
    MemoryFeed feed(u"severity-ladder"_s, u"1"_s);
    NextStep next(feed);
    QVERIFY(!next.text().isEmpty());
    QVERIFY(feed.line(u"/withdraw a test"_s));
    QCOMPARE(next.text(), QString());
}

QTEST_GUILESS_MAIN(TestNextStep)
#include "tst_nextstep.moc"
