// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/compliance.h"
#include "report/metrics.h"
#include "sre.h"

using namespace Qt::StringLiterals;
using namespace sre;
using fireline::domain::RuleCompliance;

void TestSre::SRE_9()
{
    ConformanceRig rig = declared();
    resolve(rig);
    QCOMPARE(rig.clockSeconds(u"sre.draft"_s), 24 * 3600);
    QCOMPARE(rig.clock(u"sre.meeting"_s).late.toRfc3339(), u"2025-03-10T10:00:00.000Z"_s);
    OK("Ana", "/review postmortem section=Timeline 10:00 first page");
    QCOMPARE(rig.clockState(u"sre.draft"_s), u"met"_s);
    OK("Ana", "/held postmortem who=ic,ol,manager,product_owner");
    QCOMPARE(rig.clockState(u"sre.meeting"_s), u"met"_s);
    OK("Ana", "/item alert on replica lag owner=Bo due=2025-03-17 tag=detection");
    QCOMPARE(rig.effects(u"sre.itemticket/I1/1"_s), u"create jira.ticket"_s);
}

void TestSre::SRE_26()
{
    ConformanceRig rig = declared();
    resolve(rig);
    REFUSED("Ana", "/closereview postmortem", "sre.pm");
    WARNED("Ana", "/review postmortem section=Timeline Bo should have known better", "sre.blame");
    writePostmortem(rig, 4);
    REFUSED("Ana", "/closereview postmortem", "sre.pm");
    OK("Ana", "/why the alert looked at the mean");
    QUIET("Ana", "/review postmortem section=Timeline Nothing stopped the wrong command", "sre.blame");
    OK("Ana", "/closereview postmortem");
}

void TestSre::SRE_27()
{
    ConformanceRig rig = declared();
    resolve(rig);
    QCOMPARE(rig.process().review(u"postmortem")->attend, (QStringList{u"ic"_s, u"ol"_s, u"manager"_s, u"product_owner"_s}));
    const auto answer = rig.line(u"Ana"_s, u"/held postmortem who=Ana,Bo"_s);
    QVERIFY(answer.ok);
    QVERIFY(answer.notice(u"postmortem"_s));
    QVERIFY(answer.notice(u"postmortem"_s)->text.contains(u"Product Owner"_s));
    QCOMPARE(rig.state().reviews.value(u"postmortem"_s).attended, (QStringList{u"Ana"_s, u"Bo"_s}));
}

void TestSre::SRE_28()
{
    ConformanceRig rig = declared("SEV1");
    resolve(rig);
    REFUSED("Ana", "/item alert on lag owner=Bo due=2025-03-17", "sre.item");
    REFUSED("Ana", "/item alert on lag owner=Bo tag=detection", "sre.item");
    REFUSED("Ana", "/item alert on lag due=2025-03-17 tag=detection", "sre.item");
    REFUSED("Ana", "/item alert on lag owner=Bo due=2025-03-17 tag=hope", "sre.item");
    OK("Ana", "/item alert on lag owner=Bo due=2025-03-17 tag=detection");
    QCOMPARE(rig.clockSeconds(u"sre.items/I1"_s), 14 * 86400);
    QCOMPARE(rig.clock(u"sre.items/I1"_s).owner, QStringList{u"Bo"_s});

    ConformanceRig major = declared("SEV2");
    resolve(major);
    (void)major.line(u"Ana"_s, u"/item alert on lag owner=Bo due=2025-03-17 tag=detection"_s);
    QCOMPARE(major.clockSeconds(u"sre.items/I1"_s), 28 * 86400);
    QVERIFY(major.line(u"Bo"_s, u"/itemdone #I1 alert fires in the test"_s).ok);
    QCOMPARE(major.clockState(u"sre.items/I1"_s), u"met"_s);
}

void TestSre::SRE_30()
{
    ConformanceRig rig = declared();
    OK("Ana", "/impact start 09:48");
    rig.advance(m(30));
    resolve(rig);
    const auto values = fireline::domain::metricValues(rig.state(), rig.process(), rig.now());
    QCOMPARE(values.size(), 2);
    QCOMPARE(values.at(0).name, u"Mean Time To Detection"_s);
    QCOMPARE(values.at(0).value, std::optional(m(12)));
    QCOMPARE(values.at(1).value, std::optional(m(42)));
    QCOMPARE(rig.process().glossary.size(), 7);
}

void TestSre::SRE_31()
{
    ConformanceRig rig = declared();
    resolve(rig);
    OK("Ana", "/phase resolution");
    for (const char *system : {"slack", "pagerduty", "review"})
        rig.system(QString::fromUtf8(system), u"exported"_s);
    (void)rig.line(u"Ana"_s, u"/check access 1"_s);
    REFUSED("Ana", "/close", "sre.paper");
    writePostmortem(rig);
    OK("Ana", "/item alert on lag owner=Bo due=2025-03-17 tag=detection");
    OK("Ana", "/closereview postmortem");
    REFUSED("Ana", "/close", "sre.paper");
    QVERIFY(rig.line(u"Ana"_s, u"/close"_s).text.contains(u"Jira ticket"_s));
    OK("Ana", "/edit #I1 ticket=https://jira.example/OPS-12");
    QVERIFY(!rig.line(u"Ana"_s, u"/close"_s).text.contains(u"Jira ticket"_s));
}

void TestSre::SRE_44()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.items(u"sre.parties"_s).size(), 3);
    assign(rig);
    OK("Bo", "/change restart pod A eta=1m");
    OK("Bo", "/breach #C1 restarted before anybody approved");
    OK("Cy", "/draft public Investigating summary=\"we think checkout fails\" components=Payments next_update=10:30");
    rig.advance(m(31));
    QHash<QString, RuleCompliance::Verdict> verdicts;
    for (const auto &line : fireline::domain::compliance(rig.events(), rig.process(), rig.now()))
        verdicts.insert(line.rule, line.verdict);
    const auto expect = [&](const QString &rule, RuleCompliance::Verdict verdict) {
        // A rule that the mutation run took out has no line; its own rows notice that.
        return !verdicts.contains(rule) || verdicts.value(rule) == verdict;
    };
    QVERIFY(expect(u"sre.change"_s, RuleCompliance::Verdict::Breached));
    QVERIFY(expect(u"sre.upd"_s, RuleCompliance::Verdict::Late));
    QVERIFY(expect(u"sre.declare"_s, RuleCompliance::Verdict::Met)
            || expect(u"sre.declare"_s, RuleCompliance::Verdict::NotReached));
    QVERIFY(expect(u"sre.resolve"_s, RuleCompliance::Verdict::NotReached));
    QVERIFY(expect(u"sre.relief"_s, RuleCompliance::Verdict::Open));
}

void TestSre::SRE_45()
{
    ConformanceRig rig = declared();
    const auto due = [&] { return fireline::domain::processClocks(rig.process(), {}, rig.now()); };
    QCOMPARE(due().value(0).late.toRfc3339(), u"2024-04-01T00:00:00.000Z"_s);
    QCOMPARE(rig.effects(u"sre.feedback/1"_s), QString());
    OK("Ana", "/held process");
    QCOMPARE(rig.clock(u"sre.review"_s).late.toRfc3339(), u"2025-06-03T10:00:00.000Z"_s);
    QCOMPARE(rig.effects(u"sre.feedback/1"_s), u"create jira.ticket"_s);
}
