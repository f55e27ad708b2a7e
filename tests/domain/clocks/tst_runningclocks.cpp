// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockrules.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

using State = RunningClock::State;
using Kind = RunningClock::Kind;

/// Deadlines: from moment to moment.
class TestRunningClocks : public QObject
{
    Q_OBJECT
private slots:
    void deadlineState_data();
    void deadlineState();
    void deadlineMet_data();
    void deadlineMet();
    void deadlineBySeverity();
    void deadlineSooner();
    void deadlineBusinessHours();
    void deadlineWhen();
    void deadlineEndsWithItsScope();
    void deadlineOfReopened();
    void deadlinePerOrder();
    void deadlinePerActionItem();
    void deadlineOfClearedAlert();
    void earliestDeadlineCounts();
    void lateDeadlineHasEffects();
    void handoverDoesNotRelieveItself();
    void clockOfClearedFlagAndLeftRole();
};

void TestRunningClocks::deadlineState_data()
{
    QTest::addColumn<QString>("within");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const char *within, int seconds, State state) {
        QTest::newRow(name) << QString::fromLatin1(within) << seconds << int(state);
    };
    row("range before due", "15m..30m", 899, State::Running);
    row("range at due", "15m..30m", 900, State::Due);
    row("range at its end", "15m..30m", 1800, State::Due);
    row("range after its end", "15m..30m", 1801, State::Late);
    row("value: two minutes before", "15m", 780, State::Due);
    row("value: earlier", "15m", 779, State::Running);
    row("value: at its end", "15m", 900, State::Due);
    row("value: after its end", "15m", 901, State::Late);
    row("now", "now", 301, State::Late);
}

void TestRunningClocks::deadlineState()
{
    QFETCH(QString, within);
    QFETCH(int, seconds);
    QFETCH(int, state);
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, {*Window::fromText(within), {}})};
    QCOMPARE(int(rig.clock(u"first"_s, Span::seconds(seconds)).state), state);
}

void TestRunningClocks::deadlineMet_data()
{
    QTest::addColumn<int>("sentAt");
    QTest::addColumn<int>("state");
    QTest::newRow("in time") << 14 << int(State::Met);
    QTest::newRow("at the end") << 15 << int(State::Met);
    QTest::newRow("too late") << 16 << int(State::MetLate);
    QTest::newRow("older than its anchor") << -1 << int(State::Late);
}

void TestRunningClocks::deadlineMet()
{
    QFETCH(int, sentAt);
    QFETCH(int, state);
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, always("15m"))};
    rig.sent(u"internal"_s, m(1));
    rig.sent(u"public"_s, m(sentAt));
    const RunningClock clock = rig.clock(u"first"_s, m(40));
    QCOMPARE(int(clock.state), state);
    QCOMPARE(clock.doneAt.isSet(), sentAt >= 0);
}

void TestRunningClocks::deadlineBySeverity()
{
    ClockRig rig{QString()};
    rig.process.deadlines = {deadline("first", updateSent, declared, {{}, {{u"S1"_s, window("15m")}, {u"S2"_s, window("1h")}}})};
    QVERIFY(rig.clocks(m(1)).isEmpty());
    rig.severity(u"S2"_s, m(10));
    QCOMPARE(rig.clock(u"first"_s, m(20)).late, after(m(60)));
    rig.severity(u"S1"_s, m(21));
    const RunningClock raised = rig.clock(u"first"_s, m(22));
    QCOMPARE(raised.anchor, after({}));
    QCOMPARE(raised.late, after(m(15)));
    QCOMPARE(raised.state, State::Late);
    rig.severity(u"S3"_s, m(23));
    QVERIFY(rig.clocks(m(24)).isEmpty());
}

void TestRunningClocks::deadlineSooner()
{
    ClockRig rig;
    DeadlineRule rule = deadline("first", updateSent, declared, always("15m"));
    Cond reported;
    reported.tests = {FactTest{{Fact::ReportsCustomer, {}}, {}, 1.0, {}}};
    rule.sooner = DeadlineRule::Sooner{reported, window("now")};
    rig.process.deadlines = {rule};
    QCOMPARE(rig.clock(u"first"_s, m(2)).late, after(m(15)));
    rig.event(u"report.received"_s, m(2), {{u"text"_s, u"cannot pay"_s}, {u"fields"_s, QJsonObject()}});
    QCOMPARE(rig.clock(u"first"_s, m(3)).late, after(m(5)));
}

void TestRunningClocks::deadlineBusinessHours()
{
    ClockRig rig;
    DeadlineRule rule = deadline("fix", {MomentKind::Resolved, {}}, declared, always("10h"));
    rule.hours = Hours::Business;
    rig.process.deadlines = {rule};
    // Monday 10:00 and ten open hours: seven on Monday, three on Tuesday.
    QCOMPARE(rig.clock(u"fix"_s, m(1)).late, *Instant::fromRfc3339(u"2025-03-04T12:00:00Z"_s));
}

void TestRunningClocks::deadlineWhen()
{
    ClockRig rig;
    DeadlineRule rule = deadline("first", updateSent, declared, always("15m"));
    rule.rule.when = factIs(Fact::Flag, u"pii"_s);
    rig.process.deadlines = {rule};
    QVERIFY(rig.clocks(m(1)).isEmpty());
    rig.event(u"flag.set"_s, m(2), {{u"flag"_s, u"pii"_s}});
    QCOMPARE(rig.clocks(m(3)).size(), 1);
}

void TestRunningClocks::deadlineEndsWithItsScope()
{
    ClockRig rig;
    DeadlineRule draft = deadline("draft", {MomentKind::ReviewDrafted, u"pm"_s}, {MomentKind::Resolved, {}}, always("24h"));
    draft.rule.scope = Scope::Review;
    rig.process.deadlines = {deadline("script", updateSent, declared, always("30m")), draft,
                             deadline("told", {MomentKind::UpdateSent, u"execs"_s}, {MomentKind::Resolved, {}}, always("1h"))};
    QCOMPARE(rig.clocks(m(1)).size(), 1);
    rig.event(u"incident.resolved"_s, m(10));
    QVERIFY(rig.clock(u"script"_s, m(11)).id.isEmpty());
    QCOMPARE(rig.clock(u"draft"_s, m(11)).late, after(m(10) + Span::hours(24)));
    QCOMPARE(rig.clock(u"told"_s, m(11)).late, after(m(70)));
    rig.event(u"incident.closed"_s, m(20));
    QVERIFY(rig.clock(u"told"_s, m(21)).id.isEmpty());
    QVERIFY(rig.clock(u"draft"_s, m(21)).running());
}

void TestRunningClocks::deadlineOfReopened()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("fix", {MomentKind::Resolved, {}}, declared, always("2h"))};
    rig.event(u"incident.resolved"_s, m(60));
    QCOMPARE(rig.clock(u"fix"_s, m(70)).state, State::Met);
    rig.event(u"incident.reopened"_s, m(80));
    QCOMPARE(rig.clock(u"fix"_s, m(121)).state, State::Late);
    rig.event(u"incident.resolved"_s, m(130));
    QCOMPARE(rig.clock(u"fix"_s, m(131)).state, State::MetLate);
}

void TestRunningClocks::deadlinePerOrder()
{
    ClockRig rig;
    DeadlineRule rule = deadline("acks", {MomentKind::OrderAcked, {}}, {MomentKind::OrderGiven, {}}, always("2m"));
    rule.owner = {u"owner"_s};
    rig.process.deadlines = {rule};
    const QString first = rig.event(u"order.given"_s, m(1), {{u"owner"_s, u"Bo"_s}, {u"text"_s, u"check logs"_s}});
    rig.event(u"order.given"_s, m(2), {{u"owner"_s, u"Cy"_s}, {u"text"_s, u"check lag"_s}});
    const QString third = rig.event(u"order.given"_s, m(2), {{u"owner"_s, u"Di"_s}, {u"text"_s, u"never mind"_s}});
    rig.event(u"order.acknowledged"_s, m(2), {{u"order"_s, first}});
    rig.event(u"order.cancelled"_s, m(3), {{u"order"_s, third}});
    QCOMPARE(rig.clock(u"acks/A1"_s, m(5)).state, State::Met);
    const RunningClock second = rig.clock(u"acks/A2"_s, m(5));
    QCOMPARE(second.state, State::Late);
    QCOMPARE(second.owner, QStringList{u"Cy"_s});
    QCOMPARE(second.item, u"A2"_s);
    QVERIFY(rig.clock(u"acks/A3"_s, m(5)).id.isEmpty());
}

void TestRunningClocks::deadlinePerActionItem()
{
    ClockRig rig;
    rig.process.calendar.sprintDays = 14;
    DeadlineRule rule = deadline("items", {MomentKind::ActionItemDone, {}}, {MomentKind::ActionItemCreated, {}}, always("1sp"));
    rule.rule.scope = Scope::Review;
    rule.owner = {u"owner"_s};
    rig.process.deadlines = {rule};
    rig.event(u"incident.resolved"_s, m(10));
    const QString item = rig.event(u"actionItem.added"_s, m(20),
                                   {{u"text"_s, u"alert on lag"_s}, {u"fields"_s, QJsonObject{{u"owner"_s, u"Bo"_s}}}});
    rig.event(u"incident.closed"_s, m(30));
    RunningClock clock = rig.clock(u"items/I1"_s, m(40));
    QCOMPARE(clock.late, after(m(20) + Span::days(14)));
    QCOMPARE(clock.owner, QStringList{u"Bo"_s});
    rig.event(u"actionItem.done"_s, Span::days(15), {{u"item"_s, item}});
    QCOMPARE(rig.clock(u"items/I1"_s, Span::days(16)).state, State::MetLate);
}

void TestRunningClocks::deadlineOfClearedAlert()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("ack", {MomentKind::Acknowledged, {}}, {MomentKind::AlertFired, {}}, always("15m"))};
    const auto fire = [&](const QString &name) {
        return rig.event(u"alert.fired"_s, m(1), {{u"name"_s, name}, {u"fingerprint"_s, name}, {u"labels"_s, QJsonObject()}});
    };
    const QString first = fire(u"lag"_s);
    const QString second = fire(u"errors"_s);
    rig.event(u"alert.acknowledged"_s, m(2), {{u"alert"_s, first}});
    QCOMPARE(rig.clock(u"ack/L1"_s, m(3)).state, State::Met);
    QCOMPARE(rig.clock(u"ack/L2"_s, m(3)).state, State::Running);
    rig.event(u"alert.cleared"_s, m(4), {{u"alert"_s, second}});
    QVERIFY(rig.clock(u"ack/L2"_s, m(5)).id.isEmpty());
}

void TestRunningClocks::earliestDeadlineCounts()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("slow", updateSent, declared, always("1h")),
                             deadline("quick", updateSent, declared, always("15m")),
                             deadline("other", {MomentKind::UpdateSent, u"execs"_s}, declared, always("2h"))};
    const QList<RunningClock> clocks = rig.clocks(m(1));
    QCOMPARE(clocks.size(), 2);
    QCOMPARE(clocks.first().id, u"quick"_s);
}

void TestRunningClocks::lateDeadlineHasEffects()
{
    ClockRig rig;
    DeadlineRule rule = deadline("first", updateSent, declared, always("15m"));
    rule.late = {page("manager")};
    rig.process.deadlines = {rule};
    QVERIFY(rig.clock(u"first"_s, m(15)).effects.isEmpty());
    QCOMPARE(rig.clock(u"first"_s, m(16)).effects.size(), 1);
}

void TestRunningClocks::handoverDoesNotRelieveItself()
{
    ClockRig rig;
    rig.process.deadlines = {
        deadline("relief", {MomentKind::HandoverDone, u"ic"_s}, {MomentKind::RoleTaken, u"ic"_s}, always("3h..4h"))};
    rig.took(u"Ana"_s, u"ic"_s, m(0));
    QCOMPARE(rig.clock(u"relief"_s, m(180)).state, State::Due);
    QCOMPARE(rig.clock(u"relief"_s, m(241)).state, State::Late);
    const QJsonObject body{{u"role"_s, u"ic"_s}, {u"from"_s, u"Ana"_s}, {u"to"_s, u"Bo"_s}};
    rig.event(u"handover.offered"_s, m(200), body);
    rig.event(u"handover.accepted"_s, m(230), body);
    const RunningClock next = rig.clock(u"relief"_s, m(241));
    QCOMPARE(next.anchor, after(m(230)));
    QCOMPARE(next.state, State::Running);
    QCOMPARE(rig.clock(u"relief"_s, m(230 + 241)).state, State::Late);
}

void TestRunningClocks::clockOfClearedFlagAndLeftRole()
{
    ClockRig rig;
    rig.process.deadlines = {
        deadline("relief", {MomentKind::HandoverDone, u"ic"_s}, {MomentKind::RoleTaken, u"ic"_s}, always("4h")),
        deadline("fill", {MomentKind::RoleTaken, u"ic"_s}, {MomentKind::RoleVacant, u"ic"_s}, always("5m"))};
    rig.process.ladders = {ladder("pii", {MomentKind::FlagSet, u"pii"_s}, {{Duration::seconds(0), {page("privacy")}}})};
    rig.took(u"Ana"_s, u"ic"_s, m(1));
    rig.event(u"flag.set"_s, m(1), {{u"flag"_s, u"pii"_s}});
    QCOMPARE(rig.clocks(m(2)).size(), 2);
    rig.event(u"flag.cleared"_s, m(3), {{u"flag"_s, u"pii"_s}});
    rig.event(u"role.left"_s, m(3), {{u"role"_s, u"ic"_s}, {u"person"_s, u"Ana"_s}});
    const QList<RunningClock> clocks = rig.clocks(m(4));
    QCOMPARE(clocks.size(), 1);
    QCOMPARE(clocks.first().id, u"fill"_s);
    rig.took(u"Bo"_s, u"ic"_s, m(5));
    QCOMPARE(rig.clock(u"fill"_s, m(6)).state, State::Met);
    QCOMPARE(rig.clock(u"relief"_s, m(6)).anchor, after(m(5)));
}

QTEST_APPLESS_MAIN(TestRunningClocks)
#include "tst_runningclocks.moc"
