// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockrig.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

using State = RunningClock::State;
using Kind = RunningClock::Kind;

namespace {

Span m(int n)
{
    return Span::minutes(n);
}

DeadlineRule deadline(const char *id, const Moment &done, const Moment &from, const PerSeverity &within)
{
    DeadlineRule rule;
    rule.rule = envelope(id);
    rule.done = done;
    rule.after = from;
    rule.within = within;
    rule.owner = {u"cl"_s};
    return rule;
}

CadenceRule cadence(const char *id, CadenceKind item, const char *arg, const PerSeverity &every)
{
    CadenceRule rule;
    rule.rule = envelope(id);
    rule.item = item;
    rule.arg = QString::fromLatin1(arg);
    rule.every = every;
    rule.from = Moment{MomentKind::Declared, {}};
    rule.until = Moment{MomentKind::Resolved, {}};
    return rule;
}

EffectSpec page(const char *who)
{
    EffectSpec effect;
    effect.kind = EffectKind::Page;
    effect.who = {QString::fromLatin1(who)};
    return effect;
}

EffectSpec prompt(const char *text)
{
    EffectSpec effect;
    effect.kind = EffectKind::Prompt;
    effect.text = QString::fromLatin1(text);
    return effect;
}

LadderRule ladder(const char *id, const Moment &from, const QList<Rung> &rungs)
{
    LadderRule rule;
    rule.rule = envelope(id);
    rule.from = from;
    rule.until = Moment{MomentKind::Resolved, {}};
    rule.rungs = rungs;
    return rule;
}

Cond factIs(Fact fact, const QString &value)
{
    Cond cond;
    cond.tests = {FactTest{{fact, {}}, {value}, {}, {}}};
    return cond;
}

const Moment declared{MomentKind::Declared, {}};
const Moment updateSent{MomentKind::UpdateSent, u"public"_s};

} // namespace

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
    void cadenceRestarts();
    void cadenceFirstAndOverride();
    void cadenceBySeverity();
    void cadenceOfCheckIns();
    void cadenceOfProcess();
    void rungsComeDue();
    void rungIsTakenOnce();
    void rungWaitsForItsCondition();
    void rungPerAlert();
    void nothingThatLastsUntilTheEndBeginsAfterIt();
    void promptIsNeverLate();
    void orderCallBack();
    void shadowing();
    void snoozing();
    void withdrawnHasNone();
    void mostUrgentFirst();
    void nextChangeIsNext();
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

void TestRunningClocks::cadenceRestarts()
{
    ClockRig rig;
    rig.process.cadences = {cadence("upd", CadenceKind::Update, "public", always("15m..30m"))};
    QCOMPARE(rig.clock(u"upd"_s, m(15)).state, State::Due);
    QCOMPARE(rig.clock(u"upd"_s, m(31)).state, State::Late);
    rig.sent(u"public"_s, m(20));
    QCOMPARE(rig.clock(u"upd"_s, m(31)).state, State::Running);
    QCOMPARE(rig.clock(u"upd"_s, m(51)).state, State::Late);
    rig.event(u"incident.resolved"_s, m(52));
    QVERIFY(rig.clocks(m(53)).isEmpty());
    rig.event(u"incident.reopened"_s, m(60));
    QCOMPARE(rig.clock(u"upd"_s, m(61)).anchor, after(m(20)));
}

void TestRunningClocks::cadenceFirstAndOverride()
{
    ClockRig rig;
    CadenceRule rule = cadence("upd", CadenceKind::Update, "public", always("1h"));
    rule.first = always("10m");
    rig.process.cadences = {rule};
    QCOMPARE(rig.clock(u"upd"_s, m(1)).late, after(m(10)));
    rig.sent(u"public"_s, m(5));
    QCOMPARE(rig.clock(u"upd"_s, m(6)).late, after(m(65)));
    rig.event(u"cadence.set"_s, m(7), {{u"item"_s, u"update/public"_s}, {u"everyUs"_s, m(20).us}});
    const RunningClock set = rig.clock(u"upd"_s, m(8));
    QCOMPARE(set.late, after(m(25)));
    QCOMPARE(set.due, after(m(23)));
    QCOMPARE(set.anchor, after(m(5)));
}

void TestRunningClocks::cadenceBySeverity()
{
    ClockRig rig;
    rig.process.cadences = {
        cadence("upd", CadenceKind::Update, "public", {{}, {{u"S1"_s, window("15m")}, {u"S4"_s, window("eod")}}})};
    QCOMPARE(rig.clock(u"upd"_s, m(1)).late, after(m(15)));
    rig.severity(u"S4"_s, m(2));
    QCOMPARE(rig.clock(u"upd"_s, m(3)).late, *Instant::fromRfc3339(u"2025-03-03T17:00:00Z"_s));
}

void TestRunningClocks::cadenceOfCheckIns()
{
    ClockRig rig;
    CadenceRule rule = cadence("beat", CadenceKind::CheckIn, "", always("10m"));
    rule.from = Moment{MomentKind::PhaseEntered, u"war"_s};
    rig.process.cadences = {rule};
    QVERIFY(rig.clocks(m(1)).isEmpty());
    rig.moved(u"war"_s, m(2));
    QCOMPARE(rig.clock(u"beat"_s, m(3)).late, after(m(12)));
    rig.event(u"checkin.made"_s, m(8), {{u"who"_s, QJsonArray{u"Bo"_s}}});
    QCOMPARE(rig.clock(u"beat"_s, m(9)).late, after(m(18)));
}

void TestRunningClocks::cadenceOfProcess()
{
    ClockRig rig;
    CadenceRule rule = cadence("review", CadenceKind::ProcessReview, "", always("3mo"));
    rule.rule.scope = Scope::Process;
    rule.from.reset();
    rule.until.reset();
    rig.process.cadences = {rule};
    rig.process.reviewed = QDate(2025, 1, 15);
    QVERIFY(rig.clocks(m(1)).isEmpty());
    QCOMPARE(processClocks(rig.process, {}, start()).value(0).late, *Instant::fromRfc3339(u"2025-04-15T00:00:00Z"_s));
    rig.event(u"process.reviewed"_s, m(5));
    QCOMPARE(rig.clock(u"review"_s, m(6)).late, *Instant::fromRfc3339(u"2025-06-03T10:05:00Z"_s));
    QCOMPARE(processClocks(rig.process, {{u"process.reviewed"_s, after(m(5))}}, start()).value(0).late,
             *Instant::fromRfc3339(u"2025-06-03T10:05:00Z"_s));
}

void TestRunningClocks::rungsComeDue()
{
    ClockRig rig;
    rig.process.ladders = {
        ladder("half", declared, {{Duration::seconds(900), {page("a")}}, {Duration::seconds(1800), {page("b")}}})};
    QCOMPARE(rig.clock(u"half/1"_s, m(14)).state, State::Running);
    QCOMPARE(rig.clock(u"half/1"_s, m(15)).state, State::Due);
    QCOMPARE(rig.clock(u"half/1"_s, m(21)).state, State::Late);
    const RunningClock second = rig.clock(u"half/2"_s, m(15));
    QCOMPARE(second.state, State::Running);
    QCOMPARE(second.rung, 1);
    QCOMPARE(second.due, after(m(30)));
    QCOMPARE(second.effects.value(0).who, QStringList{u"b"_s});
    rig.event(u"incident.resolved"_s, m(16));
    QVERIFY(rig.clocks(m(17)).isEmpty());
}

void TestRunningClocks::rungIsTakenOnce()
{
    ClockRig rig;
    LadderRule rule = ladder("stuck", {MomentKind::PhaseEntered, u"war"_s},
                             {{Duration::seconds(0), {page("a")}}, {Duration::seconds(60), {page("b")}}});
    rig.process.ladders = {rule};
    rig.moved(u"war"_s, m(1));
    const auto mark = [&](const QString &type, int rung, Span at, Span anchor) {
        rig.event(type, at,
                  {{u"ladder"_s, u"stuck"_s}, {u"rung"_s, rung}, {u"anchorUs"_s, after(anchor).us}, {u"why"_s, u"quiet"_s}});
    };
    mark(u"rung.taken"_s, 0, m(2), m(1));
    QVERIFY(rig.clock(u"stuck/1"_s, m(3)).id.isEmpty());
    QCOMPARE(rig.clock(u"stuck/2"_s, m(3)).state, State::Due);
    mark(u"rung.skipped"_s, 1, m(3), m(1));
    QVERIFY(rig.clocks(m(4)).isEmpty());
    rig.moved(u"calm"_s, m(5));
    rig.moved(u"war"_s, m(6));
    QCOMPARE(rig.clocks(m(7)).size(), 2);
}

void TestRunningClocks::rungWaitsForItsCondition()
{
    ClockRig rig(u"S2"_s);
    LadderRule rule = ladder("exec", declared, {{Duration::seconds(0), {page("execs")}}});
    rule.rule.when = factIs(Fact::Severity, u"S1"_s);
    rig.process.ladders = {rule};
    QVERIFY(rig.clocks(m(10)).isEmpty());
    rig.severity(u"S1"_s, m(11));
    QCOMPARE(rig.clock(u"exec/1"_s, m(16)).state, State::Due);
    QCOMPARE(rig.clock(u"exec/1"_s, m(11)).due, after(m(11)));
    QCOMPARE(rig.clock(u"exec/1"_s, m(17)).state, State::Late);
    rig.process.ladders.first().rule.when = factIs(Fact::ImpactSpreading, u"true"_s);
    rig.event(u"impact.stated"_s, m(20), {{u"field"_s, u"spreading"_s}, {u"value"_s, u"yes"_s}});
    QVERIFY(!rig.clock(u"exec/1"_s, m(60)).late.isSet());
}

void TestRunningClocks::rungPerAlert()
{
    ClockRig rig;
    LadderRule rule = ladder("noack", {MomentKind::AlertFired, {}}, {{Duration::seconds(900), {page("second")}}});
    rule.until = Moment{MomentKind::Acknowledged, {}};
    rig.process.ladders = {rule};
    const auto fire = [&](const QString &name, Span at) {
        return rig.event(u"alert.fired"_s, at, {{u"name"_s, name}, {u"fingerprint"_s, name}, {u"labels"_s, QJsonObject()}});
    };
    const QString first = fire(u"lag"_s, m(1));
    fire(u"errors"_s, m(4));
    fire(u"disk"_s, m(4));
    QCOMPARE(rig.clock(u"noack/L1/1"_s, m(16)).state, State::Due);
    QCOMPARE(rig.clock(u"noack/L2/1"_s, m(16)).state, State::Running);
    rig.event(u"alert.acknowledged"_s, m(16), {{u"alert"_s, first}});
    QVERIFY(rig.clock(u"noack/L1/1"_s, m(17)).id.isEmpty());
    rig.event(u"rung.taken"_s, m(20),
              {{u"ladder"_s, u"noack"_s}, {u"rung"_s, 0}, {u"anchorUs"_s, after(m(4)).us}, {u"item"_s, u"L2"_s}});
    QCOMPARE(rig.clocks(m(21)).size(), 1);
    QCOMPARE(rig.clocks(m(21)).first().id, u"noack/L3/1"_s);
}

void TestRunningClocks::nothingThatLastsUntilTheEndBeginsAfterIt()
{
    ClockRig rig;
    rig.process.defaults.progress = {u"finding"_s};
    rig.process.ladders = {ladder("stuck", {MomentKind::Progress, {}}, {{Duration::seconds(900), {page("second")}}})};
    rig.event(u"entry.posted"_s, m(5), {{u"kind"_s, u"finding"_s}, {u"text"_s, u"x"_s}});
    QCOMPARE(rig.clock(u"stuck/1"_s, m(6)).due, after(m(20)));
    rig.event(u"incident.resolved"_s, m(10), {});
    rig.event(u"entry.posted"_s, m(30), {{u"kind"_s, u"finding"_s}, {u"text"_s, u"the laboratory agrees"_s}});
    QVERIFY(rig.clock(u"stuck/1"_s, m(60)).id.isEmpty());
    rig.event(u"incident.reopened"_s, m(61), {});
    QVERIFY(!rig.clock(u"stuck/1"_s, m(62)).id.isEmpty());
}

void TestRunningClocks::promptIsNeverLate()
{
    ClockRig rig;
    rig.process.ladders = {ladder("say", declared, {{Duration::seconds(0), {prompt("Blameless")}}})};
    const RunningClock clock = rig.clock(u"say/1"_s, Span::hours(9));
    QCOMPARE(clock.state, State::Due);
    QVERIFY(!clock.late.isSet());
    QCOMPARE(clock.text, u"Blameless"_s);
}

void TestRunningClocks::orderCallBack()
{
    ClockRig rig;
    const QString order = rig.event(u"order.given"_s, m(1),
                                    {{u"owner"_s, u"Bo"_s}, {u"text"_s, u"restart pod A"_s}, {u"dueUs"_s, after(m(11)).us}});
    rig.event(u"order.given"_s, m(1), {{u"owner"_s, u"Bo"_s}, {u"text"_s, u"no time named"_s}});
    const RunningClock clock = rig.clock(u"order/A1"_s, m(9));
    QCOMPARE(clock.kind, Kind::Order);
    QCOMPARE(clock.state, State::Due);
    QCOMPARE(clock.owner, QStringList{u"Bo"_s});
    QCOMPARE(rig.clocks(m(9)).size(), 1);
    QCOMPARE(rig.clock(u"order/A1"_s, m(12)).state, State::Late);
    rig.event(u"order.extended"_s, m(12), {{u"order"_s, order}, {u"dueUs"_s, after(m(20)).us}});
    QCOMPARE(rig.clock(u"order/A1"_s, m(13)).state, State::Running);
    rig.event(u"order.done"_s, m(14), {{u"order"_s, order}, {u"result"_s, u"ok"_s}});
    QVERIFY(rig.clocks(m(15)).isEmpty());
}

void TestRunningClocks::shadowing()
{
    ClockRig rig;
    ListRule list;
    list.rule = envelope("hand");
    list.use = ListUse::Procedure;
    list.forKind = ListRule::For::Act;
    list.forAct = Act::HandoverAccept;
    ListItem shadow;
    shadow.text = u"Shadow"_s;
    shadow.wait = Duration::seconds(900);
    list.items = {shadow};
    rig.process.lists = {list};
    rig.took(u"Ana"_s, u"ic"_s, m(0));
    const QJsonObject body{{u"role"_s, u"ic"_s}, {u"from"_s, u"Ana"_s}, {u"to"_s, u"Bo"_s}};
    rig.event(u"handover.offered"_s, m(1), body);
    QVERIFY(rig.clocks(m(2)).isEmpty());
    rig.event(u"handover.shadowing"_s, m(2), body);
    const RunningClock clock = rig.clock(u"hand"_s, m(3));
    QCOMPARE(clock.kind, Kind::HandoverShadow);
    QCOMPARE(clock.due, after(m(17)));
    QCOMPARE(clock.owner, QStringList{u"Bo"_s});
    QCOMPARE(rig.clock(u"hand"_s, Span::hours(2)).state, State::Due);
    rig.event(u"handover.announced"_s, m(18), body);
    QVERIFY(rig.clocks(m(19)).isEmpty());
}

void TestRunningClocks::snoozing()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, always("15m"))};
    rig.event(u"clock.snoozed"_s, m(16),
              {{u"clock"_s, u"first"_s}, {u"untilUs"_s, after(m(21)).us}, {u"why"_s, u"writing it"_s}});
    const RunningClock clock = rig.clock(u"first"_s, m(17));
    QCOMPARE(clock.state, State::Snoozed);
    QCOMPARE(nextChange({clock}, after(m(17))), after(m(21)));
    QCOMPARE(rig.clock(u"first"_s, m(21)).state, State::Late);
}

void TestRunningClocks::withdrawnHasNone()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, always("15m"))};
    rig.event(u"incident.withdrawn"_s, m(1), {{u"why"_s, u"false alarm"_s}});
    QVERIFY(rig.clocks(m(2)).isEmpty());
    QVERIFY(runningClocks({}, rig.process, start()).isEmpty());
}

void TestRunningClocks::mostUrgentFirst()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("met", {MomentKind::UpdateSent, u"a"_s}, declared, always("5m")),
                             deadline("running", {MomentKind::UpdateSent, u"b"_s}, declared, always("2h")),
                             deadline("late", {MomentKind::UpdateSent, u"c"_s}, declared, always("10m")),
                             deadline("due", {MomentKind::UpdateSent, u"d"_s}, declared, always("10m..2h"))};
    rig.sent(u"a"_s, m(2));
    QStringList order;
    for (const RunningClock &clock : rig.clocks(m(20)))
        order.append(clock.id);
    QCOMPARE(order, (QStringList{u"late"_s, u"due"_s, u"running"_s, u"met"_s}));
}

void TestRunningClocks::nextChangeIsNext()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, always("15m..30m"))};
    QCOMPARE(nextChange(rig.clocks({}), after({})), after(m(15)));
    const Instant next = nextChange(rig.clocks(m(15)), after(m(15)));
    QCOMPARE(runningClocks(rig.state, rig.process, next - Span::micros(1)).value(0).state, State::Due);
    QCOMPARE(runningClocks(rig.state, rig.process, next).value(0).state, State::Late);
    QVERIFY(!nextChange(rig.clocks(m(40)), after(m(40))).isSet());
}

QTEST_APPLESS_MAIN(TestRunningClocks)
#include "tst_runningclocks.moc"
