// SPDX-License-Identifier: GPL-3.0-or-later
#include "../clocks/clockrig.h"
#include "report/compliance.h"
#include "report/metrics.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

using End = ClockRound::End;
using Verdict = RuleCompliance::Verdict;

namespace {

Span m(int n)
{
    return Span::minutes(n);
}

DeadlineRule firstUpdate(const PerSeverity &within)
{
    DeadlineRule rule;
    rule.rule = envelope("first");
    rule.done = {MomentKind::UpdateSent, u"public"_s};
    rule.after = {MomentKind::Declared, {}};
    rule.within = within;
    return rule;
}

CadenceRule updates(const char *every)
{
    CadenceRule rule;
    rule.rule = envelope("upd");
    rule.item = CadenceKind::Update;
    rule.arg = u"public"_s;
    rule.every = always(every);
    rule.from = Moment{MomentKind::Declared, {}};
    rule.until = Moment{MomentKind::Resolved, {}};
    return rule;
}

LadderRule pageFirst()
{
    LadderRule rule;
    rule.rule = envelope("page");
    rule.from = {MomentKind::Declared, {}};
    EffectSpec page;
    page.kind = EffectKind::Page;
    page.who = {u"oncall"_s};
    rule.rungs = {{Duration::seconds(0), {page}}};
    return rule;
}

AuthorityRule onlyByCl()
{
    AuthorityRule rule;
    rule.rule = envelope("voice");
    rule.acts = {Act::UpdateSend};
    rule.mode = AuthorityMode::Only;
    rule.who = {u"cl"_s};
    rule.rule.when.tests = {FactTest{{Fact::Audience, {}}, {u"public"_s}, {}, {}}};
    return rule;
}

QList<End> ends(const ClockRig &rig, const QString &rule, Span now)
{
    QList<End> list;
    for (const ClockRound &round : clockHistory(rig.events, rig.process, after(now))) {
        if (round.clock.rule == rule)
            list.append(round.end);
    }
    return list;
}

RuleCompliance lineOf(const ClockRig &rig, const QString &rule, Span now)
{
    for (const RuleCompliance &line : compliance(rig.events, rig.process, after(now))) {
        if (line.rule == rule)
            return line;
    }
    return {};
}

} // namespace

class TestCompliance : public QObject
{
    Q_OBJECT
private slots:
    void deadlineEnds_data();
    void deadlineEnds();
    void lateStaysLateAfterDowngrade();
    void writtenLaterIsInTime();
    void cadenceRounds();
    void rungIsTakenSkippedOrLate();
    void actsCountForTheirRules();
    void whatAGateMissedIsNotMet();
    void breachIsWorst();
    void recordsCount();
    void measures();
    void keepsAdherence();
};

void TestCompliance::deadlineEnds_data()
{
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("resolved");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("verdict");
    QTest::newRow("in time") << 10 << -1 << 60 << int(End::InTime) << int(Verdict::Met);
    QTest::newRow("late") << 20 << -1 << 60 << int(End::Late) << int(Verdict::Late);
    QTest::newRow("never, end passed") << -1 << -1 << 60 << int(End::Late) << int(Verdict::Late);
    QTest::newRow("still running") << -1 << -1 << 5 << int(End::Running) << int(Verdict::Open);
    QTest::newRow("resolved before") << -1 << 5 << 60 << int(End::Dropped) << int(Verdict::NotReached);
    QTest::newRow("resolved after its end") << -1 << 20 << 60 << int(End::Late) << int(Verdict::Late);
}

void TestCompliance::deadlineEnds()
{
    QFETCH(int, sent);
    QFETCH(int, resolved);
    QFETCH(int, now);
    ClockRig rig;
    rig.process.deadlines = {firstUpdate(always("15m"))};
    rig.event(u"entry.posted"_s, m(1), {{u"kind"_s, u"note"_s}, {u"text"_s, u"looking"_s}});
    if (sent >= 0)
        rig.sent(u"public"_s, m(sent));
    if (resolved >= 0)
        rig.event(u"incident.resolved"_s, m(resolved));
    QTEST(int(ends(rig, u"first"_s, m(now)).value(0)), "end");
    QTEST(int(lineOf(rig, u"first"_s, m(now)).verdict), "verdict");
}

void TestCompliance::lateStaysLateAfterDowngrade()
{
    ClockRig rig;
    rig.process.deadlines = {firstUpdate({{}, {{u"S1"_s, window("15m")}, {u"S2"_s, window("2h")}}})};
    rig.severity(u"S2"_s, m(20));
    rig.sent(u"public"_s, m(30));
    QCOMPARE(rig.clock(u"first"_s, m(40)).state, RunningClock::State::Met);
    QCOMPARE(ends(rig, u"first"_s, m(40)), QList<End>{End::Late});
}

void TestCompliance::writtenLaterIsInTime()
{
    ClockRig rig;
    rig.process.deadlines = {firstUpdate(always("15m"))};
    rig.sent(u"public"_s, m(10), m(25));
    QCOMPARE(ends(rig, u"first"_s, m(40)), QList<End>{End::InTime});
}

void TestCompliance::cadenceRounds()
{
    ClockRig rig;
    rig.process.cadences = {updates("30m")};
    rig.sent(u"public"_s, m(20));
    rig.sent(u"public"_s, m(60));
    rig.event(u"incident.resolved"_s, m(70));
    QCOMPARE(ends(rig, u"upd"_s, m(90)), (QList<End>{End::InTime, End::Late, End::Dropped}));
    const RuleCompliance line = lineOf(rig, u"upd"_s, m(90));
    QCOMPARE(line.met, 1);
    QCOMPARE(line.late, 1);
    QCOMPARE(line.verdict, Verdict::Late);
}

void TestCompliance::rungIsTakenSkippedOrLate()
{
    const auto rig = [](const QString &type, Span at) {
        ClockRig r;
        r.process.ladders = {pageFirst()};
        if (!type.isEmpty())
            r.event(type, at,
                    {{u"ladder"_s, u"page"_s}, {u"rung"_s, 0}, {u"anchorUs"_s, after({}).us}, {u"why"_s, u"already here"_s}});
        return r;
    };
    QCOMPARE(lineOf(rig(u"rung.taken"_s, m(3)), u"page"_s, m(30)).verdict, Verdict::Met);
    QCOMPARE(lineOf(rig(u"rung.taken"_s, m(9)), u"page"_s, m(30)).verdict, Verdict::Late);
    QCOMPARE(lineOf(rig(u"rung.skipped"_s, m(3)), u"page"_s, m(30)).verdict, Verdict::Overridden);
    QCOMPARE(lineOf(rig({}, {}), u"page"_s, m(30)).verdict, Verdict::Late);
    QCOMPARE(lineOf(rig({}, {}), u"page"_s, m(3)).verdict, Verdict::Open);
}

void TestCompliance::actsCountForTheirRules()
{
    ClockRig rig;
    rig.process.authorities = {onlyByCl()};
    QCOMPARE(lineOf(rig, u"voice"_s, m(1)).verdict, Verdict::NotReached);
    rig.sent(u"internal"_s, m(1));
    QCOMPARE(lineOf(rig, u"voice"_s, m(2)).verdict, Verdict::NotReached);
    rig.sent(u"public"_s, m(2));
    QCOMPARE(lineOf(rig, u"voice"_s, m(3)).verdict, Verdict::Met);
    rig.event(u"rule.overridden"_s, m(4), {{u"rule"_s, u"voice"_s}, {u"why"_s, u"nobody else is here"_s}});
    rig.sent(u"public"_s, m(4));
    const RuleCompliance line = lineOf(rig, u"voice"_s, m(5));
    QCOMPARE(line.verdict, Verdict::Overridden);
    QCOMPARE(line.met, 1);
}

void TestCompliance::whatAGateMissedIsNotMet()
{
    ClockRig rig;
    GateRule told;
    told.rule = envelope("told");
    told.rule.kind = RuleKind::Gate;
    told.rule.effect = RuleEffect::Prompt; // it only reminds, and the act is done
    told.before = {Act::UpdateSend};
    GateNeed need;
    need.is = Cond();
    need.is->tests = {FactTest{{Fact::Audience, {}}, {u"public"_s}, {}, {}}};
    told.needs = {need};
    rig.process.gates = {told};
    QCOMPARE(lineOf(rig, u"told"_s, m(1)).verdict, Verdict::NotReached);
    rig.sent(u"public"_s, m(1));
    QCOMPARE(lineOf(rig, u"told"_s, m(2)).verdict, Verdict::Met);
    rig.sent(u"internal"_s, m(2));
    const RuleCompliance line = lineOf(rig, u"told"_s, m(3));
    QCOMPARE(line.verdict, Verdict::Missed);
    QCOMPARE(verdictText(line.verdict), u"not met"_s);
    QCOMPARE(line.met, 1);
}

void TestCompliance::breachIsWorst()
{
    ClockRig rig;
    rig.process.authorities = {onlyByCl()};
    AuthorityRule approved;
    approved.rule = envelope("change");
    approved.acts = {Act::ChangeExecute};
    approved.mode = AuthorityMode::ApprovedBy;
    rig.process.authorities.append(approved);
    rig.event(u"rule.overridden"_s, m(1), {{u"rule"_s, u"voice"_s}, {u"why"_s, u"w"_s}});
    rig.event(u"rule.breached"_s, m(2), {{u"rule"_s, u"voice"_s}, {u"text"_s, u"posted by support"_s}});
    const QString change = rig.event(
        u"change.proposed"_s, m(3),
        {{u"text"_s, u"restart"_s}, {u"kind"_s, QString()}, {u"risk"_s, QString()}, {u"staged"_s, false}, {u"hash"_s, u"h"_s}});
    rig.event(u"change.breached"_s, m(4), {{u"change"_s, change}, {u"text"_s, u"done without asking"_s}});
    QCOMPARE(lineOf(rig, u"voice"_s, m(5)).verdict, Verdict::Breached);
    QCOMPARE(lineOf(rig, u"change"_s, m(5)).verdict, Verdict::Breached);
}

void TestCompliance::recordsCount()
{
    ClockRig rig;
    FormRule form;
    form.rule = envelope("form");
    form.rule.kind = RuleKind::Form;
    rig.process.forms = {form};
    ListRule list;
    list.rule = envelope("list");
    list.rule.kind = RuleKind::List;
    list.items = {ListItem(), ListItem()};
    rig.process.lists = {list};
    LintRule lint;
    lint.rule = envelope("lint");
    lint.rule.kind = RuleKind::Lint;
    lint.targets = {Target{RecordKind::Update, u"public"_s}};
    rig.process.lints = {lint};
    for (const auto &rule : {u"form"_s, u"list"_s, u"lint"_s})
        QCOMPARE(lineOf(rig, rule, m(1)).verdict, Verdict::NotReached);
    rig.event(u"entry.posted"_s, m(1), {{u"kind"_s, u"finding"_s}, {u"text"_s, u"t"_s}, {u"forms"_s, QJsonArray{u"form"_s}}});
    rig.event(u"item.checked"_s, m(1), {{u"list"_s, u"list"_s}, {u"item"_s, 1}});
    rig.sent(u"public"_s, m(1));
    QCOMPARE(lineOf(rig, u"form"_s, m(2)).verdict, Verdict::Met);
    QCOMPARE(lineOf(rig, u"lint"_s, m(2)).verdict, Verdict::Met);
    QCOMPARE(lineOf(rig, u"list"_s, m(2)).verdict, Verdict::Open);
    rig.event(u"item.skipped"_s, m(2), {{u"list"_s, u"list"_s}, {u"item"_s, 2}, {u"why"_s, u"not needed"_s}});
    QCOMPARE(lineOf(rig, u"list"_s, m(3)).verdict, Verdict::Met);
}

void TestCompliance::measures()
{
    ClockRig rig;
    rig.process.metrics = {{u"mttd"_s, u"Detection"_s, {MomentKind::ImpactStart, {}}, {MomentKind::Detected, {}}, 0},
                           {u"mttr"_s, u"Resolution"_s, {MomentKind::ImpactStart, {}}, {MomentKind::Resolved, {}}, 0}};
    rig.event(u"impact.stated"_s, m(5), {{u"field"_s, u"start"_s}, {u"value"_s, QString()}, {u"atUs"_s, after(m(-12)).us}});
    QCOMPARE(metricValues(rig.state, rig.process, after(m(6))).value(0).value, std::optional(m(12)));
    QVERIFY(!metricValues(rig.state, rig.process, after(m(6))).value(1).value);
    rig.event(u"incident.resolved"_s, m(48));
    QCOMPARE(metricValues(rig.state, rig.process, after(m(50))).value(1).value, std::optional(m(60)));
}

void TestCompliance::keepsAdherence()
{
    ClockRig rig;
    rig.process.cadences = {updates("30m")};
    rig.sent(u"public"_s, m(20));
    rig.sent(u"public"_s, m(60));
    rig.sent(u"public"_s, m(80));
    rig.event(u"incident.resolved"_s, m(85));
    const auto rounds = clockHistory(rig.events, rig.process, after(m(200)));
    const QList<Adherence> lines = adherence(rounds, rig.process, rig.state, after(m(200)));
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().rounds, 3);
    QCOMPARE(lines.first().inTime, 2);
    QCOMPARE(lines.first().percentInTime(), std::optional(66));
    QCOMPARE(lines.first().longestSilence, m(40));
}

QTEST_APPLESS_MAIN(TestCompliance)
#include "tst_compliance.moc"
