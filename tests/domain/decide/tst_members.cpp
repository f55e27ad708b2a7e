// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefrig.h"
#include "decide/inverse.h"
#include "decide/members.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

/// An incident that ana declared.
struct Declared : BriefRig
{
    explicit Declared(const char *process = "severity-ladder", const char *severity = "2") : BriefRig(process)
    {
        isDeclared = declare("ana", "Login fails", severity, "service=login").ok;
    }
    bool isDeclared = false;
};

} // namespace

/// Who may see a private incident: whoever decides it, and nobody is given a part in what is hidden from them.
class TestMembers : public QObject
{
    Q_OBJECT
private slots:
    void itsDeclarerMakesItPrivate();
    void thenItsCommanderDecides();
    void nobodyIsMadeAMemberOfWhatAllSee();
    void rolesGoToMembers();
    void whoHasARoleStays();
    void aRoleWordMeansItsHolders();
    void membersChangeAfterTheEnd();
    void takingBackIsTheOtherChange();
    void aRestrictionNamesWhoNeedsToKnow();
};

void TestMembers::itsDeclarerMakesItPrivate()
{
    Declared rig;
    QVERIFY(rig.isDeclared);
    QVERIFY(rig.state().maySee(u"anybody"_s));
    QVERIFY(rig.refused("bo", "/private @bo", "not-authorised"));
    QVERIFY(rig.ok("ana", "/private @bo @Cy names of customers"));
    QVERIFY(rig.state().isPrivate);
    QCOMPARE(rig.state().members, (QStringList{u"ana"_s, u"bo"_s, u"Cy"_s, u"Console"_s})); // and who typed it
    QVERIFY(rig.state().maySee(u"BO"_s));
    QVERIFY(!rig.state().maySee(u"dee"_s));
    QCOMPARE(rig.state().entries.last().text, u"Private from now on. Who may see it: ana, bo, Cy. names of customers"_s);
    QVERIFY(rig.refused("ana", "/private @dee", "no-change"));
}

void TestMembers::thenItsCommanderDecides()
{
    Declared rig;
    QVERIFY(rig.ok("bo", "/claim"));
    QVERIFY(rig.refused("ana", "/private @bo", "not-authorised"));
    QVERIFY(rig.ok("bo", "/private @ana"));
    QVERIFY(rig.refused("ana", "/member @cy", "not-authorised"));
    QVERIFY(rig.ok("bo", "/member @cy @dee they know the customer"));
    QCOMPARE(rig.state().members, (QStringList{u"bo"_s, u"ana"_s, u"Console"_s, u"cy"_s, u"dee"_s}));
    QCOMPARE(rig.events().last().type, u"member.added"_s);
    QVERIFY(rig.refused("bo", "/member @CY", "no-change"));
    QVERIFY(rig.ok("bo", "/unmember @Cy"));
    QVERIFY(!rig.state().maySee(u"cy"_s));
    QVERIFY(rig.refused("bo", "/unmember @cy", "no-change"));
}

void TestMembers::nobodyIsMadeAMemberOfWhatAllSee()
{
    Declared rig;
    QVERIFY(rig.refused("ana", "/member @bo", "state"));
    QVERIFY(rig.refused("ana", "/unmember @bo", "state"));
}

void TestMembers::rolesGoToMembers()
{
    Declared rig;
    QVERIFY(rig.all("ana", {"/claim", "/private @me"}));
    QVERIFY(rig.refused("ana", "/role @bo tech_lead", "not-member"));
    QVERIFY(rig.refused("ana", "/handover @bo", "not-member"));
    QVERIFY(rig.all("ana", {"/member @bo", "/role @bo tech_lead", "/handover @bo"}));
}

void TestMembers::whoHasARoleStays()
{
    Declared rig;
    QVERIFY(rig.all("ana", {"/claim", "/private @bo", "/role @bo tech_lead"}));
    QVERIFY(rig.refused("ana", "/unmember @bo", "held"));
    QVERIFY(rig.refused("ana", "/unmember @ana", "held"));
    QVERIFY(rig.all("ana", {"/role - tech_lead", "/unmember @bo"}));
}

void TestMembers::aRoleWordMeansItsHolders()
{
    Declared rig;
    QVERIFY(rig.all("ana", {"/claim", "/role @bo tech_lead", "/private @tech_lead"}));
    QCOMPARE(rig.state().members, (QStringList{u"ana"_s, u"bo"_s, u"Console"_s}));
    Declared vacant;
    QVERIFY(vacant.refused("ana", "/private @tech_lead", "usage"));
}

void TestMembers::membersChangeAfterTheEnd()
{
    Declared rig;
    QVERIFY(rig.all("ana", {"/private @me", "/withdraw it was a test", "/member @bo for the review"}));
    QVERIFY(rig.state().maySee(u"bo"_s));
}

void TestMembers::takingBackIsTheOtherChange()
{
    Declared rig;
    QVERIFY(rig.ok("ana", "/private @me"));
    const IncidentState before = rig.state();
    QVERIFY(rig.ok("ana", "/member @bo"));
    const Inverse inverse = inverseOf(rig.events().last(), {before, rig.state(), rig.process()});
    QVERIFY(inverse.possible());
    const IncidentState with = rig.state();
    QVERIFY(rig.decide(u"ana"_s, *inverse.command).ok);
    QVERIFY(!rig.state().maySee(u"bo"_s));
    const Inverse again = inverseOf(rig.events().last(), {with, rig.state(), rig.process()});
    QVERIFY(again.possible());
    QVERIFY(rig.decide(u"ana"_s, *again.command).ok);
    QVERIFY(rig.state().maySee(u"bo"_s));
}

// SRE-23, SRE-41: personal data is for the privacy officer, legal counsel and the commander.
void TestMembers::aRestrictionNamesWhoNeedsToKnow()
{
    Declared rig("sre-directorate", "SEV1");
    QVERIFY(rig.ok("ana", "/claim"));
    const auto named = [&] { return needToKnow(u"ana"_s, {rig.state(), rig.process(), rig.now(), {}}); };
    QCOMPARE(named(), QStringList());
    QVERIFY(rig.ok("ana", "/flag pii names in the export"));
    QCOMPARE(named(), QStringList{u"ana"_s});
    QVERIFY(rig.ok("ana", "/private @bo"));
    QCOMPARE(named(), QStringList());
}

QTEST_APPLESS_MAIN(TestMembers)
#include "tst_members.moc"
