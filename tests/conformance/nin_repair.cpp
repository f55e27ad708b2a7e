// SPDX-License-Identifier: GPL-3.0-or-later
#include "nin.h"

using namespace nin;

void TestConformanceNin::NIN_10()
{
    BriefRig rig = inStep(u"initial_comms"_s);
    QVERIFY(rig.ok("ana", "/phase investigation"));
    QVERIFY(rig.isOffered("nin.questions") && rig.isOffered("nin.runbooks"));
    QCOMPARE(rig.items("nin.questions").size(), 7);
    QVERIFY(rig.snippets("nin.runbooks").contains(u"ls docs/runbooks/"_s));
    QCOMPARE(rig.items("nin.runbooks").size(), 5);
    // A runbook of the user's folder stands beside them, its commands to copy.
    const auto own = userPlaybook(rig, "---\nid: ours\ntitle: Connections exhausted\n---\n# Investigation\n- Count them\n\n"
                                       "```\nselect count(*) from pg_stat_activity\n```\n");
    QVERIFY(own && own->items.size() == 1);
    QCOMPARE(own->items.first().run, u"select count(*) from pg_stat_activity"_s);
    QVERIFY(rig.ok("tomas", "/check nin.questions 6 the pool is exhausted"));
    QVERIFY(rig.isTicked("nin.questions", 6));
}

void TestConformanceNin::NIN_11()
{
    BriefRig rig = inStep(u"investigation"_s);
    QVERIFY(rig.refused("tomas", "/rootcause what=\"the pool is too small\" why=\"default size\""));
    QVERIFY(rig.warned("tomas", "/finding the pool is exhausted what=\"the pool is too small\"", "nin.cause"));
    QVERIFY(!rig.isTicked("nin.s5", 7));
    QVERIFY(rig.ok(
        "tomas",
        "/rootcause what=\"the pool is too small\" why=\"default size\" when=09:40 how=\"time-outs\" evidence=\"pool metrics\""));
    QVERIFY(rig.isWritten("nin.cause"));
    QVERIFY(rig.isTicked("nin.s5", 7) && rig.isTicked("nin.s5", 8));
    for (const char *field : {"what", "why", "when", "how", "evidence"})
        QVERIFY(!rig.state().fields.value(QString::fromLatin1(field)).toString().isEmpty());
}

void TestConformanceNin::NIN_12()
{
    BriefRig rig = inStep(u"mitigation"_s);
    const ListRule *options = rig.process().list(u"nin.opts"_s);
    QVERIFY(options);
    QCOMPARE(options->use, ListUse::Options);
    QCOMPARE(options->items.size(), 6);
    QCOMPARE(options->items.first().speed, u"Seconds"_s);
    QCOMPARE(options->items.last().speed, u"30min+"_s);
    for (const ListItem &item : options->items)
        QVERIFY(!item.speed.isEmpty() && !item.useWhen.isEmpty());
}

void TestConformanceNin::NIN_13()
{
    BriefRig rig = inStep(u"mitigation"_s);
    QVERIFY(rig.refused("tomas", "/mitigation 3 \"pool enlarged\"", "nin.mit"));
    QVERIFY(rig.ok("tomas", "/mitigation 3 \"pool enlarged\" result=partial status=Monitoring"));
    QVERIFY(rig.isWritten("nin.mit"));
    QVERIFY(rig.ok("tomas", "/draft mitigation action=\"pool enlarged\" result=partial status=Monitoring"));
    QCOMPARE(rig.lastText(),
             u"MITIGATION APPLIED [2025-03-03 10:00 UTC]\nAction: pool enlarged\nResult: partial\nStatus: Monitoring"_s);
}

void TestConformanceNin::NIN_14()
{
    BriefRig rig = checkedOff();
    QVERIFY(rig.ok("bo", "/alert PaymentErrors"));
    QVERIFY(rig.refused("ana", resolveLine, "nin.six"));
    QCOMPARE(rig.missing("nin.six"), QStringList{u"Monitoring alerts cleared"_s});
    // One that was linked by mistake is cleared too: nobody takes it out of the record.
    QVERIFY(rig.all("bo", {"/clearalert #L1", "/alert DiskFull"}));
    const auto done = rig.doLine("bo", "/retract #E" + QByteArray::number(rig.state().entries.size()) + " of another incident");
    QVERIFY(!done.ok);
    QVERIFY(rig.refused("ana", resolveLine, "nin.six"));
    QVERIFY(rig.ok("bo", "/clearalert #L2"));
    QVERIFY(rig.ok("ana", resolveLine));

    BriefRig open = inStep(u"resolution"_s);
    QCOMPARE(open.missing("nin.six").size(), 5);
    QVERIFY(open.refused("ana", "/gate nin.six 6 it is quiet"));
    for (int i = 1; i <= 2; ++i)
        open.doLine("ana", "/gate nin.validated " + QByteArray::number(i) + " fine");
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(open.refused("ana", resolveLine, "nin.six"));
        QVERIFY(open.doLine("ana", resolveLine).text.contains(u": /gate nin.six %1 …"_s.arg(i)));
        QVERIFY(open.ok("ana", "/gate nin.six " + QByteArray::number(i) + " seen"));
    }
    QVERIFY(open.ok("ana", resolveLine));
}

void TestConformanceNin::NIN_24()
{
    BriefRig rig = inStep(u"mitigation"_s);
    QVERIFY(rig.ok("tomas", "/mitigation 3 \"pool enlarged\" result=partial status=Monitoring"));
    QCOMPARE(rig.lateMinutes("nin.said"), 5.0);
    QVERIFY(rig.effects("nin.judge").isEmpty());
    rig.advance(5min);
    QCOMPARE(rig.effects("nin.judge").size(), 1);
    QVERIFY(rig.ok("tomas", "/result #M1 restored"));
    QVERIFY(rig.effects("nin.judge").isEmpty());
    rig.advance(1min);
    QCOMPARE(rig.clockState("nin.said"), u"late"_s);
    QVERIFY(rig.all("cleo", {"/draft internal Monitoring impact=x action=y eta=unknown next_update=10:40", "/send #U1"}));
    QCOMPARE(rig.clockState("nin.said"), u"met late"_s);
    QVERIFY(rig.effects("nin.stable").isEmpty());
    rig.advance(9min);
    QCOMPARE(rig.effects("nin.stable").size(), 1);
}

void TestConformanceNin::NIN_25()
{
    BriefRig rig = checkedOff();
    QVERIFY(rig.ok("tomas", "/mitigation 3 \"pool enlarged by hand\" result=restored status=Monitoring temporary"));
    QVERIFY(rig.refused("ana", resolveLine, "nin.permanent"));
    BriefRig ticketed = checkedOff();
    QVERIFY(ticketed.ok("tomas", "/mitigation 3 \"pool enlarged by hand\" result=restored status=Monitoring temporary"));
    QVERIFY(ticketed.ok("tomas",
                        "/item \"set the pool size in the chart\" owner=tomas due=2025-03-10 ticket=PAY-9 tag=permanent-fix"));
    QVERIFY(ticketed.ok("ana", resolveLine));
    QVERIFY(rig.ok("tomas", "/field permanent_fix=true"));
    QVERIFY(rig.ok("ana", resolveLine));

    BriefRig unchecked = inStep(u"resolution"_s);
    for (int i = 1; i <= 5; ++i)
        unchecked.doLine("ana", "/gate nin.six " + QByteArray::number(i) + " seen");
    QVERIFY(unchecked.refused("ana", resolveLine, "nin.validated"));
    QVERIFY(unchecked.ok("ana", "/gate nin.validated 1 no new errors"));
    QVERIFY(unchecked.refused("ana", resolveLine, "nin.validated"));
}

void TestConformanceNin::NIN_26()
{
    BriefRig rig = inStep(u"mitigation"_s);
    QVERIFY(!rig.isOffered("nin.hotfix"));
    QVERIFY(rig.ok("tomas", "/field code_fix=true"));
    QVERIFY(rig.isOffered("nin.hotfix"));
    QVERIFY(rig.items("nin.hotfix").join(u' ').contains(u"../hotfix/WORKFLOW.md"_s));
    QCOMPARE(rig.items("nin.hotfix").size(), 3);
    QVERIFY(inStep(u"resolution"_s).isOffered("nin.hotfix"));
}

void TestConformanceNin::NIN_34()
{
    BriefRig rig("nine-step");
    struct Case
    {
        const char *list;
        int snippets;
    };
    // The document has no commands in its second step.
    for (const Case &c : {Case{"nin.s1", 2}, Case{"nin.s3", 2}, Case{"nin.s5", 4}, Case{"nin.opts", 3}, Case{"nin.s8", 3}})
        QCOMPARE(rig.snippets(c.list).size(), c.snippets);
}
