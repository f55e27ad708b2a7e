// SPDX-License-Identifier: GPL-3.0-or-later
#include "../clocks/clockrig.h"
#include "report/reviewtimeline.h"
#include "report/sitrep.h"

#include <QRegularExpression>
#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

namespace {

Span m(int n)
{
    return Span::minutes(n);
}

/// The lines of one part, without their dashes.
QStringList part(const QString &text, const QString &heading)
{
    for (const QString &block : text.split(u"\n\n"_s)) {
        if (block.startsWith(heading))
            return block.section(u'\n', 1).split(u'\n').replaceInStrings(QRegularExpression(u"^- "_s), QString());
    }
    return {u"no such part"_s};
}

ClockRig rigWithRules()
{
    ClockRig rig;
    rig.process.severities = {{u"S1"_s, 1, u"Critical"_s, {}, {}, {}, Hours::Always, 0}};
    rig.process.phases = {{u"triage"_s, u"Triage"_s, {}, {}, {}, false, 0}};
    RoleDef role;
    role.id = u"ic"_s;
    role.name = u"Incident Commander"_s;
    role.required = {u"S1"_s};
    rig.process.roles = {role};
    CadenceRule rule;
    rule.rule = envelope("upd");
    rule.item = CadenceKind::Update;
    rule.arg = u"public"_s;
    rule.every = always("30m");
    rule.from = Moment{MomentKind::Declared, {}};
    rig.process.cadences = {rule};
    return rig;
}

} // namespace

class TestSitrep : public QObject
{
    Q_OBJECT
private slots:
    void saysNoneWhenThereIsNone();
    void saysWhatIs();
    void aDraftIsNotToldAsSaid();
    void whatEndedLateIsTold();
    void countsFromTheLastReport();
    void cutsOnlyWhatIsPast();
    void leavesOutNothingOpen();
    void namesWhatIsUndecided();
    void anotherDayIsNamed();
};

void TestSitrep::saysNoneWhenThereIsNone()
{
    ClockRig rig = rigWithRules();
    const QString text = sitrepText(rig.state, rig.process, after(m(5)));
    QCOMPARE(part(text, u"CHANGED"_s), QStringList{u"none"_s});
    QCOMPARE(part(text, u"BEING DONE"_s), QStringList{u"none"_s});
    QCOMPARE(part(text, u"LATE"_s), QStringList{u"none"_s});
    QCOMPARE(part(text, u"RISKS"_s), QStringList{u"Nobody holds: Incident Commander"_s});
    QCOMPARE(part(text, u"NEXT"_s), QStringList{u"Update: public by 10:30"_s});
}

void TestSitrep::saysWhatIs()
{
    ClockRig rig = rigWithRules();
    rig.took(u"Ana"_s, u"ic"_s, m(1));
    const QString order = rig.event(u"order.given"_s, m(2), {{u"owner"_s, u"Bo"_s}, {u"text"_s, u"check lag"_s}});
    rig.event(u"order.given"_s, m(2), {{u"owner"_s, u"Cy"_s}, {u"text"_s, u"check logs"_s}});
    rig.event(u"order.acknowledged"_s, m(3), {{u"order"_s, order}});
    rig.event(u"decision.made"_s, m(4), {{u"text"_s, u"fail over to region B"_s}});
    rig.event(u"mitigation.applied"_s, m(5),
              {{u"option"_s, u"failover"_s}, {u"text"_s, u"region B serves"_s}, {u"temporary"_s, true}});
    const QString text = sitrepText(rig.state, rig.process, after(m(45)));
    QVERIFY(part(text, u"SITUATION"_s).contains(u"Severity S1 (Critical), phase Triage, 45m since the declaration at 10:00."_s));
    QVERIFY(part(text, u"SITUATION"_s).contains(u"Incident Commander: Ana"_s));
    QCOMPARE(part(text, u"BEING DONE"_s), QStringList{u"A1 Bo: check lag"_s});
    QCOMPARE(part(text, u"WAITING"_s), QStringList{u"A2 Cy has not acknowledged: check logs"_s});
    QCOMPARE(part(text, u"LATE"_s), QStringList{u"Update: public by 10:30"_s});
    QCOMPARE(part(text, u"RISKS"_s), QStringList{u"The mitigation in place is temporary: region B serves"_s});
    QVERIFY(part(text, u"CHANGED"_s).value(0).startsWith(u"10:04"_s));
}

// What is read back over the telephone is never taken for today's.
void TestSitrep::anotherDayIsNamed()
{
    ClockRig rig = rigWithRules();
    rig.process.cadences.first().every = always("3d");
    const auto on = [](Span after_) { return after(after_).toUtc().toString(u"yyyy-MM-dd HH:mm"_s); };
    rig.event(u"decision.made"_s, m(4), {{u"text"_s, u"fail over to region B"_s}});
    const QString first = sitrepText(rig.state, rig.process, after(m(5)));
    QCOMPARE(part(first, u"NEXT"_s), QStringList{u"Update: public by %1"_s.arg(on(Span::days(3)))});
    QVERIFY(part(first, u"CHANGED"_s).value(0).startsWith(u"10:04"_s));
    // Past midnight, what was before is of yesterday.
    rig.state.impactStart = after(m(1));
    const QString next = sitrepText(rig.state, rig.process, after(Span::hours(15)));
    QVERIFY2(next.contains(u"since the declaration at %1."_s.arg(on({}))), qPrintable(next));
    QVERIFY2(next.contains(u"Impact since %1."_s.arg(on(m(1)))), qPrintable(next));
    QVERIFY2(next.contains(u"CHANGED since %1"_s.arg(on({}))), qPrintable(next));
    QVERIFY2(part(next, u"CHANGED"_s).value(0).startsWith(on(m(4))), qPrintable(next));
    const QString late = sitrepText(rig.state, rig.process, after(Span::days(4)));
    QCOMPARE(part(late, u"LATE"_s), QStringList{u"Update: public by %1"_s.arg(on(Span::days(3)))});
}

void TestSitrep::aDraftIsNotToldAsSaid()
{
    ClockRig rig = rigWithRules();
    const QString draft = rig.event(u"update.drafted"_s, m(4),
                                    {{u"target"_s, u"update/public"_s},
                                     {u"audience"_s, u"public"_s},
                                     {u"state"_s, u"Resolved"_s},
                                     {u"fields"_s, QJsonObject()},
                                     {u"text"_s, u"All works."_s},
                                     {u"hash"_s, u"h"_s}});
    const auto told = [&rig] { return part(sitrepText(rig.state, rig.process, after(m(9))), u"CHANGED"_s).value(0); };
    QVERIFY2(told().endsWith(u"All works. (draft, not sent)"_s), qPrintable(told()));
    QVERIFY(chosenRows(rig.state, turningPoints()).last().text.endsWith(u"(draft, not sent)"_s));
    rig.event(u"update.sent"_s, m(5), {{u"update"_s, draft}, {u"via"_s, u"copy"_s}, {u"hash"_s, u"h"_s}});
    QVERIFY2(told().endsWith(u"All works."_s), qPrintable(told()));
}

void TestSitrep::whatEndedLateIsTold()
{
    ClockRig rig = rigWithRules();
    GateRule gate;
    gate.rule = envelope("safe");
    gate.rule.effect = RuleEffect::Warn;
    gate.before = {Act::Resolve};
    gate.needs = {{std::nullopt, u"Somebody looked"_s, {}}};
    GateRule strict = gate; // met when it was resolved, or nobody would have been let
    strict.rule = envelope("strict");
    strict.needs = {{std::nullopt, u"Somebody signed"_s, {}}};
    GateRule passed = gate;
    passed.rule.id = u"passed"_s;
    passed.needs = {{Cond{{{{Fact::Phase, {}}, {u"triage"_s}, {}, {}}}, {}, {}}, u"Triage is reached"_s, {}}};
    rig.process.gates = {gate, strict, passed};
    const auto late = [&rig](int minute) { return part(sitrepText(rig.state, rig.process, after(m(minute))), u"LATE"_s); };
    QCOMPARE(late(40), QStringList{u"Update: public by 10:30"_s});
    rig.event(u"incident.resolved"_s, m(45), {});
    const QString missing = u"Still missing since it was resolved: Somebody looked"_s;
    QCOMPARE(late(60), (QStringList{u"Update: public by 10:30: not done when it was resolved"_s, missing}));
    // What was late then and was done since is left out.
    const QString draft = rig.event(u"update.drafted"_s, m(61),
                                    {{u"target"_s, u"update/public"_s},
                                     {u"audience"_s, u"public"_s},
                                     {u"state"_s, u"Resolved"_s},
                                     {u"fields"_s, QJsonObject()},
                                     {u"text"_s, u"All works."_s},
                                     {u"hash"_s, u"h"_s}});
    rig.event(u"update.sent"_s, m(62), {{u"update"_s, draft}, {u"via"_s, u"copy"_s}, {u"hash"_s, u"h"_s}});
    QCOMPARE(late(63), QStringList{missing});
    rig.event(u"gate.confirmed"_s, m(64), {{u"gate"_s, u"safe"_s}, {u"item"_s, 1}, {u"why"_s, u"I did"_s}});
    QCOMPARE(late(65), QStringList{u"none"_s});
}

void TestSitrep::countsFromTheLastReport()
{
    ClockRig rig = rigWithRules();
    rig.event(u"decision.made"_s, m(4), {{u"text"_s, u"old"_s}});
    const QJsonObject body{{u"role"_s, u"ic"_s}, {u"from"_s, u"Ana"_s}, {u"to"_s, u"Bo"_s}, {u"text"_s, u"report"_s}};
    rig.event(u"handover.offered"_s, m(10), body);
    rig.event(u"handover.sitrep"_s, m(20), body);
    rig.event(u"handover.accepted"_s, m(21), body);
    rig.event(u"decision.made"_s, m(30), {{u"text"_s, u"new"_s}});
    const QStringList lines = part(sitrepText(rig.state, rig.process, after(m(40))), u"CHANGED"_s);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().contains(u"new"_s));
    QCOMPARE(part(sitrepText(rig.state, rig.process, after(m(40)), after({})), u"CHANGED"_s).size(), 2);
}

void TestSitrep::namesWhatIsUndecided()
{
    ClockRig rig = rigWithRules();
    const auto made = [&](const QString &text, Span at, const QJsonObject &more) {
        QJsonObject body{{u"text"_s, text}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return rig.event(u"decision.made"_s, at, body);
    };
    const QString first = made(u"wait"_s, m(1), {{u"revisitUs"_s, after(m(10)).us}});
    made(u"wait longer"_s, m(11), {{u"revisitUs"_s, after(m(20)).us}, {u"replaces"_s, first}});
    made(u"keep it"_s, m(12), {{u"revisitUs"_s, after(m(50)).us}});
    const QString lock = rig.event(u"hypothesis.proposed"_s, m(13), {{u"text"_s, u"lock"_s}});
    rig.event(u"hypothesis.proposed"_s, m(13), {{u"text"_s, u"DNS"_s}});
    rig.event(u"hypothesis.testing"_s, m(14), {{u"hypothesis"_s, lock}, {u"how"_s, u"look"_s}});
    const QString text = sitrepText(rig.state, rig.process, after(m(30)));
    QVERIFY(part(text, u"LATE"_s).contains(u"Look at D2 again: wait longer by 10:20"_s));
    QVERIFY(part(text, u"NEXT"_s).contains(u"Look at D3 again: keep it by 10:50"_s));
    QVERIFY(!text.contains(u"D1 again"_s));
    QCOMPARE(part(text, u"BEING DONE"_s), (QStringList{u"H1 is being tested by Ana: lock"_s, u"H2 is open: DNS"_s}));
    using Kind = SitrepPart::Kind;
    QList<Kind> kinds;
    for (const SitrepPart &one : sitrepParts(rig.state, rig.process, after(m(30))))
        kinds.append(one.kind);
    QCOMPARE(kinds,
             (QList<Kind>{Kind::Situation, Kind::Changed, Kind::Doing, Kind::Waiting, Kind::Late, Kind::Risks, Kind::Next}));
}

void TestSitrep::cutsOnlyWhatIsPast()
{
    ClockRig rig = rigWithRules();
    for (int i = 1; i <= 30; ++i)
        rig.event(u"decision.made"_s, m(i), {{u"text"_s, u"decision %1."_s.arg(i)}});
    const QStringList lines = part(sitrepText(rig.state, rig.process, after(m(40))), u"CHANGED"_s);
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines.first(), u"22 more before 10:23: see the timeline."_s);
    QVERIFY(lines.at(1).contains(u"decision 23."_s));
    QVERIFY(lines.last().contains(u"decision 30."_s));
}

void TestSitrep::leavesOutNothingOpen()
{
    ClockRig rig = rigWithRules();
    for (int i = 1; i <= 12; ++i) {
        rig.event(u"impact.stated"_s, m(1), {{u"field"_s, u"f%1"_s.arg(i)}, {u"value"_s, u"v"_s}});
        rig.event(u"order.given"_s, m(2),
                  {{u"owner"_s, u"Cy"_s}, {u"text"_s, u"wait %1"_s.arg(i)}, {u"dueUs"_s, after(m(i > 6 ? 90 : 10)).us}});
        const QString order = rig.event(u"order.given"_s, m(2), {{u"owner"_s, u"Bo"_s}, {u"text"_s, u"work %1"_s.arg(i)}});
        rig.event(u"order.acknowledged"_s, m(3), {{u"order"_s, order}});
        rig.event(u"change.proposed"_s, m(4),
                  {{u"text"_s, u"change %1"_s.arg(i)},
                   {u"kind"_s, u"deploy"_s},
                   {u"risk"_s, u"low"_s},
                   {u"staged"_s, false},
                   {u"hash"_s, u"h"_s}});
        rig.event(u"decision.made"_s, m(5), {{u"text"_s, u"choice %1"_s.arg(i)}, {u"revisitUs"_s, after(m(80)).us}});
        rig.event(u"alert.fired"_s, m(6),
                  {{u"name"_s, u"alert %1"_s.arg(i)}, {u"fingerprint"_s, u"p%1"_s.arg(i)}, {u"labels"_s, QJsonObject()}});
    }
    const QString text = sitrepText(rig.state, rig.process, after(m(45)));
    QCOMPARE(part(text, u"SITUATION"_s).value(1), u"Severity S1 (Critical), phase Triage, 45m since the declaration at 10:00."_s);
    QCOMPARE(part(text, u"BEING DONE"_s).size(), 12);
    QCOMPARE(part(text, u"WAITING"_s).size(), 24);
    QCOMPARE(part(text, u"WAITING"_s).first(), u"A1 Cy has not acknowledged: wait 1"_s);
    QCOMPARE(part(text, u"RISKS"_s).filter(u"Still firing"_s).size(), 12);
    for (int i = 1; i <= 12; ++i)
        QCOMPARE(part(text, i > 6 ? u"NEXT"_s : u"LATE"_s).filter(u"wait %1 "_s.arg(i)).size(), 1);
    for (int i = 1; i <= 12; ++i)
        QCOMPARE(part(text, u"NEXT"_s).filter(u"choice %1 "_s.arg(i)).size(), 1);
}

QTEST_APPLESS_MAIN(TestSitrep)
#include "tst_sitrep.moc"
