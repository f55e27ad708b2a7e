// SPDX-License-Identifier: GPL-3.0-or-later
#include "sre.h"

using namespace Qt::StringLiterals;
using namespace sre;

void TestSre::SRE_23()
{
    ConformanceRig rig = declared();
    assign(rig);
    const QString log = rig.attach(u"Bo"_s, u"access.log"_s);
    OK("Cy", "/draft public Investigating summary=\"checkout fails\" components=Payments next_update=10:30");
    OK("Ana", "/flag pii names and addresses in a public bucket");
    const QString remove = u"/retract #%1 too large"_s.arg(log);
    REFUSED("Bo", qPrintable(remove), "sre.keep");
    QVERIFY(
        rig.effects(u"sre.pii/1"_s).contains(u"page privacy_officer,legal_counsel; restrict privacy_officer,legal_counsel,ic"_s));
    QVERIFY(rig.effects(u"sre.pii/1"_s).contains(u"open pii.steps"_s));
    REFUSED("Cy", "/send #U1", "sre.pii");
    QCOMPARE(rig.items(u"pii.steps"_s), QStringList(3, u"open"_s));
    OK("Ana", "/unflag pii the bucket held test data");
    OK("Cy", "/send #U1");
    OK("Bo", qPrintable(remove));
}

void TestSre::SRE_24()
{
    ConformanceRig rig = declared();
    const QString dump = rig.attach(u"Bo"_s, u"ledger.sql"_s);
    OK("Ana", "/flag money orders were billed twice");
    QCOMPARE(rig.effects(u"sre.money/1"_s), u"notify cfo; open money.steps"_s);
    QCOMPARE(rig.clockSeconds(u"sre.moneyclock"_s), 300);
    REFUSED("Bo", qPrintable(u"/retract #%1 no longer needed"_s.arg(dump)), "sre.audit");
    QCOMPARE(rig.items(u"money.steps"_s).size(), 2);
    OK("Ana", "/escalate sre.money");
    OK("Ana", "/check money.steps 1");
    OK("Ana", "/check money.steps 2");
    QCOMPARE(rig.clockState(u"sre.moneyclock"_s), u"met"_s);
}

void TestSre::SRE_25()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.process().record.evidence, (QStringList{u"slack"_s, u"pagerduty"_s, u"review"_s}));
    QVERIFY(rig.items(u"access"_s).isEmpty());
    resolve(rig);
    OK("Ana", "/phase resolution");
    QCOMPARE(rig.items(u"access"_s), QStringList{u"open"_s});
    writePostmortem(rig);
    OK("Ana", "/closereview postmortem");
    for (const char *system : {"slack", "pagerduty", "review"}) {
        REFUSED("Ana", "/close", "sre.paper");
        rig.system(QString::fromUtf8(system), u"exported"_s);
    }
    REFUSED("Ana", "/close", "sre.paper");
    OK("Ana", "/check access 1 nobody but Bo");
    OK("Ana", "/close");
}

void TestSre::SRE_41()
{
    ConformanceRig rig = declared("SEV2");
    OK("Ana", "/flag pii names in a public bucket");
    QVERIFY(rig.effects(u"sre.pii/1"_s).startsWith(u"propose severity SEV1"_s));
    QCOMPARE(rig.clockSeconds(u"sre.piiclock"_s), 300);
    rig.advance(m(5) + Span::seconds(1));
    QCOMPARE(rig.clockState(u"sre.piiclock"_s), u"late"_s);
    for (const char *entry : {"/check pii.steps 1", "/check pii.steps 2", "/check pii.steps 3"})
        (void)rig.line(u"Ana"_s, QString::fromUtf8(entry));
    QVERIFY(rig.clockState(u"sre.piiclock"_s) != "none"_L1);
}
