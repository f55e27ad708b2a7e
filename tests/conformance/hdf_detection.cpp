// SPDX-License-Identifier: GPL-3.0-or-later
#include "hdf.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace hdf;

void TestConformanceHdf::HDF_1()
{
    RowRig rig(process);
    QStringList ids;
    for (const SeverityDef &severity : rig.process().severities) {
        ids.append(severity.id);
        QVERIFY(!severity.definition.isEmpty() && !severity.examples.isEmpty());
    }
    QCOMPARE(ids, (QStringList{u"P0"_s, u"P1"_s, u"P2"_s, u"P3"_s}));
    QCOMPARE(rig.proposed(u"hdf.severity"_s), QString());
    for (const auto &[failure, severity] : {std::pair{u"platform"_s, u"P0"_s},
                                            {u"data corruption"_s, u"P0"_s},
                                            {u"major component"_s, u"P1"_s},
                                            {u"specific feature"_s, u"P2"_s},
                                            {u"cosmetic"_s, u"P3"_s}}) {
        QVERIFY(rig.does(u"Ana"_s, u"/field failure=\"%1\""_s.arg(failure)));
        QCOMPARE(rig.proposed(u"hdf.severity"_s), severity);
    }
}

void TestConformanceHdf::HDF_2()
{
    RowRig sunday(process, with(u"P0"_s, u"2025-03-09T03:00:00Z"_s));
    QVERIFY(sunday.effects(u"hdf.p0"_s).contains(u"page ic,sre_oncall,eng_lead,comms_lead"_s));
    QCOMPARE(sunday.minutes(u"hdf.respond"_s), 5);
    sunday.advance(Span::minutes(4));
    QVERIFY(!sunday.isLate(u"hdf.respond"_s));
    sunday.advance(Span::minutes(2));
    QVERIFY(sunday.isLate(u"hdf.respond"_s));

    RowRig quick(process, with(u"P0"_s));
    quick.advance(Span::minutes(3));
    QVERIFY(quick.does(u"Bo"_s, u"/claim"_s));
    QVERIFY(quick.isMet(u"hdf.respond"_s));
    RowRig lower(process, with(u"P1"_s));
    QVERIFY(!lower.isDue(u"hdf.p0"_s));
    QVERIFY(!lower.clock(u"hdf.respond"_s));
}

void TestConformanceHdf::HDF_3()
{
    RowRig rig(process, with(u"P1"_s));
    QVERIFY(rig.effects(u"hdf.p1"_s).contains(u"page sre_oncall,functional_team"_s));
    QVERIFY(!rig.isDue(u"hdf.p1exec"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/impact spreading yes"_s));
    QVERIFY(rig.effects(u"hdf.p1exec"_s).contains(u"notify executives"_s));
}

void TestConformanceHdf::HDF_4()
{
    RowRig rig(process, with(u"P2"_s));
    QVERIFY(rig.effects(u"hdf.p2"_s).contains(u"notify sre_oncall"_s));
    QVERIFY(!rig.isDue(u"hdf.degrades"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/impact spreading yes"_s));
    QVERIFY(rig.effects(u"hdf.degrades"_s).contains(u"propose severity P1"_s));

    RowRig saturday(process, with(u"P2"_s, u"2025-03-08T12:00:00Z"_s));
    QVERIFY(!saturday.isDue(u"hdf.p2"_s));
    saturday.advanceTo(u"2025-03-10T09:00:01Z"_s);
    QVERIFY(saturday.isDue(u"hdf.p2"_s));

    RowRig minor(process, with(u"P3"_s));
    QVERIFY(minor.effects(u"hdf.p3"_s).contains(u"draft hdf.ticket"_s));
    QVERIFY(minor.refused(u"Ana"_s, u"/draft ticket"_s, u"hdf.ticket"_s));
    QVERIFY(minor.does(u"Ana"_s, u"/draft ticket summary=\"Filters lag\""_s));
    const auto sprint = minor.clock(u"hdf.sprint"_s);
    QVERIFY(sprint);
    QVERIFY(sprint->late > minor.now() + Span::days(7));
    QVERIFY(sprint->late < minor.now() + Span::days(28));
}

void TestConformanceHdf::HDF_5()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QStringList names;
    for (const PhaseDef &phase : rig.process().phases)
        names.append(phase.name);
    QCOMPARE(names, (QStringList{u"Detection"_s, u"Triage"_s, u"Containment"_s, u"Resolution"_s, u"RCA"_s}));
    QVERIFY(rig.refusedAs(u"Ana"_s, u"/phase containment"_s, u"phase-order"_s));
    QVERIFY(rig.refusedAs(u"Ana"_s, u"/phase rca"_s, u"phase-order"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve means=rollback"_s, u"hdf.order"_s));
    moveTo(rig, u"resolution"_s);
    QVERIFY(rig.does(u"Ana"_s, u"/resolve means=rollback"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/phase rca"_s));
}

void TestConformanceHdf::HDF_6()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.does(u"Ana"_s, u"/phase triage"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/phase containment"_s, u"hdf.triaged"_s));
    QVERIFY(rig.refused(u"Fay"_s, u"/draft triage blast_radius=global"_s, u"hdf.triage"_s));
    QVERIFY(rig.does(u"Fay"_s, u"/draft triage blast_radius=global logs_checked=true metrics_checked=true"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/phase containment"_s));
}

void TestConformanceHdf::HDF_8()
{
    RowRig rig(process, with(u"P1"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/alert QueueBacklog service=mail"_s));
    QCOMPARE(rig.state().alerts.size(), 1);
    QCOMPARE(rig.minutes(u"hdf.ack"_s), 5);
    rig.advance(Span::minutes(2));
    QVERIFY(rig.does(u"Bo"_s, u"/ackalert #L1"_s));
    QVERIFY(rig.isMet(u"hdf.ack"_s));
    for (const QString &system : {u"prometheus"_s, u"alertmanager"_s, u"pagerduty"_s})
        QVERIFY(rig.process().systems.contains(system));
}

void TestConformanceHdf::HDF_9()
{
    RowRig rig(process, with(u"P1"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/alert CpuSpike service=api"_s));
    QVERIFY(!rig.isDue(u"hdf.repeats"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/clearalert #L1"_s));
    rig.advance(Span::hours(2));
    QVERIFY(rig.does(u"Ana"_s, u"/alert CpuSpike service=api"_s));
    QCOMPARE(rig.state().alerts.size(), 2);
    QVERIFY(rig.isDue(u"hdf.repeats"_s));
}

void TestConformanceHdf::HDF_10()
{
    RowRig one(process, with(u"P2"_s));
    QVERIFY(one.does(u"Gus"_s, u"/report tickets vanish region:EU"_s));
    QVERIFY(one.does(u"Gus"_s, u"/report tickets vanish region:EU"_s));
    QVERIFY(!one.isDue(u"hdf.pattern"_s));
    QVERIFY(one.does(u"Gus"_s, u"/report tickets vanish region:EU"_s));
    QVERIFY(one.state().alerts.isEmpty());
    QCOMPARE(one.effects(u"hdf.pattern"_s), (QStringList{u"page sre_oncall"_s, u"propose phase triage"_s}));

    RowRig apart(process, with(u"P2"_s));
    QVERIFY(apart.does(u"Gus"_s, u"/report tickets vanish region:EU"_s));
    QVERIFY(apart.does(u"Gus"_s, u"/report tickets vanish region:US"_s));
    QVERIFY(apart.isDue(u"hdf.pattern"_s));

    RowRig slow(process, with(u"P2"_s));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(slow.does(u"Gus"_s, u"/report tickets vanish region:EU"_s));
        slow.advance(Span::minutes(16));
    }
    QVERIFY(!slow.isDue(u"hdf.pattern"_s));
}

void TestConformanceHdf::HDF_25()
{
    RowRig::Options bare;
    bare.severity = u"P1"_s;
    bare.declare = u"detection_source=\"customer report\""_s;
    RowRig rig(process, bare);
    QVERIFY(rig.declared().ok);
    QVERIFY(rig.declared().notice(u"hdf.declare"_s));
    takeRoles(rig);
    moveTo(rig, u"resolution"_s);
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve means=restart"_s, u"hdf.known"_s));
    QVERIFY(rig.refusedAs(u"Ana"_s, u"/field class=nonsense"_s, u"field-invalid"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/field class=\"integration failure\""_s));
    QVERIFY(rig.does(u"Ana"_s, u"/resolve means=restart"_s));
}

void TestConformanceHdf::HDF_26()
{
    RowRig::Options bare;
    bare.severity = u"P1"_s;
    bare.declare = u"class=\"security incident\""_s;
    RowRig rig(process, bare);
    QVERIFY(rig.declared().notice(u"hdf.declare"_s));
    takeRoles(rig);
    moveTo(rig, u"resolution"_s);
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve means=restart"_s, u"hdf.known"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/field detection_source=\"anomaly detection\""_s));
    QVERIFY(rig.does(u"Ana"_s, u"/resolve means=restart"_s));
    RowRig full(process, with(u"P1"_s));
    QVERIFY(!full.declared().notice(u"hdf.declare"_s));
}

void TestConformanceHdf::HDF_28()
{
    RowRig rig(process, with(QString()));
    QVERIFY(rig.process().role(u"triage_agent"_s));
    takeRoles(rig);
    QVERIFY(rig.offered(u"hdf.triage_steps"_s).isEmpty());
    QVERIFY(rig.does(u"Ana"_s, u"/phase triage"_s));
    QCOMPARE(rig.offered(u"hdf.triage_steps"_s).size(), 3);
    for (const QString &line :
         {u"/sev P1"_s, u"/field blast_radius=isolated"_s, u"/field logs_checked=true"_s, u"/field metrics_checked=true"_s}) {
        QVERIFY(rig.refused(u"Ana"_s, u"/phase containment"_s, u"hdf.triaged"_s));
        QVERIFY(rig.does(u"Fay"_s, line));
    }
    for (int item = 1; item <= 3; ++item)
        QVERIFY(rig.ticked(u"hdf.triage_steps"_s, item));
    QVERIFY(rig.does(u"Ana"_s, u"/phase containment"_s));
}

void TestConformanceHdf::HDF_32()
{
    RowRig rig(process, with(u"P1"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/alert DbLatency type=database cause=\"too many connections\""_s));
    QCOMPARE(rig.state().alerts.first().labels.value(u"type").toString(), u"database"_s);
    QCOMPARE(rig.state().alerts.first().labels.value(u"cause").toString(), u"too many connections"_s);
    QCOMPARE(rig.proposed(u"hdf.playbook"_s), u"database"_s);
}

void TestConformanceHdf::HDF_36()
{
    RowRig rig(process, with(u"P0"_s));
    rig.advance(Span::minutes(40));
    QVERIFY(!rig.clock(u"hdf.first"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/confirm real"_s));
    const auto clock = rig.clock(u"hdf.first"_s);
    QVERIFY(clock);
    QCOMPARE(clock->anchor, rig.now());
}
