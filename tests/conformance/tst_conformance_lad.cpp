// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefrig.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Rows LAD-1 to LAD-20. What needs an outside system (paging, the Slack channel, tickets, the status page) is decided here as
// far as the record goes: which effect is due when; the connectors that carry it out come with the issue of the connectors.
class TestConformanceLad : public QObject
{
    Q_OBJECT
private slots:
    void LAD_1();
    void LAD_2();
    void LAD_3();
    void LAD_4();
    void LAD_5();
    void LAD_6();
    void LAD_7();
    void LAD_8();
    void LAD_9();
    void LAD_10();
    void LAD_11();
    void LAD_12();
    void LAD_13();
    void LAD_14();
    void LAD_15();
    void LAD_16();
    void LAD_17();
    void LAD_18();
    void LAD_19();
    void LAD_20();
};

namespace {

/// Declared with the three roles taken.
BriefRig declared(const char *severity = "2")
{
    BriefRig rig("severity-ladder");
    rig.declare("ana", "Login fails", severity, "service=login brief=\"no user can log in\"");
    rig.doLine("ana", "/role @ana ic");
    rig.doLine("ana", "/role @tomas tech_lead");
    rig.doLine("ana", "/role @cleo comms");
    return rig;
}

/// In recovery and verified: what is left is /resolve.
BriefRig verified()
{
    BriefRig rig = declared();
    for (const char *line : {"/phase response", "/phase recovery"})
        rig.doLine("ana", line);
    for (const char *line :
         {"/gate lad.verify 1 log-ins work", "/gate lad.verify 2 all green", "/gate lad.verify 3 queues are flat"})
        rig.doLine("tomas", line);
    return rig;
}

/// Resolved and in the review.
BriefRig resolved()
{
    BriefRig rig = verified();
    rig.doLine("ana", "/resolve root_cause=\"expired certificate\" impact_summary=\"all users\" next_steps=\"rotate earlier\"");
    rig.doLine("ana", "/phase review");
    return rig;
}

} // namespace

void TestConformanceLad::LAD_1()
{
    struct Case
    {
        const char *severity;
        double minutes;
    };
    for (const auto &[severity, minutes] : {Case{"1", 5}, Case{"2", 15}, Case{"3", 60}}) {
        BriefRig rig("severity-ladder");
        QVERIFY(rig.declare("ana", "Login fails", severity).ok);
        QCOMPARE(rig.lateMinutes("lad.respond"), minutes);
        const SeverityDef *def = rig.process().severity(QString::fromLatin1(severity));
        QVERIFY(def && !def->definition.isEmpty() && !def->examples.isEmpty() && def->expect.size() == 2);
    }
    // Severity 4: during business hours. Declared on Saturday, counted to the end of Monday.
    BriefRig weekend("severity-ladder", "2025-03-01T12:00:00Z");
    QVERIFY(weekend.declare("ana", "Wrong colour", "4").ok);
    QCOMPARE(weekend.clock("lad.respond").late.toRfc3339(), u"2025-03-03T17:00:00.000Z"_s);

    const auto pages = [](const char *severity, const char *rule) {
        BriefRig rig("severity-ladder");
        rig.declare("ana", "Login fails", severity);
        return rig.effects(rule);
    };
    QCOMPARE(pages("1", "lad.esc1"), (QStringList{u"page ceo"_s, u"page vp_ops"_s, u"page oncall_all"_s}));
    QCOMPARE(pages("2", "lad.esc2"), (QStringList{u"page eng_lead"_s, u"page oncall_team"_s}));
    QCOMPARE(pages("3", "lad.esc3"), (QStringList{u"page oncall"_s}));
    for (const char *rule : {"lad.esc1", "lad.esc2", "lad.esc3"})
        QVERIFY(pages("4", rule).isEmpty());
}

void TestConformanceLad::LAD_2()
{
    BriefRig rig = declared();
    QVERIFY(rig.ok("monitor", "/alert LoginErrors service=login"));
    QCOMPARE(rig.effects("lad.route"), QStringList{u"page oncall"_s});
    rig.advance(4min);
    QVERIFY(rig.effects("lad.noack").isEmpty());
    rig.advance(1min);
    const QStringList due = rig.effects("lad.noack");
    QVERIFY(due.contains(u"page oncall_backup"_s) && due.contains(u"notify tech_lead"_s));
    QVERIFY(due.contains(u"prompt Check if communication channels are down"_s));
    QVERIFY(rig.ok("bo", "/ackalert #L1"));
    QVERIFY(rig.effects("lad.noack").isEmpty() && rig.effects("lad.route").isEmpty());
}

void TestConformanceLad::LAD_3()
{
    BriefRig rig = declared();
    rig.advance(10min);
    QVERIFY(rig.ok("tomas", "/finding the certificate expired"));
    rig.advance(14min);
    QVERIFY(rig.effects("lad.stuck").isEmpty());
    rig.advance(1min);
    const QStringList due = rig.effects("lad.stuck");
    QVERIFY(due.contains(u"page eng_manager"_s) && due.contains(u"prompt Consider bringing in specialists"_s));
    QVERIFY(rig.ok("ana", "/decision renew the certificate"));
    QVERIFY(rig.effects("lad.stuck").isEmpty());

    // Severity 4 escalates to nobody.
    BriefRig minor = declared("4");
    minor.advance(2h);
    QVERIFY(minor.effects("lad.stuck").isEmpty() && minor.effects("lad.half").isEmpty());
}

void TestConformanceLad::LAD_4()
{
    BriefRig rig = declared();
    rig.advance(29min);
    QVERIFY(rig.effects("lad.half").isEmpty());
    rig.advance(1min);
    QCOMPARE(rig.effects("lad.half"), (QStringList{u"page vp_eng"_s, u"draft lad.public"_s, u"open lad.fallback"_s}));
    QCOMPARE(rig.items("lad.fallback"), (QStringList{u"Feature flags"_s, u"Circuit breakers"_s}));
    QVERIFY(rig.ok("cleo", "/draft public Investigating impact=\"log-in for all users\" current_status=\"under investigation\""));
    QVERIFY(rig.lastText().contains(u"an issue affecting log-in for all users"_s));
    QVERIFY(rig.warned("cleo", "/draft public Investigating", "lad.public"));
    // Raised after its time: due at once, and late only when nobody takes it then.
    BriefRig raised = declared("4");
    raised.advance(2h);
    QVERIFY(raised.ok("ana", "/sev 2 it spreads"));
    QCOMPARE(raised.clockState("lad.half/1"), u"due"_s);
    raised.advance(6min);
    QCOMPARE(raised.clockState("lad.half/1"), u"late"_s);
}

void TestConformanceLad::LAD_5()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "", "service=login").ok);
    QVERIFY(rig.state().severity.isEmpty());
    QVERIFY(rig.isOffered("lad.assess"));
    QVERIFY(!rig.isTicked("lad.assess", 1));
    BriefRig hasty = declared("");
    QVERIFY(hasty.warned("ana", "/phase response", "lad.assessed"));

    QVERIFY(
        rig.all("ana", {"/confirm real", "/sev 2 many users fail", "/draft triage scope=\"all regions\" impact=\"no log-in\""}));
    QVERIFY(rig.isDone("lad.assess"));
    QCOMPARE(rig.state().fields.value(u"scope").toString(), u"all regions"_s);
    QVERIFY(rig.quiet("ana", "/phase response", "lad.assessed"));
    BriefRig blank = declared();
    QVERIFY(blank.refused("ana", "/draft triage", "lad.scope"));
    QVERIFY(blank.warned("ana", "/draft triage scope=\"all regions\"", "lad.scope"));
}

void TestConformanceLad::LAD_6()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "1", "service=login").ok);
    for (const char *role : {"ic", "tech_lead", "comms"}) {
        const RoleDef *def = rig.process().role(QString::fromLatin1(role));
        QVERIFY(def && !def->duties.isEmpty());
    }
    QCOMPARE(rig.process().commander()->id, u"ic"_s);
    QVERIFY(rig.all("ana", {"/phase response", "/system slack.channel done", "/role @ana ic", "/role @tomas tech_lead",
                            "/role @cleo comms"}));
    QVERIFY(rig.isOffered("lad.warroom") && rig.isTicked("lad.warroom", 4) && !rig.isDone("lad.warroom"));
    BriefRig hasty = declared();
    QVERIFY(hasty.ok("ana", "/phase response"));
    QVERIFY(hasty.warned("ana", "/phase recovery", "lad.protocol"));
    QVERIFY(rig.ok("ana", "/check lad.warroom 5 updates here every half hour"));
    QVERIFY(rig.isDone("lad.warroom"));
    QVERIFY(rig.quiet("ana", "/phase recovery", "lad.protocol"));

    QVERIFY(rig.ok("tomas", "/draft stakeholders Identified current_status=x done_so_far=y investigation=z eta=unknown"));
    QVERIFY(rig.warned("tomas", "/send #U1", "lad.publish"));
    QVERIFY(rig.ok("tomas", "/draft stakeholders Monitoring current_status=x done_so_far=y investigation=z eta=unknown"));
    QVERIFY(rig.quiet("cleo", "/send #U2", "lad.publish"));
}

void TestConformanceLad::LAD_7()
{
    BriefRig bare("severity-ladder");
    const Answer answer = bare.declare("ana", "Login fails", "2");
    QVERIFY(std::any_of(answer.notices.begin(), answer.notices.end(), [](const Notice &n) { return n.rule == u"lad.new"_s; }));

    BriefRig rig = declared();
    QVERIFY(rig.ok("ana", "/phase response"));
    QCOMPARE(rig.effects("lad.tellfirst"), QStringList{u"draft lad.initial"_s});
    QVERIFY(rig.refused("cleo", "/draft announcement", "lad.initial"));
    QVERIFY(rig.warned("cleo", "/draft announcement brief=\"no user can log in\"", "lad.initial"));
    QVERIFY(rig.ok("cleo", "/draft announcement impact=\"log-in for all users\" brief=\"no user can log in\""));
    QVERIFY(rig.effects("lad.tellfirst").isEmpty()); // it is written
    QVERIFY(rig.lastText().contains(u"Severity 2: login - no user can log in"_s));
    QVERIFY(rig.lastText().contains(u"Incident Commander: ana"_s));
    QVERIFY(rig.lastText().contains(u"#incident-"_s + rig.state().id.right(6)));

    QVERIFY(rig.warned("cleo", "/draft stakeholders Identified current_status=\"cause found\"", "lad.update"));
    QVERIFY(rig.ok("cleo", "/draft stakeholders Identified current_status=\"cause found\" done_so_far=\"looked at logs\" "
                           "investigation=\"certificate\" eta=\"20 minutes\""));
    QVERIFY(rig.lastText().contains(u"Estimated time to resolution: 20 minutes"_s));

    // Times to detection and to resolution are computed.
    BriefRig end = verified();
    QVERIFY(end.ok("ana", "/impact start 09:20"));
    end.advance(20min);
    QVERIFY(end.refused("ana", "/draft resolution", "lad.resolution"));
    QVERIFY(end.warned("ana", "/draft resolution root_cause=\"expired certificate\"", "lad.resolution"));
    QVERIFY(end.ok(
        "ana",
        "/draft resolution root_cause=\"expired certificate\" impact_summary=\"all users\" next_steps=\"rotate earlier\""));
    QVERIFY(end.lastText().contains(u"Time to detection: 40m"_s));
    QVERIFY(end.lastText().contains(u"Time to resolution: 1h 00m"_s));
    QVERIFY(end.process().metric(u"ttd"_s) && end.process().metric(u"ttr"_s));
}

void TestConformanceLad::LAD_8()
{
    BriefRig rig = declared();
    QVERIFY(rig.all("ana", {"/phase response", "/phase recovery"}));
    QVERIFY(rig.refused("ana", "/resolve", "lad.verify"));
    QVERIFY(rig.refused("cleo", "/gate lad.verify 1 looks fine", "lad.verify"));
    QVERIFY(rig.all("tomas", {"/gate lad.verify 1 log-ins work", "/gate lad.verify 2 all green"}));
    QVERIFY(rig.refused("ana", "/resolve", "lad.verify"));
    QVERIFY(rig.ok("tomas", "/gate lad.verify 3 queues are flat"));
    QVERIFY(rig.ok("ana", "/resolve"));
}

void TestConformanceLad::LAD_9()
{
    BriefRig rig = resolved();
    QVERIFY(rig.refused("tomas", "/closereview rca", "lad.rca"));
    QVERIFY(rig.warned("tomas", "/review rca section=\"What Happened\" it was the fault of tomas", "lad.blame"));
    QVERIFY(rig.warned("tomas", "/review rca section=\"What Happened\" who broke the log-in", "lad.who"));
    QVERIFY(rig.quiet("tomas", "/review rca section=\"What Happened\" the certificate expired unseen", "lad.blame"));
    QVERIFY(rig.ok("tomas", "/review rca section=\"Contributing Factors\" no alert on expiry"));
    QVERIFY(rig.refused("tomas", "/closereview rca", "lad.rca"));
    QVERIFY(rig.ok("tomas", "/review rca section=\"Systemic Issues\" certificates have no owner"));
    QVERIFY(rig.ok("tomas", "/closereview rca"));
    QVERIFY(rig.refused("ana", "/item \"rotate earlier\" tag=prevention", "lad.item"));
}

void TestConformanceLad::LAD_10()
{
    BriefRig rig = resolved();
    QCOMPARE(rig.lateMinutes("lad.retro"), 24.0 * 60);
    QCOMPARE(rig.clock("lad.retro").scope, Scope::Review);
    rig.advance(25h);
    QCOMPARE(rig.clockState("lad.retro"), u"late"_s);
    QVERIFY(rig.ok("ana", "/held retrospective who=ana,tomas,cleo"));
    QCOMPARE(rig.clockState("lad.retro"), u"met late"_s);
    QVERIFY(rig.isOffered("lad.retroagenda"));
    const ReviewDef *review = rig.process().review(u"retrospective"_s);
    QVERIFY(review && review->agenda == u"lad.retroagenda"_s && rig.items("lad.retroagenda").size() == 3);
}

void TestConformanceLad::LAD_11()
{
    BriefRig rig = declared();
    QVERIFY(!rig.isOffered("lad.playbook"));
    QVERIFY(rig.ok("ana", "/phase response"));
    QVERIFY(rig.isOffered("lad.playbook"));
    QCOMPARE(rig.items("lad.playbook").size(), 4);
    QVERIFY(rig.all("tomas", {"/start lad.playbook", "/check lad.playbook 1 log-ins fail with TLS errors"}));
    QVERIFY(rig.isTicked("lad.playbook", 1));
    // One of the user's own, with the same four parts.
    const auto own = userPlaybook(
        rig, "---\nid: ours\ntitle: Certificates\n---\n# Symptoms\n- TLS errors\n# Investigation\n- Look at the dates\n"
             "# Mitigation\n- Take the old one\n# Resolution\n- Renew by itself\n");
    QVERIFY(own && own->use == ListUse::Playbook);
    QVERIFY(own->items.size() >= 3);
}

void TestConformanceLad::LAD_12()
{
    const Process process = BriefRig("severity-ladder").process();
    QStringList names;
    for (const ResourceDef &resource : process.resources)
        names.append(resource.name);
    QCOMPARE(names.size(), 5);
    QVERIFY(names.contains(u"On-Call Schedule"_s) && names.contains(u"Escalation Contacts"_s));
}

void TestConformanceLad::LAD_13()
{
    BriefRig rig = declared();
    QVERIFY(rig.effects("lad.room").isEmpty());
    QVERIFY(rig.ok("ana", "/phase response"));
    QCOMPARE(rig.effects("lad.room"), (QStringList{u"create slack.channel"_s, u"notify oncall_team"_s}));
    QVERIFY(rig.ok("ana", "/draft announcement impact=x brief=y"));
    QVERIFY(rig.lastText().contains(u"#incident-"_s + rig.state().id.right(6)));
}

void TestConformanceLad::LAD_14()
{
    BriefRig rig = declared();
    QVERIFY(rig.ok("ana", "/phase response"));
    QVERIFY(rig.isOffered("lad.investigate"));
    QCOMPARE(rig.items("lad.investigate").size(), 4);
    QVERIFY(rig.all("tomas", {"/check lad.investigate 1", "/check lad.investigate 3"}));
    QVERIFY(rig.isTicked("lad.investigate", 3) && !rig.isTicked("lad.investigate", 2));
}

void TestConformanceLad::LAD_15()
{
    BriefRig rig = declared();
    QVERIFY(rig.ok("ana", "/phase response"));
    QCOMPARE(rig.items("lad.options").size(), 5);
    QVERIFY(rig.ok("tomas", "/mitigation Rollback \"back to the old certificate\""));
    rig.advance(5min);
    QVERIFY(!rig.effects("lad.watch").isEmpty());
    BriefRig unjudged = declared();
    QVERIFY(unjudged.ok("ana", "/phase response"));
    QVERIFY(unjudged.warned("ana", "/phase recovery", "lad.judged"));
    QVERIFY(rig.ok("tomas", "/result #M1 restored"));
    QVERIFY(rig.effects("lad.watch").isEmpty());
    QCOMPARE(rig.state().mitigations.last().result, u"restored"_s);
    QVERIFY(rig.quiet("ana", "/phase recovery", "lad.judged"));
}

void TestConformanceLad::LAD_16()
{
    BriefRig rig = verified();
    QVERIFY(rig.isOffered("lad.comms"));
    QVERIFY(rig.ok("ana", "/resolve root_cause=a impact_summary=b next_steps=c"));
    QCOMPARE(rig.effects("lad.told"),
             (QStringList{u"draft lad.pageup"_s, u"draft lad.tellall"_s, u"notify stakeholder_group"_s, u"open lad.comms"_s}));
    QVERIFY(rig.warned("cleo", "/draft public Resolved", "lad.pageup"));
    QVERIFY(rig.all("cleo", {"/draft public Resolved impact_summary=\"all users\"", "/send #U2"}));
    QVERIFY(rig.isTicked("lad.comms", 1) && !rig.isTicked("lad.comms", 2));
    QVERIFY(rig.warned("cleo", "/draft stakeholders Resolved", "lad.tellall"));
    QVERIFY(rig.all("cleo", {"/draft stakeholders Resolved root_cause=a impact_summary=b next_steps=c", "/send #U4"}));
    QVERIFY(rig.isTicked("lad.comms", 2));
    QCOMPARE(rig.effects("lad.told"), (QStringList{u"notify stakeholder_group"_s, u"open lad.comms"_s}));
    QVERIFY(rig.ok("cleo", "/check lad.comms 3 a summary to all customers tomorrow"));
    QVERIFY(rig.isDone("lad.comms"));
}

void TestConformanceLad::LAD_17()
{
    BriefRig rig = resolved();
    QVERIFY(rig.refused("ana", "/close", "lad.tickets"));
    QVERIFY(rig.refused("ana", "/item \"rotate earlier\" owner=bo tag=prevention", "lad.item"));
    QVERIFY(rig.refused("ana", "/item \"rotate earlier\" due=2025-03-20 tag=prevention", "lad.item"));
    QVERIFY(rig.all("ana", {"/item \"rotate earlier\" owner=bo due=2025-03-20 tag=prevention ticket=OPS-1",
                            "/item \"write it down\" owner=bo due=2025-03-20 tag=documentation ticket=OPS-2"}));
    QVERIFY(rig.refused("ana", "/close", "lad.tickets"));
    QVERIFY(rig.ok("ana", "/item \"watch expiry\" owner=bo due=2025-03-20 tag=monitoring"));
    QVERIFY(rig.refused("ana", "/close", "lad.tickets"));
    BriefRig linked = resolved();
    QVERIFY(linked.all("ana", {"/item a owner=bo due=2025-03-20 tag=prevention ticket=OPS-1",
                               "/item b owner=bo due=2025-03-20 tag=documentation ticket=OPS-2",
                               "/item c owner=bo due=2025-03-20 tag=monitoring ticket=OPS-3", "/close"}));
    // Not every incident needs all three: the Incident Commander may say so.
    QVERIFY(rig.refused("cleo", "/override lad.tickets no ticket system today"));
    QVERIFY(rig.all("ana", {"/override lad.tickets the ticket system is down", "/close"}));
}

void TestConformanceLad::LAD_18()
{
    BriefRig rig = resolved();
    QVERIFY(rig.isOffered("lad.lessons"));
    QCOMPARE(rig.items("lad.lessons").size(), 2);
    QVERIFY(rig.all("ana", {"/item a owner=bo due=2025-03-20 tag=prevention ticket=OPS-1",
                            "/item b owner=bo due=2025-03-20 tag=documentation ticket=OPS-2",
                            "/item c owner=bo due=2025-03-20 tag=monitoring ticket=OPS-3", "/close",
                            "/check lad.lessons 1 in the wiki", "/check lad.lessons 2 told the whole company"}));
    QVERIFY(rig.isDone("lad.lessons"));
}

void TestConformanceLad::LAD_19()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    int steps = 0;
    for (const PhaseDef &phase : rig.process().phases)
        steps += int(phase.steps.size());
    QCOMPARE(rig.process().phases.size(), 4);
    QCOMPARE(steps, 10);
    QVERIFY(rig.refused("ana", "/phase recovery", "phase-order"));
    QVERIFY(rig.all("ana", {"/phase response", "/phase recovery", "/phase response", "/phase recovery", "/phase review"}));
}

void TestConformanceLad::LAD_20()
{
    const Process process = BriefRig("severity-ladder").process();
    QCOMPARE(process.status, ProcessStatus::Draft);
}

FIRELINE_CONFORMANCE_MAIN(TestConformanceLad, "severity-ladder")
#include "tst_conformance_lad.moc"
