// SPDX-License-Identifier: GPL-3.0-or-later
#include "sre.h"

using namespace Qt::StringLiterals;
using namespace sre;

void TestSre::SRE_7()
{
    ConformanceRig rig = declared();
    QCOMPARE(rig.items(u"sre.options"_s).size(), 3);
    OK("Bo", "/hyp the orders table is locked");
    OK("Bo", "/test #H1 look at pg_stat_activity");
    OK("Bo", "/confirmed #H1 heavy locking on orders");
    OK("Bo", "/mitigation rollback back to 1.2.2 for #H1");
    OK("Bo", "/mitigation rollback once more, whatever the cause");
    QCOMPARE(rig.state().mitigations.size(), 2);
    QVERIFY(!rig.state().mitigations.first().hypothesis.isEmpty());
    QVERIFY(rig.state().mitigations.last().hypothesis.isEmpty());
}

void TestSre::SRE_12()
{
    ConformanceRig rig = declared();
    assign(rig);
    OK("Bo", "/change restart the load balancer eta=2m");
    REFUSED("Bo", "/execute #C1", "sre.change");
    OK("Bo", "/breach #C1 restarted before anybody approved");
    QVERIFY(rig.state().changes.first().breached);
    OK("Bo", "/change restart the second one eta=2m");
    REFUSED("Cy", "/approve #C2", "sre.change");
    OK("Ana", "/approve #C2");
    OK("Bo", "/execute #C2");
    OK("Bo", "/verify #C2 errors fell to 0.1 %");
    QVERIFY(rig.state().changes.last().verifiedAt.isSet());
}

void TestSre::SRE_40()
{
    ConformanceRig rig = declared("SEV1");
    OK("Ana", "/claim");
    OK("Ana", "/change restart pod A eta=1m");
    OK("Ana", "/approve #C1");
    WARNED("Ana", "/execute #C1", "sre.alone");
    OK("Ana", "/role @Bo ol");
    OK("Ana", "/change restart pod B eta=1m");
    OK("Ana", "/approve #C2");
    QUIET("Bo", "/execute #C2", "sre.alone");
}

void TestSre::SRE_42()
{
    ConformanceRig rig = declared();
    assign(rig);
    WARNED("Bo", "/change restart the load balancer", "sre.eta");
    QUIET("Bo", "/change restart the load balancer eta=2m", "sre.eta");
    WARNED("Bo", "/finding reading the slow log !handson", "sre.handson");
    QUIET("Bo", "/finding reading the slow log eta=5m !handson", "sre.handson");
    QUIET("Bo", "/finding p95 is 6 seconds", "sre.handson");
}

void TestSre::SRE_8()
{
    ConformanceRig rig = declared();
    OK("Ana", "/alert ErrorRate service=checkout");
    monitor(rig);
    const char *resolve = "/resolve stability=\"errors flat for 30 minutes\"";
    REFUSED("Ana", resolve, "sre.resolve");
    OK("Ana", "/impact end 10:00");
    REFUSED("Ana", resolve, "sre.resolve");
    OK("Ana", "/clearalert #L1");
    REFUSED("Bo", resolve, "sre.resolve");
    OK("Ana", resolve);
    QVERIFY(rig.state().resolvedAt.isSet());
}

void TestSre::SRE_39()
{
    ConformanceRig rig = declared();
    investigate(rig);
    OK("Ana", "/phase mitigation");
    OK("Ana", "/impact end 10:00");
    REFUSED("Ana", "/resolve stability=\"errors flat\"", "sre.stable");
    OK("Ana", "/phase monitoring");
    REFUSED("Ana", "/resolve", "sre.stability");
    OK("Ana", "/resolve stability=\"errors flat for 30 minutes\"");

    ConformanceRig minor = declared("SEV3");
    for (const char *entry : {"/phase triage", "/draft triage is_incident=Yes", "/phase backlog", "/impact end 10:00"})
        (void)minor.line(u"Ana"_s, QString::fromUtf8(entry));
    QVERIFY(minor.line(u"Ana"_s, u"/resolve"_s).ok);
}
