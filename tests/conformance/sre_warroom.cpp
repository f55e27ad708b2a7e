// SPDX-License-Identifier: GPL-3.0-or-later
#include "sre.h"

using namespace Qt::StringLiterals;
using namespace sre;

void TestSre::SRE_6()
{
    ConformanceRig rig = declared("SEV1");
    QCOMPARE(rig.effects(u"sre.bridge/1"_s), u"create zoom.bridge"_s);
    QCOMPARE(rig.effects(u"sre.room/1"_s), QString());
    mobilise(rig);
    QCOMPARE(rig.effects(u"sre.room/1"_s), u"create slack.channel"_s);
    QCOMPARE(rig.process().systems.value(u"slack"_s).value(u"channel").toString(), u"incident-{date}-{slug}"_s);
    QCOMPARE(rig.process().systems.value(u"zoom"_s).value(u"record").toObject().value(u"severity").toString(), u"SEV1"_s);

    ConformanceRig major = declared("SEV2");
    QCOMPARE(major.effects(u"sre.bridge2/1"_s), QString());
    mobilise(major);
    QCOMPARE(major.effects(u"sre.bridge2/1"_s), u"create zoom.bridge"_s);
    QCOMPARE(major.effects(u"sre.room/1"_s), u"create slack.channel"_s);
}

void TestSre::SRE_10()
{
    ConformanceRig rig = declared();
    QStringList names;
    for (const auto &role : rig.process().roles) {
        names.append(role.name);
        QVERIFY(!role.duties.isEmpty());
        QCOMPARE(role.avoid.isEmpty(), role.id == "scribe"_L1);
        QCOMPARE(role.required.isEmpty(), role.id == "scribe"_L1);
    }
    QCOMPARE(names, (QStringList{u"Incident Commander"_s, u"Operations Lead"_s, u"Communications Lead"_s, u"Scribe"_s}));
    QVERIFY(rig.process().role(u"scribe")->recommended);
    // The Communications Lead is the spokesperson.
    assign(rig);
    OK("Bo", "/draft public Investigating summary=\"checkout fails\" components=Payments next_update=10:30");
    REFUSED("Bo", "/send #U1", "sre.voice");
    OK("Cy", "/send #U1");
}

void TestSre::SRE_11()
{
    ConformanceRig rig = declared();
    assign(rig);
    WARNED("Ana", "/note tailing the logs of pod A !handson", "sre.headup");
    QUIET("Ana", "/note Bo tails the logs of pod A", "sre.headup");
    QUIET("Bo", "/note tailing the logs of pod A !handson", "sre.headup");
    OK("Bo", "/change restart pod A eta=2m");
    OK("Ana", "/approve #C1");
    WARNED("Ana", "/execute #C1", "sre.headup");
}

void TestSre::SRE_14()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.clockState(u"sre.beat"_s), u"none"_s);
    mobilise(rig);
    assign(rig);
    QCOMPARE(rig.clockSeconds(u"sre.beat"_s), 600);
    REFUSED("Bo", "/cadence checkin 20m", "sre.beat");
    OK("Ana", "/cadence checkin 5m");
    QCOMPARE(rig.clockSeconds(u"sre.beat"_s), 300);
    rig.advance(m(6));
    QCOMPARE(rig.clockState(u"sre.beat"_s), u"late"_s);
    OK("Ana", "/checkin @Bo");
    QCOMPARE(rig.clockState(u"sre.beat"_s), u"running"_s);
}

void TestSre::SRE_15()
{
    ConformanceRig rig = declared();
    assign(rig);
    OK("Ana", "/action @Bo check the logs");
    rig.advance(m(3));
    QCOMPARE(rig.clockState(u"sre.acks/A1"_s), u"late"_s);
    QCOMPARE(rig.clock(u"sre.acks/A1"_s).owner, QStringList{u"Bo"_s});
    OK("Ana", "/action @Cy tell support");
    OK("Cy", "/ack #A2");
    QCOMPARE(rig.clockState(u"sre.acks/A2"_s), u"met"_s);
    QCOMPARE(rig.clockState(u"sre.acks/A1"_s), u"late"_s);
}

void TestSre::SRE_16()
{
    const ConformanceRig rig = declared();
    QCOMPARE(rig.items(u"sre.etiquette"_s).size(), 4);
    QVERIFY(rig.process().list(u"sre.etiquette")->items.at(2).text.contains(u"breakout room"_s));
    QCOMPARE(rig.process().systems.value(u"slack"_s).value(u"threads").toString(), u"allow"_s);
    QVERIFY(declared("SEV4").items(u"sre.etiquette"_s).isEmpty());
}

void TestSre::SRE_17()
{
    ConformanceRig rig = declared();
    assign(rig);
    REFUSED("Ana", "/draft sre.swoop exec=Kim", "sre.swoop");
    OK("Ana", "/draft sre.swoop exec=Kim problem=\"a database lock\"");
    QCOMPARE(rig.lastText(),
             u"Hi Kim, we are currently investigating a database lock. I have Bo working on it. Please direct questions "
             "to Cy so we can focus on resolution. Thank you."_s);
    QCOMPARE(rig.process().audienceDef(u"execs")->name, u"Executive Update Channel"_s);
}

void TestSre::SRE_18()
{
    ConformanceRig rig = declared();
    assign(rig);
    rig.advance(m(180));
    QCOMPARE(rig.clockState(u"sre.relief"_s), u"due"_s);
    rig.advance(m(61));
    QCOMPARE(rig.clockState(u"sre.relief"_s), u"late"_s);
    QCOMPARE(rig.clock(u"sre.relief"_s).effects.size(), 1);
    OK("Ana", "/handover @Dee");
    REFUSED("Ana", "/sitrep all quiet", "sre.hand");
    OK("Dee", "/shadow");
    REFUSED("Ana", "/sitrep all quiet", "sre.hand");
    rig.advance(m(14));
    REFUSED("Ana", "/sitrep all quiet", "sre.hand");
    rig.advance(m(1));
    REFUSED("Ana", "/handing", "sre.hand");
    OK("Ana", "/sitrep situation=\"replicas lag\" underway=\"Bo adds two\" pending=\"fail over or wait\"");
    QVERIFY(rig.state().handover->sitrep.contains(u"Decisions pending: fail over or wait"_s));
    REFUSED("Dee", "/ihavecommand", "sre.hand");
    OK("Ana", "/handing");
    QCOMPARE(rig.state().holders(u"ic"_s), QStringList{u"Ana"_s});
    OK("Dee", "/ihavecommand");
    QVERIFY(rig.events().last().body().value(u"say").toString().contains(u"I have Command"_s));
    OK("Dee", "/sitrep");
    QVERIFY(rig.events().last().body().value(u"text").toString().contains(u"NEXT"_s));
    QCOMPARE(rig.state().holders(u"ic"_s), QStringList{u"Dee"_s});
    QCOMPARE(rig.clockState(u"sre.relief"_s), u"running"_s);
}

void TestSre::SRE_29()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.items(u"sre.ic"_s).size(), 8);
    QCOMPARE(rig.items(u"sre.ol"_s).size(), 7);
    QCOMPARE(rig.items(u"sre.cl"_s).size(), 7);
    assign(rig);
    OK("Ana", "/role @Di scribe");
    rig.system(u"zoom"_s, u"bridge"_s);
    // Claimed, bridge, scribe, severity and both leads tick themselves; the first update and the rhythm are open.
    QCOMPARE(rig.items(u"sre.ic"_s).mid(0, 6), QStringList(6, u"ticked"_s));
    QCOMPARE(rig.items(u"sre.ic"_s).mid(6), QStringList(2, u"open"_s));
    OK("Cy", "/draft internal Investigating summary=\"checkout fails\" components=Payments next_update=10:30");
    OK("Cy", "/send #U1");
    QCOMPARE(rig.items(u"sre.ic"_s).at(6), u"ticked"_s);
    OK("Ana", "/check sre.ic 8");
    WARNED("Bo", "/check sre.ol 3", "sre.ol");
    OK("Bo", "/check sre.ol 1");
    OK("Bo", "/hyp the payments replica is locked");
    OK("Bo", "/confirmed #H1 lock seen in pg_stat_activity");
    QCOMPARE(rig.items(u"sre.ol"_s).at(3), u"ticked"_s);
    const char *states[] = {"Investigating", "Identified", "Monitoring", "Resolved"};
    const int item[] = {2, 4, 5, 6};
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(rig.items(u"sre.cl"_s).value(item[i]), u"open"_s);
        OK("Cy",
           qPrintable(
               u"/draft public %1 summary=\"checkout fails\" components=Payments next_update=10:30 cause=\"a locked table\""_s
                   .arg(QString::fromUtf8(states[i]))));
        OK("Cy", qPrintable(u"/send #U%1"_s.arg(i + 2)));
        QCOMPARE(rig.items(u"sre.cl"_s).value(item[i]), u"ticked"_s);
    }
}

void TestSre::SRE_43()
{
    ConformanceRig rig = declared();
    REFUSED("Bo", "/draft sre.sme expert=Eve", "sre.sme");
    OK("Bo", "/draft sre.sme expert=Eve system=\"orders database\"");
    QCOMPARE(rig.lastText(), u"Subject Matter Expert: Eve joins for orders database."_s);
    QVERIFY(rig.state().rolesOf(u"Eve"_s).isEmpty());
}

void TestSre::SRE_48()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.effects(u"sre.command/1"_s), QString());
    OK("Ana", "/claim");
    QVERIFY(rig.effects(u"sre.command/1"_s).contains(u"preempt any other meeting or work"_s));
    QVERIFY(rig.process().role(u"ic")->duties.first().contains(u"absolute authority"_s));
}
