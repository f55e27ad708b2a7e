// SPDX-License-Identifier: GPL-3.0-or-later
#include "sre.h"

using namespace Qt::StringLiterals;
using namespace sre;

void TestSre::SRE_1()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.process().principles.size(), 5);
    QVERIFY(rig.effects(u"sre.mobilize/1"_s).contains(u"Mobilize first"_s));
    investigate(rig);
    QVERIFY(rig.effects(u"sre.bleed/1"_s).contains(u"Mitigate, then resolve"_s));
    QCOMPARE(rig.effects(u"sre.blameless/1"_s), QString());
    resolve(rig);
    QVERIFY(rig.effects(u"sre.blameless/1"_s).contains(u"Blameless"_s));
}

void TestSre::SRE_2()
{
    ConformanceRig rig = declared();
    QStringList names;
    for (const auto &phase : rig.process().phases)
        names.append(phase.name);
    QCOMPARE(names, (QStringList{u"Detection"_s, u"Triage & Declaration"_s, u"Mobilization"_s, u"Investigation"_s,
                                 u"Mitigation"_s, u"Monitoring"_s, u"Resolution"_s, u"Post-Mortem"_s, u"Ticket Backlog"_s}));
    REFUSED("Ana", "/phase mobilization", "");
    OK("Ana", "/phase triage");
    OK("Ana", "/draft triage is_incident=Yes");
    REFUSED("Ana", "/phase backlog", "");
    OK("Ana", "/phase mobilization");
    assign(rig);
    REFUSED("Ana", "/phase mitigation", "");
    OK("Ana", "/phase investigation");
    OK("Ana", "/phase mitigation");
    OK("Ana", "/phase monitoring");
    OK("Ana", "/impact end 10:00");
    OK("Ana", "/resolve stability=\"flat for an hour\"");
    QCOMPARE(rig.effects(u"sre.learn/1"_s), u"propose phase postmortem"_s);
    OK("Ana", "/phase resolution");
    OK("Ana", "/phase postmortem");
    QCOMPARE(rig.effects(u"sre.learn/1"_s), QString());

    ConformanceRig minor = declared("SEV3");
    (void)minor.line(u"Ana"_s, u"/phase triage"_s);
    (void)minor.line(u"Ana"_s, u"/draft triage is_incident=Yes"_s);
    QVERIFY(!minor.line(u"Ana"_s, u"/phase mobilization"_s).ok);
    QVERIFY(minor.line(u"Ana"_s, u"/phase backlog"_s).ok);
}

void TestSre::SRE_3()
{
    ConformanceRig rig = declared();
    OK("Ana", "/phase triage");
    QCOMPARE(rig.effects(u"sre.falsealarm/1"_s), QString());
    OK("Ana", "/draft triage is_incident=No");
    QVERIFY(rig.effects(u"sre.falsealarm/1"_s).contains(u"withdraw"_s));
    QVERIFY(!rig.line(u"Ana"_s, u"/withdraw"_s).ok);
    OK("Ana", "/withdraw load test of the night");
    QVERIFY(rig.state().withdrawnAt.isSet());
}

void TestSre::SRE_4()
{
    const ConformanceRig rig = declared();
    QStringList ids;
    for (const auto &severity : rig.process().severities) {
        ids.append(severity.id);
        QCOMPARE(severity.rank, int(ids.size()));
        QVERIFY(!severity.definition.isEmpty() && !severity.examples.isEmpty() && !severity.expect.isEmpty());
    }
    QCOMPARE(ids, (QStringList{u"SEV1"_s, u"SEV2"_s, u"SEV3"_s, u"SEV4"_s}));
}

void TestSre::SRE_5()
{
    ConformanceRig one = declared("SEV1");
    QCOMPARE(one.effects(u"sre.sev1/1"_s), u"page oncall,director; notify exec_team"_s);
    one.advance(m(15));
    QCOMPARE(one.clockState(u"sre.upd"_s), u"due"_s);
    one.advance(m(15));
    QCOMPARE(one.clockState(u"sre.upd"_s), u"due"_s);
    one.advance(Span::seconds(1));
    QCOMPARE(one.clockState(u"sre.upd"_s), u"late"_s);

    const ConformanceRig two = declared("SEV2");
    QCOMPARE(two.effects(u"sre.sev2/1"_s), u"page oncall; notify manager"_s);
    QCOMPARE(two.clockSeconds(u"sre.upd"_s), 60 * 60);

    const ConformanceRig three = declared("SEV3");
    QCOMPARE(three.effects(u"sre.sev3/1"_s), u"page oncall"_s);
    QCOMPARE(three.process().ladder(u"sre.sev3")->urgency, fireline::domain::Urgency::Low);
    QCOMPARE(three.clock(u"sre.fix"_s).due.toRfc3339(), u"2025-03-04T10:00:00.000Z"_s);
    QCOMPARE(three.clock(u"sre.fix"_s).late.toRfc3339(), u"2025-03-06T10:00:00.000Z"_s);
    QCOMPARE(three.clockState(u"sre.upd"_s), u"none"_s);

    const ConformanceRig four = declared("SEV4");
    QCOMPARE(four.effects(u"sre.sev4/1"_s), u"create jira.ticket"_s);
}

void TestSre::SRE_19()
{
    ConformanceRig rig = declared();
    OK("Ana", "/alert ErrorRate service=checkout");
    rig.advance(m(15));
    QCOMPARE(rig.effects(u"sre.noack/L1/1"_s), u"page oncall2"_s);
    QCOMPARE(rig.effects(u"sre.noack/L1/2"_s), QString());
    rig.advance(m(15));
    QCOMPARE(rig.effects(u"sre.noack/L1/2"_s), u"page manager"_s);
    OK("Dee", "/ackalert #L1");
    QCOMPARE(rig.effects(u"sre.noack/L1/2"_s), QString());
    for (const QString &id : {u"oncall"_s, u"oncall2"_s})
        QCOMPARE(rig.process().contact(id)->via, u"pagerduty"_s);
}

void TestSre::SRE_20()
{
    ConformanceRig rig = declared();
    QStringList words;
    for (const auto &command : rig.process().commands)
        words.append(command.word);
    QCOMPARE(words, (QStringList{u"declare"_s, u"claim"_s, u"update"_s, u"resolve"_s}));
    QCOMPARE(rig.process().systems.value(u"slack"_s).value(u"archive").toString(), u"resolve"_s);
}

void TestSre::SRE_35()
{
    ConformanceRig rig = declared();
    mobilise(rig);
    for (const char *next : {"/claim", "/role @Bo ol", "/role @Cy cl"}) {
        REFUSED("Ana", "/phase investigation", "sre.roles");
        OK("Ana", next);
    }
    OK("Ana", "/phase investigation");
}

void TestSre::SRE_36()
{
    ConformanceRig rig = declared();
    OK("Ana", "/phase triage");
    REFUSED("Ana", "/phase mobilization", "sre.question");
    REFUSED("Ana", "/draft triage", "sre.triage");
    REFUSED("Ana", "/draft triage is_incident=perhaps", "sre.triage");
    OK("Ana", "/draft triage is_incident=No");
    REFUSED("Ana", "/phase mobilization", "sre.question");
    OK("Ana", "/draft triage is_incident=Yes");
    OK("Ana", "/phase mobilization");
}

void TestSre::SRE_37()
{
    ConformanceRig rig(u"sre-directorate"_s);
    const auto answer = rig.declare(u"Ana"_s, {});
    QVERIFY(!answer.ok);
    QCOMPARE(answer.rule, u"sre.declare"_s);
    QCOMPARE(answer.source, u"SRE-37"_s);
    QVERIFY(rig.declare(u"Ana"_s, u"SEV2"_s).ok);
    QCOMPARE(rig.state().severity, u"SEV2"_s);
}

void TestSre::SRE_38()
{
    ConformanceRig rig = declared("SEV4");
    REFUSED("Ana", "/page @oncall the blue is wrong", "sre.nopage");
    OK("Ana", "/sev SEV3 the form cannot be sent");
    OK("Ana", "/page @oncall the form cannot be sent");
    ConformanceRig ticket = declared("SEV4");
    // Monday of the second week of a sprint that began on 2025-02-24: the next one ends on 2025-03-24.
    QCOMPARE(ticket.clock(u"sre.fix"_s).late.toRfc3339(), u"2025-03-24T00:00:00.000Z"_s);
}

void TestSre::SRE_46()
{
    const ConformanceRig rig = declared();
    const auto &process = rig.process();
    QCOMPARE(process.owner, u"SRE Directorate"_s);
    QCOMPARE(process.audience, u"All Engineering, Product, and Support Staff"_s);
    QCOMPARE(process.effective, QDate(2024, 1, 1));
    QCOMPARE(process.resources.value(0).link, u"mailto:sre-help@company.org"_s);
}
