// SPDX-License-Identifier: GPL-3.0-or-later
// community-hub, row by row. The connected part of these rows waits for its connector: HUB-2, HUB-3, HUB-11, HUB-15 and
// HUB-18 (PagerDuty), HUB-4 and HUB-9 (Freshdesk), HUB-5, HUB-10 and HUB-20 (Slack). What is decided here of them (which
// thing is made and when, what a fact from a system or from a hand lets through) is shown.
#include "rowrig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::conformance::RowRig;

namespace {

const QString process = u"community-hub"_s;

RowRig::Options outage()
{
    RowRig::Options options;
    options.severity = u"P1"_s;
    return options;
}

void takeRoles(RowRig &rig)
{
    QVERIFY(rig.does(u"Ana"_s, u"/claim"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/role @Bo liaison"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/role @Cy tech_lead"_s));
}

void validate(RowRig &rig)
{
    QVERIFY(rig.does(u"Ana"_s, u"/field source=freshdesk reproduced=reproduced matches_outage=true verdict=outage"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/confirm real"_s));
}

const QStringList beginning = {u"pagerduty.incident"_s, u"pagerduty.acked"_s, u"slack.channel"_s, u"freshdesk.told"_s};

// It begins by itself once the four hold; without that rule (mutation run) by hand.
bool hasBegun(RowRig &rig)
{
    return rig.state().begunAt.isSet() || rig.does(u"Ana"_s, u"/begin"_s);
}

void begin(RowRig &rig)
{
    validate(rig);
    for (const QString &thing : beginning)
        QVERIFY(rig.does(u"Ana"_s, u"/system %1 true"_s.arg(thing)));
    QVERIFY(hasBegun(rig));
}

void moveTo(RowRig &rig, const QString &phase)
{
    static const QStringList order = {u"mark"_s, u"try"_s, u"hands"_s, u"status"_s, u"verify"_s, u"told"_s, u"follow_up"_s};
    for (const QString &next : order) {
        QVERIFY(rig.does(u"Ana"_s, u"/phase "_s + next));
        if (next == phase)
            return;
    }
}

void tellResolved(RowRig &rig)
{
    QVERIFY(rig.does(u"Bo"_s, u"/draft community Resolved current_state=\"All hubs start again\""_s));
    QVERIFY(rig.does(u"Bo"_s, u"/send #U1"_s));
    for (const QString &thing : {u"freshdesk.back"_s, u"pagerduty.resolved"_s, u"freshdesk.resolved"_s})
        QVERIFY(rig.does(u"Ana"_s, u"/system %1 true"_s.arg(thing)));
}

} // namespace

class TestConformanceHub : public QObject
{
    Q_OBJECT
private slots:
    void HUB_1();
    void HUB_2();
    void HUB_3();
    void HUB_4();
    void HUB_5();
    void HUB_6();
    void HUB_7();
    void HUB_8();
    void HUB_9();
    void HUB_10();
    void HUB_11();
    void HUB_12();
    void HUB_13();
    void HUB_14();
    void HUB_15();
    void HUB_16();
    void HUB_17();
    void HUB_18();
    void HUB_19();
    void HUB_20();
};

void TestConformanceHub::HUB_1()
{
    RowRig alert(process);
    QVERIFY(alert.does(u"Ana"_s, u"/field source=pagerduty"_s));
    QCOMPARE(alert.proposed(u"hub.valid"_s), u"test by hand"_s);
    QVERIFY(alert.does(u"Ana"_s, u"/alert HubDown tag=\"take immediate action\""_s));
    QCOMPARE(alert.proposed(u"hub.valid"_s), u"outage"_s);

    RowRig ticket(process);
    QCOMPARE(ticket.proposed(u"hub.valid"_s), QString());
    QCOMPARE(ticket.offered(u"hub.check"_s).size(), 4);
    QVERIFY(ticket.does(u"Ana"_s, u"/field source=freshdesk"_s));
    QVERIFY(ticket.ticked(u"hub.check"_s, 1));
    QCOMPARE(ticket.proposed(u"hub.valid"_s), u"try to reproduce"_s);
    QVERIFY(ticket.does(u"Ana"_s, u"/field reproduced=not_reproduced"_s));
    QCOMPARE(ticket.proposed(u"hub.valid"_s), u"ask reporter"_s);
    QVERIFY(ticket.refused(u"Ana"_s, u"/phase mark"_s, u"hub.validated"_s));
    QVERIFY(ticket.does(u"Ana"_s, u"/field reproduced=reproduced"_s));
    QCOMPARE(ticket.proposed(u"hub.valid"_s), u"outage"_s);
    QVERIFY(ticket.does(u"Ana"_s, u"/field verdict=outage"_s));
    QVERIFY(ticket.does(u"Ana"_s, u"/phase mark"_s));
}

void TestConformanceHub::HUB_2()
{
    RowRig rig(process, outage());
    validate(rig);
    for (const QString &thing : beginning) {
        QVERIFY(!rig.state().begunAt.isSet());
        QVERIFY(rig.refused(u"Ana"_s, u"/begin"_s, u"hub.begin"_s));
        QVERIFY(rig.does(u"Ana"_s, u"/system %1 true"_s.arg(thing)));
    }
    QVERIFY(rig.state().begunAt.isSet());

    RowRig byHand(process, outage());
    validate(byHand);
    for (int item = 1; item <= 4; ++item)
        QVERIFY(byHand.does(u"Ana"_s, u"/gate hub.begin %1 seen with my own eyes"_s.arg(item)));
    QVERIFY(byHand.state().begunAt.isSet());
}

void TestConformanceHub::HUB_3()
{
    RowRig rig(process, outage());
    validate(rig);
    QCOMPARE(rig.effects(u"hub.open"_s), QStringList{u"create pagerduty.incident"_s});
    QCOMPARE(rig.effects(u"hub.room"_s), QStringList{u"create slack.channel"_s});
    QVERIFY(rig.does(u"Ana"_s, u"/system slack.channel true"_s));
    QVERIFY(!rig.isDue(u"hub.room"_s));
    const QJsonObject pagerduty = rig.process().systems.value(u"pagerduty"_s);
    QCOMPARE(pagerduty.value(u"priority").toObject().value(u"P1").toString(), u"P1"_s);
    QCOMPARE(rig.process().systems.value(u"slack"_s).value(u"visibility").toString(), u"public"_s);
}

void TestConformanceHub::HUB_4()
{
    RowRig rig(process, outage());
    validate(rig);
    QCOMPARE(rig.effects(u"hub.tell"_s), QStringList{u"draft hub.canned"_s});
    QVERIFY(rig.refused(u"Ana"_s, u"/reply community"_s, u"hub.canned"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/reply community symptoms=\"servers do not start\""_s));
    QVERIFY(rig.state().updates.last().text.contains(u"servers do not start"_s));
    QVERIFY(rig.state().updates.last().text.contains(u"thank you"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/system freshdesk.told true"_s));
    QVERIFY(!rig.isDue(u"hub.tell"_s));
}

void TestConformanceHub::HUB_5()
{
    RowRig rig(process, outage());
    QCOMPARE(rig.process().systems.value(u"slack"_s).value(u"threads").toString(), u"forbid"_s);
    QVERIFY(!rig.isDue(u"hub.threads"_s));
    begin(rig);
    QVERIFY(rig.effects(u"hub.threads"_s).value(0).contains(u"threads"_s));
}

void TestConformanceHub::HUB_6()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    begin(rig);
    moveTo(rig, u"hands"_s);
    const QStringList effects = rig.effects(u"hub.hands"_s);
    QVERIFY(effects.contains(u"notify infra_team"_s));
    QVERIFY(effects.contains(u"propose role sme"_s));
    QVERIFY(effects.last().contains(u"Tech Lead"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/role @Di sme"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/role @Ed sme"_s));
    QCOMPARE(rig.state().holders(u"sme"_s).size(), 2);
}

void TestConformanceHub::HUB_7()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    QVERIFY(!rig.clock(u"hub.upd"_s));
    begin(rig);
    QCOMPARE(rig.minutes(u"hub.upd"_s), 240);
    rig.advance(Span::hours(3));
    QCOMPARE(rig.clock(u"hub.upd"_s)->state, RunningClock::State::Due);
    QVERIFY(rig.warned(u"Bo"_s, u"/draft community Ongoing current_state=down tried=\"a restart\""_s, u"hub.status"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/edit #U1 next_steps=\"move the database\""_s));
    QVERIFY(rig.quiet(u"Bo"_s, u"/send #U1"_s, u"hub.status"_s));
    QCOMPARE(rig.clock(u"hub.upd"_s)->anchor, rig.now());
    rig.advance(Span::hours(5));
    QVERIFY(rig.isLate(u"hub.upd"_s));
}

void TestConformanceHub::HUB_8()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    begin(rig);
    moveTo(rig, u"verify"_s);
    QVERIFY(rig.effects(u"hub.pull"_s).contains(u"notify tech_lead"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/phase told"_s));
    tellResolved(rig);
    QVERIFY(rig.warned(u"Ana"_s, u"/resolve"_s, u"hub.lead"_s));

    RowRig validated(process, outage());
    takeRoles(validated);
    begin(validated);
    moveTo(validated, u"told"_s);
    tellResolved(validated);
    QVERIFY(validated.refusedAs(u"Bo"_s, u"/gate hub.lead 1 looks fine"_s, u"not-authorised"_s));
    QVERIFY(validated.does(u"Cy"_s, u"/gate hub.lead 1 went through every step"_s));
    QVERIFY(validated.quiet(u"Ana"_s, u"/resolve"_s, u"hub.lead"_s));
}

void TestConformanceHub::HUB_9()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    begin(rig);
    moveTo(rig, u"told"_s);
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve"_s, u"hub.done"_s));
    QVERIFY(rig.warned(u"Bo"_s, u"/draft community Resolved"_s, u"hub.back"_s));
    QVERIFY(rig.does(u"Bo"_s, u"/edit #U1 current_state=\"All hubs start again\""_s));
    QVERIFY(rig.does(u"Bo"_s, u"/send #U1"_s));
    QVERIFY(rig.state().updates.first().text.contains(u"back to normal"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/system pagerduty.resolved true"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve"_s, u"hub.done"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/gate hub.done 3 closed the ticket in the browser"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/resolve"_s));
}

void TestConformanceHub::HUB_10()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    begin(rig);
    moveTo(rig, u"told"_s);
    tellResolved(rig);
    QVERIFY(rig.does(u"Ana"_s, u"/resolve"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/phase follow_up"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/closereview report"_s, u"hub.report"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/review report section=Timeline imported from both systems"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/closereview report"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/close"_s, u"hub.paper"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/system pagerduty.timeline true"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/close"_s, u"hub.paper"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/system slack.timeline true"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/close"_s));
}

void TestConformanceHub::HUB_11()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    QVERIFY(rig.does(u"Ana"_s, u"/handover @Di"_s));
    QVERIFY(rig.refused(u"Di"_s, u"/ihavecommand"_s, u"hub.hand"_s));
    QVERIFY(rig.does(u"Di"_s, u"/able"_s));
    QVERIFY(rig.refused(u"Di"_s, u"/ihavecommand"_s, u"hub.hand"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/check hub.hand 2 reassigned in PagerDuty"_s));
    QVERIFY(rig.does(u"Di"_s, u"/ihavecommand"_s));
    QCOMPARE(rig.state().holders(u"ir"_s), QStringList{u"Di"_s});
}

void TestConformanceHub::HUB_12()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    QCOMPARE(rig.process().phases.size(), 8);
    QVERIFY(rig.refusedAs(u"Ana"_s, u"/phase verify"_s, u"phase-order"_s));
    validate(rig);
    QVERIFY(rig.does(u"Ana"_s, u"/phase mark"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/phase try"_s, u"hub.started"_s));
    for (const QString &thing : beginning)
        QVERIFY(rig.does(u"Ana"_s, u"/system %1 true"_s.arg(thing)));
    QVERIFY(rig.does(u"Ana"_s, u"/phase try"_s));
    QVERIFY(rig.refusedAs(u"Ana"_s, u"/phase told"_s, u"phase-order"_s));
    tellResolved(rig);
    QVERIFY(rig.refused(u"Ana"_s, u"/resolve"_s, u"hub.order"_s));
    for (const QString &phase : {u"hands"_s, u"status"_s, u"verify"_s, u"told"_s})
        QVERIFY(rig.does(u"Ana"_s, u"/phase "_s + phase));
    QVERIFY(rig.does(u"Ana"_s, u"/resolve"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/phase follow_up"_s));
}

void TestConformanceHub::HUB_13()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    QCOMPARE(rig.process().commander()->id, u"ir"_s);
    for (const QString &role : {u"ir"_s, u"liaison"_s, u"tech_lead"_s, u"sme"_s})
        QVERIFY(rig.process().role(role));
    QVERIFY(rig.process().contact(u"community_rep"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/draft community Ongoing current_state=down tried=nothing next_steps=look"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/draft community Ongoing current_state=down tried=nothing next_steps=look"_s));
    QVERIFY(rig.warned(u"Ana"_s, u"/send #U1"_s, u"hub.voice"_s));
    QVERIFY(rig.quiet(u"Bo"_s, u"/send #U2"_s, u"hub.voice"_s));
}

void TestConformanceHub::HUB_14()
{
    RowRig rig(process, outage());
    for (const QString &thing : beginning)
        QVERIFY(rig.does(u"Ana"_s, u"/system %1 true"_s.arg(thing)));
    QVERIFY(!rig.state().begunAt.isSet());
    QVERIFY(rig.refused(u"Ana"_s, u"/begin"_s, u"hub.outage"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/field reproduced=reproduced"_s));
    QVERIFY(rig.refused(u"Ana"_s, u"/begin"_s, u"hub.outage"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/field matches_outage=true"_s));
    QVERIFY(hasBegun(rig));

    RowRig tagged(process, outage());
    for (const QString &thing : beginning)
        QVERIFY(tagged.does(u"Ana"_s, u"/system %1 true"_s.arg(thing)));
    QVERIFY(!tagged.state().begunAt.isSet());
    QVERIFY(tagged.does(u"Ana"_s, u"/alert HubDown tag=\"take immediate action\""_s));
    QVERIFY(hasBegun(tagged));
}

void TestConformanceHub::HUB_15()
{
    RowRig rig(process);
    QCOMPARE(rig.process().severities.size(), 1);
    QCOMPARE(rig.process().severities.first().id, u"P1"_s);
    QVERIFY(rig.does(u"Ana"_s, u"/confirm real"_s));
    QCOMPARE(rig.effects(u"hub.p1"_s), QStringList{u"propose severity P1"_s});
    QCOMPARE(rig.process().systems.value(u"pagerduty"_s).value(u"service_default").toString(),
             u"Misc alerts from Prometheus Alert Manager"_s);
}

void TestConformanceHub::HUB_16()
{
    RowRig rig(process, outage());
    validate(rig);
    QVERIFY(rig.does(u"Ana"_s, u"/phase mark"_s));
    QCOMPARE(rig.offered(u"hub.trigger"_s).size(), 6);
    QCOMPARE(rig.process().list(u"hub.trigger"_s)->items.first().run, u"/pd trigger"_s);
    QVERIFY(!rig.ticked(u"hub.trigger"_s, 1));
    QVERIFY(rig.does(u"Ana"_s, u"/system pagerduty.incident true"_s));
    QVERIFY(rig.ticked(u"hub.trigger"_s, 1));
}

void TestConformanceHub::HUB_17()
{
    RowRig hours(process, outage());
    takeRoles(hours);
    QVERIFY(!hours.isDue(u"hub.relief"_s));
    hours.advance(Span::minutes(8 * 60 + 1));
    QVERIFY(hours.effects(u"hub.relief"_s).contains(u"propose handover ir"_s));

    RowRig night(process, outage());
    takeRoles(night);
    night.advanceTo(u"2025-03-04T15:00:00Z"_s);
    QVERIFY(!night.isDue(u"hub.relief"_s));
    RowRig::Options late = outage();
    late.start = u"2025-03-04T21:00:00Z"_s;
    RowRig evening(process, late);
    takeRoles(evening);
    QVERIFY(!evening.isDue(u"hub.relief"_s));
    evening.advance(Span::minutes(90));
    QVERIFY(evening.isDue(u"hub.relief"_s));

    RowRig asked(process, outage());
    takeRoles(asked);
    QVERIFY(asked.does(u"Ana"_s, u"/flag relief I cannot see straight any more"_s));
    QVERIFY(asked.isDue(u"hub.relief"_s));
}

void TestConformanceHub::HUB_18()
{
    RowRig rig(process, outage());
    QVERIFY(rig.process().systems.value(u"pagerduty"_s).value(u"adopt_existing").toBool());
    validate(rig);
    QVERIFY(rig.isDue(u"hub.open"_s));
    QVERIFY(rig.does(u"Ana"_s, u"/system pagerduty.incident true"_s));
    QVERIFY(!rig.isDue(u"hub.open"_s));
}

void TestConformanceHub::HUB_19()
{
    RowRig rig(process, outage());
    QVERIFY(rig.process().principles.first().contains(u"above all other kinds of work"_s));
}

void TestConformanceHub::HUB_20()
{
    RowRig rig(process, outage());
    takeRoles(rig);
    begin(rig);
    QVERIFY(!rig.isDue(u"hub.say"_s));
    moveTo(rig, u"try"_s);
    QVERIFY(rig.effects(u"hub.say"_s).value(0).contains(u"notes to yourself"_s));
    QVERIFY(rig.process().systems.value(u"slack"_s).value(u"log_all").toBool());
    QVERIFY(rig.does(u"Ana"_s, u"the home folder server answers again"_s));
    QCOMPARE(rig.state().entries.last().kind, u"note"_s);
}

FIRELINE_CONFORMANCE_MAIN(TestConformanceHub, "community-hub")
#include "tst_conformance_hub.moc"
