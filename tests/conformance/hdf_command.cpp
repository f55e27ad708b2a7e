// SPDX-License-Identifier: GPL-3.0-or-later
#include "hdf.h"

#include "rules/autofields.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace hdf;

void TestConformanceHdf::HDF_7()
{
    RowRig rig(process, with(u"P1"_s));
    QCOMPARE(rig.offered(u"hdf.contain"_s).size(), 4);
    QVERIFY(rig.does(u"Ana"_s, u"/mitigation \"Isolate regions\" cut the west off"_s));
    QCOMPARE(rig.state().mitigations.first().option, u"Isolate regions"_s);
}

void TestConformanceHdf::HDF_11()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    for (const QString &role : {u"ic"_s, u"sre_oncall"_s, u"eng_lead"_s, u"comms_lead"_s, u"support_liaison"_s})
        QVERIFY(rig.process().role(role) && !rig.process().role(role)->duties.isEmpty());
    QCOMPARE(rig.process().commander()->id, u"ic"_s);
    QCOMPARE(rig.process().record.officialBy, QStringList{u"ic"_s});
    QVERIFY(rig.warned(u"Bo"_s, u"/decision fail over now"_s, u"hdf.decides"_s));
    QVERIFY(rig.quiet(u"Ana"_s, u"/decision fail over now"_s, u"hdf.decides"_s));
}

void TestConformanceHdf::HDF_12()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.does(u"Bo"_s, page()));
    QVERIFY(rig.refused(u"Bo"_s, u"/send #U1"_s, u"hdf.publish"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/send #U1"_s, u"hdf.publish"_s));
    QVERIFY(rig.does(u"Cy"_s, u"/send #U1"_s));
}

void TestConformanceHdf::HDF_13()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.offered(u"hdf.db"_s).isEmpty());
    QVERIFY(rig.does(u"Ana"_s, u"/alert DbDown type=database"_s));
    QCOMPARE(rig.offered(u"hdf.db"_s).size(), 3);
    QVERIFY(rig.refused(u"Bo"_s, u"/check hdf.db 2"_s, u"hdf.db"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/check hdf.db 1"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/check hdf.db 2"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/field playbook=gateway"_s));
    QCOMPARE(rig.offered(u"hdf.gateway"_s).size(), 3);
    QVERIFY(rig.offered(u"hdf.queue"_s).isEmpty());
    QVERIFY(rig.does(u"Bo"_s, u"/field playbook=queue"_s));
    QCOMPARE(rig.offered(u"hdf.queue"_s).size(), 4);
}

void TestConformanceHdf::HDF_14()
{
    RowRig rig(process, with(u"P1"_s));
    const QStringList told = rig.effects(u"hdf.room"_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().contains(u"#incident-room"_s) && told.first().contains(u"side channels"_s));
    QCOMPARE(rig.process().record.officialBy, QStringList{u"ic"_s});
}

void TestConformanceHdf::HDF_15()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    int update = 0;
    for (const QString &field : {u"summary"_s, u"scope"_s, u"regions"_s, u"estimated_resolution"_s, u"workaround"_s}) {
        QVERIFY(rig.does(u"Cy"_s, page({}, {field})));
        QVERIFY2(rig.refused(u"Cy"_s, u"/send #U%1"_s.arg(++update), u"hdf.page"_s), qPrintable(field));
    }
    QVERIFY(rig.does(u"Cy"_s, page()));
    QVERIFY(rig.does(u"Cy"_s, u"/send #U%1"_s.arg(++update)));
    QVERIFY(
        rig.does(u"Cy"_s, u"/draft customers Investigating summary=\"Tickets fail\" scope=all regions=none workaround=none"_s));
    QVERIFY(rig.refused(u"Cy"_s, u"/send #U%1"_s.arg(++update), u"hdf.mail"_s));
    QVERIFY(rig.does(u"Cy"_s, u"/edit #U%1 estimated_resolution=none"_s.arg(update)));
    QVERIFY(rig.does(u"Cy"_s, u"/send #U%1"_s.arg(update)));
}

void TestConformanceHdf::HDF_16()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.refused(u"Bo"_s, u"/reply customers symptoms=\"tickets cannot be saved\" workaround=none"_s, u"hdf.agents"_s));
    QVERIFY(rig.refused(u"Gus"_s, u"/reply customers workaround=none"_s, u"hdf.reply"_s));
    QVERIFY(
        rig.refused(u"Gus"_s, u"/reply customers symptoms=\"it will be fixed by 14:00\" workaround=none"_s, u"hdf.promise"_s));
    QVERIFY(rig.refused(u"Gus"_s, u"/reply customers symptoms=\"probably all is slow\" workaround=none"_s, u"hdf.guess"_s));
    QVERIFY(rig.refused(u"Gus"_s, u"/reply customers symptoms=\"errors caused by a release\" workaround=none"_s, u"hdf.cause"_s));
    QVERIFY(rig.does(u"Cy"_s, u"/override hdf.promise the time is agreed"_s));
    QVERIFY(rig.does(u"Gus"_s, u"/reply customers symptoms=\"it will be fixed by 14:00\" workaround=none"_s));
    QVERIFY(rig.does(u"Gus"_s, u"/reply customers symptoms=\"tickets cannot be saved\" workaround=none"_s));
}

void TestConformanceHdf::HDF_17()
{
    for (const QString &severity : {u"P0"_s, u"P1"_s}) {
        RowRig rig(process, with(severity));
        takeRoles(rig);
        QVERIFY(rig.does(u"Ana"_s, u"/confirm real"_s));
        QCOMPARE(rig.minutes(u"hdf.first"_s), 15);
        rig.advance(Span::minutes(14));
        QVERIFY(!rig.isLate(u"hdf.first"_s));
        QVERIFY(rig.does(u"Cy"_s, page()));
        QVERIFY(rig.does(u"Cy"_s, u"/send #U1"_s));
        QVERIFY(rig.isMet(u"hdf.first"_s));
    }
    RowRig late(process, with(u"P1"_s));
    QVERIFY(late.does(u"Ana"_s, u"/confirm real"_s));
    late.advance(Span::minutes(16));
    QVERIFY(late.isLate(u"hdf.first"_s));
    RowRig reported(process, with(u"P1"_s));
    QVERIFY(reported.does(u"Gus"_s, u"/report tickets vanish"_s));
    QVERIFY(reported.does(u"Ana"_s, u"/confirm real"_s));
    QCOMPARE(reported.minutes(u"hdf.first"_s), 5);
    RowRig moderate(process, with(u"P2"_s));
    QVERIFY(moderate.does(u"Ana"_s, u"/confirm real"_s));
    QVERIFY(!moderate.clock(u"hdf.first"_s));
}

void TestConformanceHdf::HDF_18()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    int update = 0;
    const auto sends = [&](const QString &line) {
        (void)rig.does(u"Cy"_s, line);
        return u"/send #U%1"_s.arg(++update);
    };
    for (const QString &field :
         {u"nature"_s, u"affected_users"_s, u"symptoms"_s, u"acknowledgement"_s, u"next_update"_s, u"workaround"_s})
        QVERIFY2(rig.refused(u"Cy"_s, sends(page({}, {field})), u"hdf.page"_s), qPrintable(field));
    QVERIFY(rig.refused(u"Cy"_s, sends(page({u"nature=A failover of the replica"_s})), u"hdf.jargon"_s));
    QVERIFY(rig.refused(u"Cy"_s, sends(page({u"nature=It might be over now"_s})), u"hdf.factual"_s));
    QVERIFY(rig.refused(u"Cy"_s, sends(page({u"nature="_s + u"Creating tickets fails and fails. "_s.repeated(40)})),
                        u"hdf.concise"_s));
    QVERIFY(rig.does(u"Cy"_s, sends(page())));
}

void TestConformanceHdf::HDF_29()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.does(u"Bo"_s, u"/change restart the mail workers"_s));
    QVERIFY(rig.refused(u"Bo"_s, u"/execute #C1"_s, u"hdf.approve"_s));
    QVERIFY(rig.refused(u"Di"_s, u"/approve #C1"_s, u"hdf.approve"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/approve #C1"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/execute #C1"_s));
}

void TestConformanceHdf::HDF_31()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.process().audienceDef(u"agents"_s) && !rig.process().audienceDef(u"agents"_s)->outside);
    QVERIFY(!rig.isDue(u"hdf.liaison"_s));
    QVERIFY(rig.does(u"Gus"_s, u"/report tickets vanish"_s));
    QCOMPARE(rig.effects(u"hdf.liaison"_s), (QStringList{u"notify support_liaison"_s, u"draft hdf.summary"_s}));
    QVERIFY(rig.does(u"Ed"_s, u"/draft agents symptoms=\"tickets vanish\""_s));
    QVERIFY(rig.refused(u"Ed"_s, u"/send #U1"_s, u"hdf.summary"_s));
    QVERIFY(rig.does(u"Ed"_s, u"/edit #U1 scope=\"one region\" workaround=none answer=\"we know and work on it\""_s));
    QVERIFY(rig.does(u"Ed"_s, u"/send #U1"_s));
    QVERIFY(rig.state().updates.first().text.contains(u"tickets vanish"_s));
}

void TestConformanceHdf::HDF_33()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.does(u"Bo"_s, u"/field playbook=queue"_s));
    moveTo(rig, u"resolution"_s);
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve means=patch"_s, u"hdf.replay"_s));
    QVERIFY(rig.refusedAs(u"Cy"_s, u"/gate hdf.replay 1 I think so"_s, u"not-authorised"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/gate hdf.replay 1 4,120 events replayed, the queue is empty"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/resolve means=patch"_s));
}

void TestConformanceHdf::HDF_35()
{
    RowRig rig(process, with(u"P1"_s));
    QCOMPARE(channelName(rig.context()), u"#incident-room"_s);
}

void TestConformanceHdf::HDF_39()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QCOMPARE(rig.process().distribution, Distribution::Internal);
    QVERIFY(rig.does(u"Cy"_s, page({u"acknowledgement=Our Incident Commander meets in incident-room"_s})));
    QVERIFY(rig.refused(u"Cy"_s, u"/send #U1"_s, u"hdf.private"_s));
    QVERIFY(rig.does(u"Cy"_s, page()));
    QVERIFY(rig.does(u"Cy"_s, u"/send #U2"_s));
}

void TestConformanceHdf::HDF_40()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.does(u"Bo"_s, u"/change switch to the secondary kind:failover"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/change switch back kind:failover"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/approve #C1"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/approve #C2"_s));
    QVERIFY(rig.warned(u"Bo"_s, u"/execute #C1"_s, u"hdf.writes"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/field writes_suspended=true"_s));
    QVERIFY(rig.quiet(u"Bo"_s, u"/execute #C2"_s, u"hdf.writes"_s));
}
