// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockrules.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

using State = RunningClock::State;
using Kind = RunningClock::Kind;

/// Cadences, rungs, call-backs, snoozes, and the order of all clocks.
class TestRestartingClocks : public QObject
{
    Q_OBJECT
private slots:
    void cadenceRestarts();
    void cadenceFirstAndOverride();
    void cadenceBySeverity();
    void cadenceOfCheckIns();
    void cadenceOfProcess();
    void rungsComeDue();
    void rungIsTakenOnce();
    void aRungIsTakenByTheRecordItAsksFor();
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

void TestRestartingClocks::cadenceRestarts()
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

void TestRestartingClocks::cadenceFirstAndOverride()
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

void TestRestartingClocks::cadenceBySeverity()
{
    ClockRig rig;
    rig.process.cadences = {
        cadence("upd", CadenceKind::Update, "public", {{}, {{u"S1"_s, window("15m")}, {u"S4"_s, window("eod")}}})};
    QCOMPARE(rig.clock(u"upd"_s, m(1)).late, after(m(15)));
    rig.severity(u"S4"_s, m(2));
    QCOMPARE(rig.clock(u"upd"_s, m(3)).late, *Instant::fromRfc3339(u"2025-03-03T17:00:00Z"_s));
}

void TestRestartingClocks::cadenceOfCheckIns()
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

void TestRestartingClocks::cadenceOfProcess()
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

void TestRestartingClocks::rungsComeDue()
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

void TestRestartingClocks::rungIsTakenOnce()
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

// The record is the deed: a line that says it was written is not asked for as well, and does not stand for it.
void TestRestartingClocks::aRungIsTakenByTheRecordItAsksFor()
{
    const auto draft = [](const QString &form) {
        EffectSpec effect;
        effect.kind = EffectKind::Draft;
        effect.text = form;
        return effect;
    };
    ClockRig rig;
    const Moment war{MomentKind::PhaseEntered, u"war"_s};
    rig.process.ladders = {ladder("tell", war, {{Duration::seconds(0), {draft(u"first"_s)}}}),
                           ladder("both", war, {{Duration::seconds(0), {draft(u"first"_s), page("a")}}})};
    const auto written = [&](const QString &form, Span at) {
        rig.event(u"update.drafted"_s, at,
                  {{u"target"_s, u"announcement"_s},
                   {u"audience"_s, QString()},
                   {u"state"_s, QString()},
                   {u"fields"_s, QJsonObject()},
                   {u"text"_s, u"t"_s},
                   {u"hash"_s, u"h"_s},
                   {u"posted"_s, true},
                   {u"forms"_s, QJsonArray{form}}});
    };
    written(u"first"_s, m(1)); // before it was asked for
    rig.moved(u"war"_s, m(2));
    QCOMPARE(rig.clock(u"tell/1"_s, m(3)).state, State::Due);
    QCOMPARE(rig.clock(u"both/1"_s, m(3)).effects.size(), 2);
    written(u"other"_s, m(3));
    QCOMPARE(rig.clock(u"tell/1"_s, m(4)).state, State::Due);
    written(u"first"_s, m(4));
    QVERIFY(rig.clock(u"tell/1"_s, m(5)).id.isEmpty());
    const RunningClock left = rig.clock(u"both/1"_s, m(5));
    QCOMPARE(left.effects.size(), 1);
    QCOMPARE(left.effects.first().who, QStringList{u"a"_s});
    QVERIFY2(!left.text.contains(u"first"_s), qPrintable(left.text));
}

void TestRestartingClocks::rungWaitsForItsCondition()
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

void TestRestartingClocks::rungPerAlert()
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

void TestRestartingClocks::nothingThatLastsUntilTheEndBeginsAfterIt()
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

void TestRestartingClocks::promptIsNeverLate()
{
    ClockRig rig;
    rig.process.ladders = {ladder("say", declared, {{Duration::seconds(0), {prompt("Blameless")}}})};
    const RunningClock clock = rig.clock(u"say/1"_s, Span::hours(9));
    QCOMPARE(clock.state, State::Due);
    QVERIFY(!clock.late.isSet());
    QCOMPARE(clock.text, u"Blameless"_s);
}

void TestRestartingClocks::orderCallBack()
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

void TestRestartingClocks::shadowing()
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

void TestRestartingClocks::snoozing()
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

void TestRestartingClocks::withdrawnHasNone()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, always("15m"))};
    rig.event(u"incident.withdrawn"_s, m(1), {{u"why"_s, u"false alarm"_s}});
    QVERIFY(rig.clocks(m(2)).isEmpty());
    QVERIFY(runningClocks({}, rig.process, start()).isEmpty());
}

void TestRestartingClocks::mostUrgentFirst()
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

void TestRestartingClocks::nextChangeIsNext()
{
    ClockRig rig;
    rig.process.deadlines = {deadline("first", updateSent, declared, always("15m..30m"))};
    QCOMPARE(nextChange(rig.clocks({}), after({})), after(m(15)));
    const Instant next = nextChange(rig.clocks(m(15)), after(m(15)));
    QCOMPARE(runningClocks(rig.state, rig.process, next - Span::micros(1)).value(0).state, State::Due);
    QCOMPARE(runningClocks(rig.state, rig.process, next).value(0).state, State::Late);
    QVERIFY(!nextChange(rig.clocks(m(40)), after(m(40))).isSet());
}

QTEST_APPLESS_MAIN(TestRestartingClocks)
#include "tst_restartingclocks.moc"
