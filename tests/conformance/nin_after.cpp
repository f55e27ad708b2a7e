// SPDX-License-Identifier: GPL-3.0-or-later
#include "nin.h"

using namespace nin;

void TestConformanceNin::NIN_15()
{
    BriefRig rig = checkedOff();
    QVERIFY(rig.ok("ana", "/impact start 09:20"));
    rig.advance(30min);
    QVERIFY(rig.ok("ana", resolveLine));
    QVERIFY(rig.ok("cleo", "/draft internal Resolved root_cause=\"pool of connections too small\""));
    QVERIFY(rig.refused("cleo", "/send #U1", "nin.resolved"));
    QVERIFY(rig.doLine("cleo", "/send #U1").text.contains(u"(type /edit #U1 resolution=\"…\")"_s));
    QVERIFY(rig.all("cleo", {"/edit #U1 resolution=\"pool enlarged\"", "/send #U1"}));
    QCOMPARE(rig.lastText(),
             u"INCIDENT RESOLVED [2025-03-03 10:30 UTC]\nDuration: 1h 10m\nRoot cause: pool of connections too small\n"
             "Resolution: pool enlarged\nStatus: Monitoring for recurrence"_s);
    QVERIFY(rig.refused("ana", "/draft closure", "nin.closed"));
    QVERIFY(
        rig.ok("ana", "/draft closure final_impact=\"312 failed payments\" followups=PAY-7 postmortem_at=\"2025-03-05 14:00\""));
    QVERIFY(rig.lastText().startsWith(u"INCIDENT CLOSED: payment P2\nDuration: 1h 10m\nImpact: 312 failed payments"_s));
    QVERIFY(rig.ok("cleo", "/draft public Resolved public_cause=\"too few connections\""));
    QVERIFY(rig.refused("cleo", "/send #U3", "nin.pubres"));
    QVERIFY(rig.ok("cleo", "/edit #U3 public_impact=\"failed payments\" impact_end=10:25"));
    QVERIFY(rig.lastText().contains(u"Root cause: too few connections"_s) && rig.lastText().contains(u"We apologize"_s));
    QVERIFY(rig.ok("cleo", "/send #U3"));
}

void TestConformanceNin::NIN_16()
{
    BriefRig rig = checkedOff();
    QVERIFY(rig.ok("ana", resolveLine));
    QVERIFY(rig.effects("nin.closing").isEmpty());
    QVERIFY(rig.ok("ana", "/phase closure"));
    QCOMPARE(rig.effects("nin.closing"),
             (QStringList{u"draft nin.closed"_s, u"draft nin.ticket"_s, u"prompt Thank everyone who helped"_s}));
    QVERIFY(rig.isOffered("nin.s8") && !rig.isTicked("nin.s8", 4) && !rig.isTicked("nin.s8", 5));
    QVERIFY(rig.refused("ana", "/draft ticket", "nin.ticket"));
    QVERIFY(rig.ok("ana", "/draft ticket task=\"Add monitoring for the pool\""));
    QVERIFY(rig.isTicked("nin.s8", 5));
    QVERIFY(rig.refused("ana", "/close", "nin.meeting"));
    QVERIFY(rig.ok("ana", "/schedule postmortem 2025-03-05 14:00"));
    QVERIFY(rig.isTicked("nin.s8", 4) && rig.missing("nin.meeting").isEmpty());
    QVERIFY(rig.ok("ana", "/check nin.s8 3 thanked in the channel"));
}

void TestConformanceNin::NIN_17()
{
    BriefRig rig = resolved();
    QCOMPARE(rig.dueMinutes("nin.pm"), 48.0 * 60);
    QCOMPARE(rig.lateMinutes("nin.pm"), 72.0 * 60);
    int minutes = 0;
    const ListRule *agenda = rig.process().list(u"nin.agenda"_s);
    QVERIFY(agenda);
    for (const ListItem &item : agenda->items)
        minutes += item.minutes;
    QCOMPARE(agenda->items.size(), 5);
    QCOMPARE(minutes, 80);
    QVERIFY(rig.refused("ana", "/item \"enlarge the pool\" owner=tomas ticket=PAY-8", "nin.item"));
    QVERIFY(rig.ok("ana", "/item \"enlarge the pool\" owner=tomas due=2025-03-20 ticket=PAY-8"));
    rig.advance(50h);
    QVERIFY(rig.ok("ana", "/held postmortem who=ana,tomas,cleo"));
    QCOMPARE(rig.clockState("nin.pm"), u"met"_s);
    QVERIFY(rig.refused("ana", "/closereview postmortem", "nin.report"));
    for (const char *section : {"Summary", "Impact", "Timeline", "Root Cause", "Contributing Factors", "What Went Well",
                                "What Could Be Improved", "Action Items", "Lessons Learned"}) {
        QVERIFY(rig.refused("ana", "/closereview postmortem", "nin.report"));
        QVERIFY(rig.ok("ana", QByteArray("/review postmortem section=\"") + section + "\" written"));
    }
    QVERIFY(rig.ok("ana", "/closereview postmortem"));
}

void TestConformanceNin::NIN_18()
{
    BriefRig rig = resolved();
    const ListRule *criteria = rig.process().list(u"nin.success"_s);
    QVERIFY(criteria);
    QCOMPARE(criteria->use, ListUse::Criteria);
    QCOMPARE(criteria->items.size(), 9);
    QVERIFY(!rig.isTicked("nin.success", 7));
    QVERIFY(rig.all("ana", {"/held postmortem who=ana,tomas,cleo", "/check nin.success 2 P2 was right"}));
    QVERIFY(rig.isTicked("nin.success", 7) && rig.isTicked("nin.success", 2));
}

void TestConformanceNin::NIN_19()
{
    const Process process = BriefRig("nine-step").process();
    BriefRig rig("nine-step");
    const ListRule *ready = rig.process().list(u"nin.ready"_s);
    QVERIFY(ready);
    QCOMPARE(ready->rule.scope, Scope::Process);
    QCOMPARE(ready->items.size(), 5);
}

void TestConformanceNin::NIN_27()
{
    BriefRig rig = resolved();
    QVERIFY(rig.ok("ana", "/schedule postmortem 2025-03-05 14:00"));
    QVERIFY(tell(rig, pageLine));
    QVERIFY(rig.refused("ana", "/close", "nin.final"));
    QVERIFY(tell(rig, messageLine));
    QVERIFY(rig.ok("ana", "/close"));

    BriefRig unsaid = resolved();
    QVERIFY(unsaid.ok("ana", "/schedule postmortem 2025-03-05 14:00"));
    QVERIFY(tell(unsaid, messageLine));
    QVERIFY(unsaid.refused("ana", "/close", "nin.pageup"));
    QVERIFY(unsaid.ok("cleo", pageLine));
    QVERIFY(unsaid.refused("ana", "/close", "nin.pageup")); // drafted is not said
    // P3 was never told outside: nothing to update.
    BriefRig medium = resolved("P3");
    QVERIFY(tell(medium, messageLine));
    QVERIFY(medium.ok("ana", "/close"));
}

void TestConformanceNin::NIN_28()
{
    BriefRig rig = resolved("P3");
    QVERIFY(rig.isOffered("nin.learn"));
    rig.doLine("cleo", messageLine);
    rig.doLine("cleo", "/send #U1");
    rig.doLine("ana", "/close");
    QVERIFY(rig.ok("ana", "/check nin.learn 1 told at the all-hands"));
    QVERIFY(!rig.isDone("nin.learn"));
    QVERIFY(rig.ok("tomas", "/check nin.learn 2 runbook amended"));
    QVERIFY(rig.isDone("nin.learn"));
}

void TestConformanceNin::NIN_29()
{
    BriefRig rig = resolved();
    QVERIFY(rig.refused("ana", "/close", "nin.meeting"));
    QVERIFY(rig.ok("ana", "/schedule postmortem 2025-03-05 14:00"));
    QVERIFY(rig.missing("nin.meeting").isEmpty());

    // Panic and poor communication: nobody has the roles.
    BriefRig alone("nine-step");
    QVERIFY(alone.declare("bo", "Payments fail", "P1", "service=payment").ok);
    alone.advance(5min);
    QVERIFY(alone.effects("nin.calm").contains(u"propose role ic"_s));
    QVERIFY(alone.effects("nin.voice").contains(u"propose role comms"_s));
    QVERIFY(alone.all("bo", {"/role @bo ic", "/role @cleo comms"}));
    QVERIFY(alone.effects("nin.calm").isEmpty() && alone.effects("nin.voice").isEmpty());
    QVERIFY(alone.ok("dana", "/draft public Investigating symptom=x"));
    QVERIFY(alone.warned("dana", "/send #U1", "nin.publish"));
    // Too many cooks.
    QVERIFY(alone.warned("dana", "/decision restart everything", "nin.decide"));
    // Heroics.
    alone.advance(8h);
    QVERIFY(alone.effects("nin.heroics").contains(u"propose handover ic"_s));
    // No follow-up.
    for (const char *section : {"Summary", "Impact", "Timeline", "\"Root Cause\"", "\"Contributing Factors\"",
                                "\"What Went Well\"", "\"What Could Be Improved\"", "\"Action Items\"", "\"Lessons Learned\""})
        QVERIFY(rig.ok("ana", QByteArray("/review postmortem section=") + section + " written"));
    QVERIFY(rig.warned("ana", "/closereview postmortem", "nin.track"));
}

void TestConformanceNin::NIN_30()
{
    BriefRig rig = resolved();
    QVERIFY(rig.warned("ana", "/review postmortem section=Summary it was the fault of tomas", "nin.names"));
    QVERIFY(rig.warned("ana", "/review postmortem section=Summary who broke the pool", "nin.who"));
    const Answer plain = rig.doLine("ana",
                                    "/review postmortem section=Summary the pool had its default size, and nothing watched it");
    QVERIFY(plain.ok && !plain.notice(u"nin.names"_s) && !plain.notice(u"nin.who"_s));
}
