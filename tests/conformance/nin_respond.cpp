// SPDX-License-Identifier: GPL-3.0-or-later
#include "nin.h"

using namespace nin;

void TestConformanceNin::NIN_1()
{
    struct Case
    {
        const char *severity;
        double minutes;
    };
    for (const auto &[severity, minutes] : {Case{"P1", 5}, Case{"P2", 15}, Case{"P3", 60}}) {
        BriefRig rig("nine-step");
        QVERIFY(rig.declare("ana", "Payments fail", severity).ok);
        QCOMPARE(rig.lateMinutes("nin.respond"), minutes);
        rig.advance(2min);
        QVERIFY(rig.ok("bo", "/alert PaymentErrors"));
        QVERIFY(rig.ok("bo", "/ackalert #L1"));
        QCOMPARE(rig.clockState("nin.respond"), u"met"_s);
    }
    BriefRig minor("nine-step", "2025-03-07T16:00:00Z"); // a Friday
    QVERIFY(minor.declare("ana", "Wrong colour", "P4").ok);
    QCOMPARE(minor.clock("nin.respond").late.toRfc3339(), u"2025-03-10T17:00:00.000Z"_s);
    for (const SeverityDef &severity : minor.process().severities)
        QVERIFY(!severity.definition.isEmpty() && !severity.examples.isEmpty());
}

void TestConformanceNin::NIN_2()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Payments fail").ok);
    QVERIFY(rig.proposed("nin.matrix").isEmpty());
    struct Case
    {
        const char *users;
        const char *business;
        const char *severity;
    };
    for (const Case &c : {Case{"all", "revenue", "P1"}, Case{"many", "significant", "P2"}, Case{"some", "moderate", "P3"},
                          Case{"few", "low", "P4"}, Case{"few", "revenue", "P1"}, Case{"many", "low", "P2"}}) {
        QVERIFY(rig.ok("ana", QByteArray("/field user_impact=") + c.users + " business_impact=" + c.business));
        QCOMPARE(rig.proposed("nin.matrix"), QString::fromLatin1(c.severity));
    }
    QVERIFY(rig.state().severity.isEmpty()); // proposed; a person decides
    QVERIFY(rig.ok("ana", "/sev P3 we disagree"));
    QCOMPARE(rig.state().severity, u"P3"_s);
}

void TestConformanceNin::NIN_3()
{
    BriefRig rig = inStep(u"detection"_s);
    QCOMPARE(rig.process().phases.size(), 9);
    QVERIFY(rig.refused("ana", "/phase mitigation", "phase-order"));
    const QList<QPair<const char *, const char *>> lists = {
        {"detection", "nin.s1"},     {"triage", "nin.s2"},        {"assemble", "nin.s3"},
        {"initial_comms", "nin.s4"}, {"investigation", "nin.s5"}, {"mitigation", "nin.s6"},
        {"resolution", "nin.s7"},    {"closure", "nin.s8"},       {"post_mortem", "nin.s9"}};
    for (const auto &[phase, list] : lists) {
        if (qstrcmp(phase, "detection") != 0)
            QVERIFY(!rig.isOffered(list) && rig.ok("ana", QByteArray("/phase ") + phase));
        QVERIFY2(rig.isOffered(list) && rig.items(list).size() >= 4, list);
    }
    // Resolving and closing have their step too, though everything else is in place.
    BriefRig early = checkedOff();
    QVERIFY(early.ok("ana", "/phase mitigation"));
    QVERIFY(early.refused("ana", resolveLine, "nin.step7"));
    QVERIFY(early.all("ana", {"/phase resolution", resolveLine}));
    QVERIFY(early.refused("ana", "/close", "nin.step8"));
    QVERIFY(early.ok("ana", "/phase closure"));
    QVERIFY(early.missing("nin.step8").isEmpty());
    // What a step already did ticks itself.
    QVERIFY(early.isTicked("nin.s7", 5) && early.isTicked("nin.s3", 2) && !early.isTicked("nin.s3", 5));
}

void TestConformanceNin::NIN_4()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Payments fail", "P2", "service=payment").ok);
    QVERIFY(rig.isOffered("nin.assess"));
    QCOMPARE(rig.items("nin.assess").size(), 4);
    QVERIFY(rig.ok("bo", "/alert PaymentErrors"));
    QCOMPARE(rig.effects("nin.received"), QStringList{u"draft nin.ack"_s});
    QVERIFY(rig.warned("bo", "/draft ack symptom=\"payments time out\"", "nin.ack"));
    QVERIFY(rig.quiet("bo",
                      "/draft ack symptom=\"payments time out\" impact=\"a third of payments\" started=09:40 investigator=bo",
                      "nin.ack"));
    QVERIFY(rig.lastText().startsWith(u"ACK: Investigating payment alert"_s) && rig.lastText().contains(u"Investigating: bo"_s));
    QVERIFY(rig.isTicked("nin.s1", 1) && rig.isTicked("nin.s1", 2) && !rig.isTicked("nin.s1", 3));
    QVERIFY(rig.ok("bo", "/clearalert #L1"));
    QVERIFY(rig.isTicked("nin.s1", 1)); // what came in has come in
    QVERIFY(rig.all("bo", {"/check nin.assess 1", "/check nin.assess 2", "/check nin.assess 3", "/check nin.assess 4"}));
    QVERIFY(rig.isTicked("nin.s1", 3));
}

void TestConformanceNin::NIN_5()
{
    BriefRig rig = inStep(u"triage"_s);
    QVERIFY(rig.ok("ana", "/role - ic"));
    QCOMPARE(rig.effects("nin.classify"), QStringList{u"draft nin.triage"_s});
    QVERIFY(rig.warned("ana", "/draft triage impact=\"a third of payments\"", "nin.triage"));
    QVERIFY(rig.quiet("ana", "/draft triage impact=\"a third of payments\" business_kind=revenue ic_needed=Yes", "nin.triage"));
    QVERIFY(rig.lastText().contains(u"TRIAGE: payment incident classified as P2"_s));
    QVERIFY(rig.lastText().contains(u"IC needed: Yes"_s));
    QCOMPARE(rig.effects("nin.needed"), QStringList{u"propose role ic"_s});
    QVERIFY(rig.ok("ana", "/role @ana ic"));
    QVERIFY(rig.effects("nin.needed").isEmpty());
}

void TestConformanceNin::NIN_6()
{
    BriefRig rig = inStep(u"assemble"_s);
    for (const char *id : {"ic", "tech_lead", "comms", "scribe"}) {
        const RoleDef *role = rig.process().role(QString::fromLatin1(id));
        QVERIFY(role && !role->duties.isEmpty());
    }
    QVERIFY(rig.isOffered("nin.s3") && rig.isTicked("nin.s3", 2) && rig.isTicked("nin.s3", 4));
    // The commander decides, Communications speaks.
    QVERIFY(rig.warned("bo", "/decision restart everything", "nin.decide"));
    QVERIFY(rig.quiet("ana", "/decision wait for the pool", "nin.decide"));
    QVERIFY(rig.all("bo", {"/draft public Investigating symptom=\"failed payments\"",
                           "/draft public Investigating symptom=\"failed payments\""}));
    QVERIFY(rig.warned("bo", "/send #U1", "nin.publish"));
    QVERIFY(rig.quiet("cleo", "/send #U2", "nin.publish"));
}

void TestConformanceNin::NIN_7()
{
    BriefRig rig = inStep(u"triage"_s);
    QVERIFY(rig.effects("nin.room").isEmpty());
    QVERIFY(rig.ok("ana", "/phase assemble"));
    QVERIFY(rig.effects("nin.room").contains(u"draft nin.declared"_s));
    QVERIFY(rig.quiet("ana", "/draft announcement war_room=https://meet.example.com/1", "nin.declared"));
    QCOMPARE(rig.lastText(), u"INCIDENT DECLARED: payment P2\n- IC: ana\n- Channel: #incident-payment-2025-03-03\n"
                             "- War room: https://meet.example.com/1\n- Status: Investigating"_s);
    QVERIFY(rig.isTicked("nin.s3", 7));
    BriefRig bare("nine-step");
    QVERIFY(bare.declare("ana", "Payments fail", "P2").ok);
    QVERIFY(bare.refused("ana", "/draft announcement", "nin.declared"));
    QVERIFY(bare.warned("ana", "/draft announcement war_room=https://meet.example.com/1", "nin.declared"));
}

void TestConformanceNin::NIN_8()
{
    struct Case
    {
        const char *severity;
        double internal;
        double external;
    };
    for (const Case &c : {Case{"P1", 15, 30}, Case{"P2", 30, 60}, Case{"P3", 60, -1}}) {
        BriefRig rig("nine-step");
        QVERIFY(rig.declare("ana", "Payments fail", c.severity, "service=payment").ok);
        QCOMPARE(rig.lateMinutes("nin.int"), c.internal);
        QCOMPARE(rig.lateMinutes("nin.ext"), c.external);
    }
    BriefRig minor("nine-step");
    QVERIFY(minor.declare("ana", "Wrong colour", "P4").ok);
    QCOMPARE(minor.clock("nin.int").late.toRfc3339(), u"2025-03-03T17:00:00.000Z"_s);
    QCOMPARE(minor.clockState("nin.ext"), u"none"_s);

    // Each update starts the clock anew; a change of severity counts from the same update.
    BriefRig rig = inStep(u"initial_comms"_s, "P1");
    rig.advance(10min);
    QVERIFY(rig.ok("cleo", "/draft internal Investigating impact=x action=y eta=unknown"));
    QVERIFY(rig.ok("cleo", "/send #U1"));
    rig.advance(16min);
    QCOMPARE(rig.clockState("nin.int"), u"late"_s);
    QVERIFY(rig.ok("ana", "/sev P2 fewer users"));
    QCOMPARE(rig.lateMinutes("nin.int"), 30.0);
    QCOMPARE(rig.clockState("nin.int"), u"running"_s);
}

void TestConformanceNin::NIN_9()
{
    BriefRig rig = inStep(u"initial_comms"_s);
    QVERIFY(rig.warned("cleo", "/draft internal Investigating impact=\"failed payments\"", "nin.internal"));
    QVERIFY(rig.refused("cleo", "/send #U1", "nin.internal"));
    QVERIFY(rig.ok("cleo", "/edit #U1 action=\"reading logs\" eta=investigating next_update=10:30"));
    QVERIFY(rig.ok("cleo", "/send #U1"));
    QCOMPARE(rig.lastText(), u"INCIDENT UPDATE [2025-03-03 10:00 UTC]\nStatus: Investigating\nImpact: failed payments\n"
                             "Action: reading logs\nETA: investigating\nNext update: 10:30"_s);
    QVERIFY(rig.ok("cleo", "/draft public Investigating"));
    QVERIFY(rig.refused("cleo", "/send #U2", "nin.external"));
    QVERIFY(rig.all("cleo", {"/edit #U2 symptom=\"failed payments\"", "/send #U2"}));
    QVERIFY(rig.lastText().startsWith(
        u"We are currently investigating issues with payment.\nSome users may experience failed payments."_s));
}

void TestConformanceNin::NIN_20()
{
    for (const char *severity : {"P1", "P2"}) {
        BriefRig rig("nine-step", "2025-03-02T03:00:00Z"); // a Sunday night
        QVERIFY(rig.declare("ana", "Payments fail", severity, "service=payment").ok);
        QCOMPARE(rig.effects("nin.page"), QStringList{u"page oncall"_s});
        QCOMPARE(rig.clockState("nin.page/1"), u"due"_s);
        rig.advance(6min);
        QCOMPARE(rig.clockState("nin.page/1"), u"late"_s);
        QVERIFY(rig.ok("ana", "/escalate nin.page"));
        QVERIFY(rig.effects("nin.page").isEmpty());
    }
    BriefRig medium("nine-step");
    QVERIFY(medium.declare("ana", "Slow pages", "P3", "service=web").ok);
    QVERIFY(medium.effects("nin.page").isEmpty());
    QVERIFY(medium.ok("ana", "/sev P1 all down")); // raised later: paged then
    QCOMPARE(medium.effects("nin.page"), QStringList{u"page oncall"_s});
}

void TestConformanceNin::NIN_21()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Payments fail", "P2", "service=payment").ok);
    QCOMPARE(rig.effects("nin.tell"), (QStringList{u"draft nin.external"_s, u"notify management"_s}));
    BriefRig medium("nine-step");
    QVERIFY(medium.declare("ana", "Slow pages", "P3", "service=web").ok);
    QVERIFY(medium.effects("nin.tell").isEmpty());
}

void TestConformanceNin::NIN_22()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Payments fail", "P2", "service=payment").ok);
    QVERIFY(rig.isOffered("nin.answer") && !rig.isDone("nin.answer"));
    BriefRig hasty("nine-step");
    QVERIFY(hasty.declare("ana", "Payments fail", "P2", "service=payment").ok);
    QVERIFY(hasty.warned("ana", "/phase triage", "nin.real"));
    QVERIFY(rig.ok("ana", "/confirm real"));
    QVERIFY(rig.isDone("nin.answer"));
    QCOMPARE(rig.state().real, std::optional(true));
    QVERIFY(rig.quiet("ana", "/phase triage", "nin.real"));

    BriefRig drop("nine-step");
    QVERIFY(drop.declare("ana", "Payments fail", "P2", "service=payment").ok);
    QVERIFY(drop.refused("ana", "/confirm false"));
    QVERIFY(drop.all("ana", {"/confirm false the probe used an old address", "/withdraw false alarm"}));
    QCOMPARE(drop.state().real, std::optional(false));
}

void TestConformanceNin::NIN_23()
{
    BriefRig rig = inStep(u"assemble"_s);
    QVERIFY(rig.isOffered("nin.experts") && !rig.isDone("nin.experts"));
    QVERIFY(rig.all("ana", {"/role @dana sme", "/role @eli sme"}));
    QVERIFY(rig.isDone("nin.experts"));
    QCOMPARE(rig.state().holders(u"sme"_s).size(), 2);
}

void TestConformanceNin::NIN_31()
{
    BriefRig rig = inStep(u"detection"_s);
    QVERIFY(rig.ok("bo", "/alert PaymentErrors"));
    QVERIFY(rig.effects("nin.unacked").isEmpty());
    rig.advance(5min);
    QVERIFY(rig.effects("nin.unacked").contains(u"page oncall"_s));
    QVERIFY(rig.ok("bo", "/ackalert #L1"));
    QVERIFY(rig.effects("nin.unacked").isEmpty());
}

void TestConformanceNin::NIN_32()
{
    BriefRig bare("nine-step");
    const Answer declared = bare.declare("ana", "Payments fail", "P2");
    QVERIFY(declared.notice(u"nin.new"_s));
    QVERIFY(declared.notice(u"nin.new"_s)->text.endsWith(u"(type /field service=\"…\")."_s));
    QVERIFY(bare.ok("ana", "/field service=\"payments\""));
    BriefRig rig = inStep(u"assemble"_s);
    QVERIFY(rig.effects("nin.room").contains(u"create slack.channel"_s));
    QCOMPARE(rig.process().systems.value(u"slack"_s).value(u"channel").toString(), u"incident-{service}-{date}"_s);
    QVERIFY(rig.ok("ana", "/system slack.channel done"));
}

void TestConformanceNin::NIN_33()
{
    BriefRig rig = inStep(u"assemble"_s);
    QVERIFY(rig.effects("nin.expect").isEmpty());
    QVERIFY(rig.ok("ana", "/phase initial_comms"));
    QVERIFY(rig.effects("nin.expect").contains(u"draft nin.internal"_s));
    QCOMPARE(rig.effects("nin.expect").size(), 2);
    QVERIFY(rig.isOffered("nin.s4") && rig.items("nin.s4").contains(u"Set expectation for update frequency"_s));
    QVERIFY(rig.all("cleo", {"/draft internal Investigating impact=x action=y eta=unknown next_update=10:30", "/send #U1"}));
}
