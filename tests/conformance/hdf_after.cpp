// SPDX-License-Identifier: GPL-3.0-or-later
#include "hdf.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace hdf;

void TestConformanceHdf::HDF_19()
{
    RowRig rig(process, with(u"P1"_s));
    resolve(rig);
    QCOMPARE(rig.minutes(u"hdf.rca72"_s), 72 * 60);
    askWhys(rig, 5);
    QVERIFY(rig.does(u"Di"_s, u"/field monitoring_gap=false"_s));
    for (const QString &section : rcaSections) {
        QVERIFY2(rig.refused(u"Di"_s, u"/closereview rca"_s, u"hdf.rca"_s), qPrintable(section));
        writeReview(rig, u"rca"_s, {section});
    }
    rig.advance(Span::hours(71));
    QVERIFY(!rig.isLate(u"hdf.rca72"_s));
    rig.advance(Span::hours(2));
    QVERIFY(rig.isLate(u"hdf.rca72"_s));
    QVERIFY(rig.does(u"Di"_s, u"/closereview rca"_s));
}

void TestConformanceHdf::HDF_20()
{
    RowRig rig(process, with(u"P1"_s));
    resolve(rig);
    writeReview(rig, u"rca"_s, rcaSections);
    QVERIFY(rig.does(u"Di"_s, u"/field monitoring_gap=false"_s));
    askWhys(rig, 4);
    QVERIFY(rig.refused(u"Di"_s, u"/closereview rca"_s, u"hdf.rca"_s));
    QVERIFY(rig.does(u"Di"_s, u"/review rca whys_reason=\"the supplier says no more\""_s));
    QVERIFY(rig.does(u"Di"_s, u"/closereview rca"_s));

    RowRig five(process, with(u"P1"_s));
    resolve(five);
    writeReview(five, u"rca"_s, rcaSections);
    QVERIFY(five.does(u"Di"_s, u"/field monitoring_gap=false"_s));
    askWhys(five, 5);
    QVERIFY(five.does(u"Di"_s, u"/closereview rca"_s));
}

void TestConformanceHdf::HDF_21()
{
    RowRig rig(process, with(u"P1"_s));
    resolve(rig);
    const ReviewDef *debrief = rig.process().review(u"debrief"_s);
    QVERIFY(debrief);
    for (const QString &who : {u"sre_oncall"_s, u"eng_lead"_s, u"support_team"_s, u"product_team"_s})
        QVERIFY(debrief->attend.contains(who));
    QCOMPARE(rig.offered(debrief->agenda).size(), 3);
    QVERIFY(rig.refused(u"Di"_s, u"/item Improve database monitoring owner=Bo"_s, u"hdf.vague"_s));
    QVERIFY(rig.does(u"Di"_s, u"/item Add replication lag alert owner=Bo tag=detection"_s));
    writeReview(rig, u"rca"_s, rcaSections);
    askWhys(rig, 5);
    QVERIFY(rig.does(u"Di"_s, u"/field monitoring_gap=false"_s));
    QVERIFY(rig.does(u"Di"_s, u"/closereview rca"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/close"_s, u"hdf.after"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/held debrief who=\"Ana, Bo, Di, Ed\""_s));
    QVERIFY(rig.does(u"Ana"_s, u"/close"_s));
}

void TestConformanceHdf::HDF_22()
{
    RowRig rig(process, with(u"P1"_s));
    resolve(rig);
    writeReview(rig, u"rca"_s, rcaSections);
    askWhys(rig, 5);
    QVERIFY(rig.does(u"Di"_s, u"/field monitoring_gap=true"_s));
    QVERIFY(rig.does(u"Di"_s, u"/item Write the runbook down owner=Bo tag=prevention"_s));
    QVERIFY(rig.refused(u"Di"_s, u"/closereview rca"_s, u"hdf.detect"_s));
    QVERIFY(rig.does(u"Di"_s, u"/item Add replication lag alert owner=Bo tag=detection"_s));
    QVERIFY(rig.does(u"Di"_s, u"/closereview rca"_s));
}

void TestConformanceHdf::HDF_23()
{
    const QString deploy = u"/change ship 5.2 kind:deploy risk:low staging=none"_s;
    const auto proposed = [&](RowRig &rig) {
        return rig.does(u"Ana"_s, u"/claim"_s) && rig.does(u"Bo"_s, deploy) && rig.does(u"Ana"_s, u"/approve #C1"_s);
    };
    RowRig friday(process, with(u"P1"_s, u"2025-03-07T11:00:00Z"_s));
    QVERIFY(proposed(friday));
    QVERIFY(friday.refused(u"Bo"_s, u"/execute #C1"_s, u"hdf.friday"_s));
    QVERIFY(friday.refusedAs(u"Bo"_s, u"/override hdf.friday it cannot wait"_s, u"not-authorised"_s));
    QVERIFY(friday.does(u"Ana"_s, u"/override hdf.friday it cannot wait"_s));
    QVERIFY(friday.does(u"Bo"_s, u"/execute #C1"_s));

    RowRig::Options eve = with(u"P1"_s, u"2025-12-24T11:00:00Z"_s);
    eve.holidays = {QDate(2025, 12, 25)};
    RowRig holiday(process, eve);
    QVERIFY(proposed(holiday));
    QVERIFY(holiday.refused(u"Bo"_s, u"/execute #C1"_s, u"hdf.friday"_s));

    RowRig tuesday(process, with(u"P1"_s));
    QVERIFY(proposed(tuesday));
    QVERIFY(tuesday.does(u"Bo"_s, u"/execute #C1"_s));
    QVERIFY(tuesday.does(u"Bo"_s, u"/change ship 5.3 everywhere kind:deploy risk:high staging=none"_s));
    QVERIFY(tuesday.does(u"Ana"_s, u"/approve #C2"_s));
    QVERIFY(tuesday.refused(u"Bo"_s, u"/execute #C2"_s, u"hdf.staged"_s));
}

void TestConformanceHdf::HDF_24()
{
    RowRig rig(process, with(u"P1"_s));
    QCOMPARE(rig.offered(u"hdf.failures"_s), (QStringList{u"Node shutdown"_s, u"Network partition"_s}));
    QVERIFY(rig.does(u"Bo"_s, u"/held drill/chaos"_s));
    const auto clock = rig.clock(u"hdf.chaos"_s);
    QVERIFY(clock);
    QCOMPARE(clock->late, Instant::fromRfc3339(u"2025-06-04T10:00:00Z"_s).value());
}

void TestConformanceHdf::HDF_27()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QCOMPARE(rig.offered(u"hdf.means"_s).size(), 5);
    moveTo(rig, u"resolution"_s);
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve"_s, u"hdf.restored"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/resolve means=failover"_s));
    QCOMPARE(rig.state().fields.value(u"means").toString(), u"failover"_s);
}

void TestConformanceHdf::HDF_30()
{
    RowRig rig(process, with(u"P1"_s));
    QCOMPARE(rig.process().review(u"rca"_s)->owner, QStringList{u"eng_lead"_s});
    resolve(rig);
    for (const RunningClock &clock : runningClocks(rig.state(), rig.process(), rig.now())) {
        if (clock.text.contains(u"Root Cause"_s))
            QCOMPARE(clock.owner, QStringList{u"eng_lead"_s});
    }
}

void TestConformanceHdf::HDF_34()
{
    RowRig rig(process, with(u"P1"_s));
    takeRoles(rig);
    QVERIFY(rig.refused(u"Bo"_s, u"/change ship 5.2 kind:deploy"_s, u"hdf.deploy"_s));
    QVERIFY(rig.refused(u"Bo"_s, u"/change ship 5.2 kind:deploy risk:high"_s, u"hdf.deploy"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/change ship 5.2 kind:deploy risk:high staging=none"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/approve #C1"_s));
    QVERIFY(rig.refused(u"Bo"_s, u"/execute #C1"_s, u"hdf.staged"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/override hdf.staged the whole platform is down"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/execute #C1"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/change ship 5.3 kind:deploy risk:high staging=\"5 %, then 50 %\" staged"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/approve #C2"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/execute #C2"_s));
}

void TestConformanceHdf::HDF_37()
{
    for (const QString &missing : {u"Diagrams"_s, u"Logs"_s, u"Timeline"_s, u"Action List"_s}) {
        RowRig rig(process, with(u"P1"_s));
        resolve(rig);
        QStringList sections = rcaSections;
        sections.removeAll(missing);
        writeReview(rig, u"rca"_s, sections);
        askWhys(rig, 5);
        QVERIFY(rig.does(u"Di"_s, u"/field monitoring_gap=false"_s));
        QVERIFY(rig.refused(u"Di"_s, u"/closereview rca"_s, u"hdf.rca"_s));
        QVERIFY(rig.does(u"Ana"_s, u"/held debrief who=\"Ana, Bo, Di, Ed\""_s));
        QVERIFY(rig.refused(u"Ana"_s, u"/close"_s, u"hdf.after"_s));
        writeReview(rig, u"rca"_s, {missing});
        QVERIFY(rig.does(u"Di"_s, u"/closereview rca"_s));
        QVERIFY(rig.does(u"Ana"_s, u"/close"_s));
    }
}

void TestConformanceHdf::HDF_38()
{
    RowRig rig(process, with(u"P1"_s));
    resolve(rig);
    QVERIFY(rig.refusedAs(u"Ana"_s, u"/held debrief"_s, u"usage"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/held debrief who=\"Ana, Bo, Di, Ed\""_s));
    QCOMPARE(rig.state().reviews.value(u"debrief"_s).attended, (QStringList{u"Ana"_s, u"Bo"_s, u"Di"_s, u"Ed"_s}));
    QVERIFY(rig.refused(u"Ana"_s, u"/closereview debrief"_s, u"hdf.debrief"_s));
    writeReview(rig, u"debrief"_s, {u"What Went Smoothly"_s});
    QVERIFY(rig.refused(u"Ana"_s, u"/closereview debrief"_s, u"hdf.debrief"_s));
    writeReview(rig, u"debrief"_s, {u"What Failed Operationally"_s});
    QVERIFY(rig.does(u"Ana"_s, u"/closereview debrief"_s));
}
