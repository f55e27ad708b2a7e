// SPDX-License-Identifier: GPL-3.0-or-later
#include "sre.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace sre;

void TestSre::SRE_13()
{
    ConformanceRig rig = declared();
    assign(rig);
    OK("Cy",
       "/draft public Identified summary=\"checkout fails, caused by a locked table\" components=Payments next_update=10:30");
    REFUSED("Cy", "/send #U1", "sre.cause");
    OK("Cy", "/edit #U1 summary=\"checkout fails, we think the database is slow\"");
    REFUSED("Cy", "/send #U1", "sre.guess");
    OK("Cy", "/edit #U1 summary=\"checkout fails\" cause=\"a locked table\"");
    REFUSED("Cy", "/send #U1", "sre.cause");
    OK("Cy", "/draft public Identified summary=\"checkout fails\" components=Payments next_update=10:30");
    QVERIFY(!rig.lastText().contains(u"Cause:"_s));
    OK("Bo", "/hyp the orders table is locked");
    OK("Bo", "/confirmed #H1 lock seen");
    OK("Cy", "/send #U1");
    OK("Cy",
       "/draft public Identified summary=\"checkout fails\" components=Payments next_update=10:30 cause=\"a locked table\"");
    QVERIFY(rig.lastText().contains(u"Cause: a locked table"_s));
    OK("Cy", "/send #U3");
}

void TestSre::SRE_21()
{
    ConformanceRig rig = declared();
    assign(rig);
    int number = 0;
    for (const char *state : {"Investigating", "Identified", "Monitoring", "Resolved"}) {
        OK("Cy", qPrintable(u"/draft public %1 summary=\"checkout fails\" next_update=10:30"_s.arg(QString::fromUtf8(state))));
        const QString send = u"/send #U%1"_s.arg(++number);
        QVERIFY(!rig.line(u"Cy"_s, send).ok);
        OK("Cy", qPrintable(u"/edit #U%1 components=\"Web App, iOS\""_s.arg(number)));
        OK("Cy", qPrintable(send));
    }
    const QJsonObject statuspage = rig.process().systems.value(u"statuspage"_s);
    QCOMPARE(statuspage.value(u"components").toArray().size(), 6);
    QCOMPARE(statuspage.value(u"pages").toArray().size(), 2);
    QVERIFY(rig.process().audienceDef(u"public")->outside);
    QVERIFY(!rig.process().audienceDef(u"internal")->outside);
}

void TestSre::SRE_22()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.effects(u"sre.file/1"_s), u"draft sre.ticket"_s);
    REFUSED("Ana", "/draft ticket detected_by=Monitoring", "sre.ticket");
    OK("Ana", "/impact start 09:50");
    REFUSED("Ana", "/draft ticket", "sre.ticket");
    REFUSED("Ana", "/draft ticket detected_by=Luck", "sre.ticket");
    OK("Ana", "/draft ticket detected_by=User");
    QVERIFY(rig.lastText().contains(u"Severity: SEV1"_s));
    QVERIFY(rig.lastText().contains(u"Detected By: User"_s));
    QCOMPARE(rig.process().systems.value(u"jira"_s).value(u"type").toString(), u"Incident"_s);
}

void TestSre::SRE_32()
{
    ConformanceRig rig = declared();
    assign(rig);
    for (const char *audience : {"social", "email"}) {
        const QString id = QString::fromUtf8(audience);
        QVERIFY(rig.process().audienceDef(id)->outside);
        OK("Cy", qPrintable(u"/draft %1 Investigating summary=\"checkout fails\" components=Payments"_s.arg(id)));
        const QString update = rig.state().updates.last().id;
        OK("Cy", qPrintable(u"/askapproval #%1"_s.arg(update)));
        REFUSED("Cy", qPrintable(u"/send #%1"_s.arg(update)), "sre.tweet");
        REFUSED("Bo", qPrintable(u"/approveupdate #%1"_s.arg(update)), "sre.tweet");
        OK("pr", qPrintable(u"/approveupdate #%1"_s.arg(update)));
        OK("Cy", qPrintable(u"/edit #%1 summary=\"checkout fails for some\""_s.arg(update)));
        REFUSED("Cy", qPrintable(u"/send #%1"_s.arg(update)), "sre.tweet");
        OK("legal", qPrintable(u"/approveupdate #%1"_s.arg(update)));
        OK("Cy", qPrintable(u"/send #%1"_s.arg(update)));
    }
    OK("Cy", "/draft social Resolved summary=\"checkout works\"");
    OK("Cy", "/send #U3");
    OK("Cy", "/draft social Resolved");
    REFUSED("Cy", "/send #U4", "sre.post");
    OK("Cy", "/draft email Resolved summary=\"checkout works\"");
    REFUSED("Cy", "/send #U5", "sre.mail");
}

void TestSre::SRE_33()
{
    ConformanceRig rig = declared();
    assign(rig);
    QCOMPARE(rig.clockSeconds(u"sre.script"_s), 30 * 60);
    OK("Cy", "/draft support Investigating summary=\"checkout fails\"");
    REFUSED("Cy", "/send #U1", "sre.desk");
    OK("Cy", "/edit #U1 answer=\"We know of it and work on it. Please try again in an hour.\"");
    OK("Cy", "/send #U1");
    QVERIFY(rig.state().updates.first().text.contains(u"Please try again"_s));
    QCOMPARE(rig.clockState(u"sre.script"_s), u"met"_s);
}

void TestSre::SRE_34()
{
    ConformanceRig rig = declared();
    assign(rig);
    QCOMPARE(rig.process().audienceDef(u"execs")->via, u"slack"_s);
    OK("Bo", "/draft execs Investigating summary=\"checkout fails\"");
    REFUSED("Bo", "/send #U1", "sre.execline");
    REFUSED("Cy", "/send #U1", "sre.brief");
    OK("Cy", "/edit #U1 business_impact=\"no orders\" next_update=10:30");
    OK("Cy", "/send #U1");
}

void TestSre::SRE_47()
{
    // That a deleted message is noticed is the Slack connector's; here its report is a fact in the record.
    ConformanceRig rig = declared();
    rig.system(u"slack"_s, u"message_deleted"_s, u"U1"_s);
    QCOMPARE(rig.state().systems.value(u"slack.message_deleted"_s).outcome, u"U1"_s);
    QCOMPARE(rig.state().entries.last().kind, u"system"_s);
}
