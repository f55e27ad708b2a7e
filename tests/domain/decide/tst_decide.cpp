// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefrig.h"
#include "decide/decide.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

/// What the domain itself refuses, whatever the process: one row per way in which a verb can be wrong.
class TestDecide : public QObject
{
    Q_OBJECT
private slots:
    void refuses_data();
    void refuses();
    void nothingBeforeTheDeclaration();
    void onlyTheRecordGoesOnAfterTheEnd();
    void writesWhoDidItBesideWhoTyped();
    void approvalHoldsForTheTextItWasGiven();
    void aDecisionKeepsWhatItReplacesAndWhatWasAsked();
    void aHypothesisKeepsWhoTestsItAndWhatShowsIt();
    void aHandoverEndsWithItsOutgoingSide();
    void toldAsSentIsJudgedAsSending();
    void whatWasQueuedIsOnlyAnOutcome();
    void nothingPrivateIsToldAsSent();
    void anOfferIsCalledOffBeforeAnother();
    void furtherWordsAreKeptAndLinted();
    void whatNobodyAnsweredIsNeitherKnownNorWritten();
    void aRecordWithoutAnyAnswerIsAskedFirst();
    void allGatesInTheWayAreNamedAtOnce();
    void anothersWordIsNamedInTheRefusal();
    void aPhaseIsMeantByItsNumberOrItsName();
    void theTextOfAnActionItemIsEdited();
    void anActionItemBelongsToWhoIsNamedFirst_data();
    void anActionItemBelongsToWhoIsNamedFirst();
    void anActionItemTakesOnlyWhatItKnows();
};

void TestDecide::aDecisionKeepsWhatItReplacesAndWhatWasAsked()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", {"/poll fail over", "@bo /object #P1 the replica is stale", "/decision wait revisit +30m",
                            "/decision fail over after all #P1 replaces #D1 irreversible"}));
    const QList<DecisionRecord> &decisions = rig.state().decisions;
    QCOMPARE(decisions.size(), 2);
    QVERIFY(decisions.at(0).revisitAt.isSet());
    QVERIFY(!decisions.at(0).irreversible);
    QCOMPARE(decisions.at(1).text, u"fail over after all #P1"_s);
    QCOMPARE(decisions.at(1).replaces, decisions.at(0).eventId);
    QCOMPARE(decisions.at(1).poll, rig.state().polls.first().eventId);
    QVERIFY(decisions.at(1).irreversible);
}

void TestDecide::aHypothesisKeepsWhoTestsItAndWhatShowsIt()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", {"/hyp lock on orders", "@bo /test #H1 look at pg_locks", "/finding 40 sessions wait"}));
    const QByteArray row = QByteArray::number(rig.state().entries.size());
    QVERIFY(rig.ok("ana", "/confirmed #H1 see #E" + row));
    const Hypothesis &h = rig.state().hypotheses.first();
    QCOMPARE(h.by, u"ana"_s);
    QCOMPARE(h.tester, u"bo"_s);
    QCOMPARE(h.how, u"look at pg_locks"_s);
    QCOMPARE(h.evidenceEntry, rig.state().entries.at(row.toInt() - 1).eventId);
    QVERIFY(rig.ok("ana", "/ruleout #H1 it is another table"));
    QCOMPARE(rig.state().hypotheses.first().why, u"it is another table"_s);
}

void TestDecide::aHandoverEndsWithItsOutgoingSide()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", {"/claim", "/handover @bo"}));
    QCOMPARE(rig.state().handover->state, Handover::State::Running);
    QVERIFY(rig.ok("ana", "/role - ic"));
    QCOMPARE(rig.state().handover->state, Handover::State::Expired);
    QVERIFY(rig.refused("bo", "/ihavecommand", "state"));
    QVERIFY(rig.ok("bo", "/claim"));
    QCOMPARE(rig.state().holders(u"ic"_s), QStringList{u"bo"_s});
}

// Whoever was offered a role is told before somebody else is.
void TestDecide::anOfferIsCalledOffBeforeAnother()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", {"/claim", "/handover @cy"}));
    const Answer answer = rig.doLine("ana", "/handover @dee");
    QVERIFY(!answer.ok);
    QVERIFY2(answer.text.contains(u"cy"_s) && answer.text.contains(u"/decline"_s), qPrintable(answer.text));
    QCOMPARE(rig.state().handover->to, u"cy"_s);
    QVERIFY(rig.all("ana", {"/decline cy is needed elsewhere", "/handover @dee"}));
    QCOMPARE(rig.state().handover->to, u"dee"_s);
    QCOMPARE(rig.state().handovers.value(u"ic"_s).first().state, Handover::State::Declined);
}

// A record whose answers are missing is no statement that none is known, and its step is still to be done (NIN-4).
void TestDecide::whatNobodyAnsweredIsNeitherKnownNorWritten()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Checkout fails", "P2", "service=checkout").ok);
    QVERIFY(rig.ok("ana", "/draft nin.ack seen by bo"));
    const QString said = rig.state().updates.last().text;
    QVERIFY2(said.contains(u"Symptom: (not stated)"_s) && !said.contains(u"none known"_s), qPrintable(said));
    QVERIFY(!rig.state().forms.contains(u"nin.ack"_s));
    QVERIFY(rig.ok("ana", "/draft nin.ack symptom=slow impact=\"half of Europe\" started=10:00 investigator=bo"));
    QVERIFY(rig.state().forms.contains(u"nin.ack"_s));
}

// One key does not put an empty record beside the others: what it wants to know is said (NIN-4).
void TestDecide::aRecordWithoutAnyAnswerIsAskedFirst()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Checkout fails", "P2", "service=checkout").ok);
    const Answer bare = rig.doLine("ana", "/draft nin.ack");
    QVERIFY(!bare.ok);
    QVERIFY2(bare.text.contains(u"Nothing of this record is answered yet. State: "_s), qPrintable(bare.text));
    QVERIFY2(bare.text.contains(u"Symptom"_s) && bare.text.contains(u"symptom="_s), qPrintable(bare.text));
    QVERIFY(rig.state().updates.isEmpty());
    QVERIFY(rig.ok("ana", "/draft nin.ack symptom=slow"));
    // An update is drafted first and answered later.
    QVERIFY(rig.ok("ana", "/draft internal Investigating"));
}

// Whoever mends one learns of the next by another refusal: they are told together, with the way there (NIN-3, NIN-14, NIN-25).
// Whoever is refused is told the very line that writes down whose word it was.
void TestDecide::anothersWordIsNamedInTheRefusal()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", {"/role @Bo tech_lead", "/action @Bo look"}));
    const Answer gate = rig.doLine("ana", "/gate lad.verify 1 log-ins go through");
    QVERIFY2(gate.text.endsWith(u"If Bo said it: @Bo /gate lad.verify 1 log-ins go through"_s), qPrintable(gate.text));
    QVERIFY(rig.ok("ana", "@Bo /gate lad.verify 1 log-ins go through"));
    const Answer ack = rig.doLine("ana", "/ack #A1 @Bo");
    QVERIFY2(ack.text.contains(u"@Bo /ack #A1"_s), qPrintable(ack.text));
    QVERIFY(rig.ok("ana", "@Bo /ack #A1"));
    QVERIFY(rig.ok("ana", "/done #A1 @Bo found the lock"));
}

void TestDecide::allGatesInTheWayAreNamedAtOnce()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Checkout fails", "P2", "service=checkout").ok);
    QVERIFY(rig.ok("ana", "/gate nin.validated 1 looked"));
    const Answer refused = rig.doLine("ana", "/resolve");
    QVERIFY(!refused.ok);
    for (const QString &part :
         {u"Still missing: Step 7, Resolution & Recovery, is reached; Root cause addressed"_s, u"; Validation checks run."_s,
          u"The way there: /phase triage, /phase assemble, /phase initial_comms, /phase investigation, /phase mitigation, "
          u"/phase resolution."_s,
          u"/gate nin.six 1 …, /gate nin.validated 2 …"_s})
        QVERIFY2(refused.text.contains(part), qPrintable(refused.text));
    QCOMPARE(refused.text.count(u"Still missing"_s), 1);
    QVERIFY(!refused.text.contains(u'\n')); // one line, as scripts read it
    QVERIFY(!refused.text.contains(u"No side effects"_s));
}

void TestDecide::aPhaseIsMeantByItsNumberOrItsName()
{
    BriefRig rig("nine-step");
    QVERIFY(rig.declare("ana", "Checkout fails", "P2", "service=checkout").ok);
    QVERIFY(rig.ok("ana", "/phase 2"));
    QCOMPARE(rig.state().phase, u"triage"_s);
    QVERIFY(rig.ok("ana", "/phase assemble response team all are here"));
    QCOMPARE(rig.state().phase, u"assemble"_s);
    QVERIFY2(rig.state().entries.last().text.endsWith(u"all are here"_s), qPrintable(rig.state().entries.last().text));
    QVERIFY2(!rig.state().entries.last().text.contains(u"team all"_s), qPrintable(rig.state().entries.last().text));
    QVERIFY(rig.ok("ana", "/phase \"4 Initial Communication\""));
    QVERIFY(rig.refused("ana", "/phase 7", "phase-order"));
    QVERIFY(rig.refused("ana", "/phase 17", "unknown"));
}

void TestDecide::refuses_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("code");
    struct Row
    {
        const char *name;
        QList<QByteArray> before;
        const char *line;
        const char *code;
    };
    const QList<Row> rows = {
        {"declared twice", {}, "/declare again", "state"},
        {"a false alarm without a reason", {}, "/confirm false", "usage"},
        {"the same severity", {}, "/sev 2", "no-change"},
        {"no such severity", {}, "/sev 9", "unknown"},
        {"no such phase", {}, "/phase mobilise", "unknown"},
        {"the phase it is in", {}, "/phase detection", "no-change"},
        {"a phase that is not next", {}, "/phase review", "phase-order"},
        {"no such role", {}, "/role @bo pilot", "unknown"},
        {"a role somebody has already", {"/role @bo comms"}, "/role @bo comms", "no-change"},
        {"a role nobody has", {}, "/role - comms", "no-change"},
        {"command from under its holder", {"/role @bo ic"}, "/role @cy ic", "held"},
        {"a claim of what somebody has", {"/role @bo ic"}, "/claim", "held"},
        {"no such flag", {}, "/flag pii leak", "unknown"},
        {"an end before the start", {"/impact start 09:50"}, "/impact end 09:40", "order"},
        {"no such alert", {}, "/ackalert #L1", "unknown"},
        {"an alert acknowledged twice", {"/alert X", "/ackalert #L1"}, "/ackalert #L1", "no-change"},
        {"no such field", {}, "/field colour=red", "unknown"},
        {"not a choice of the field", {}, "/field tag=luck", "field-invalid"},
        {"no such order", {}, "/done #A1 fine", "unknown"},
        {"an order answered twice", {"/action @bo restart", "/ack #A1"}, "/ack #A1", "no-change"},
        {"an order that is over", {"/action @bo restart", "/done #A1 fine"}, "/fail #A1 late", "no-change"},
        {"no such hypothesis", {}, "/confirmed #H1 seen", "unknown"},
        {"no such decision to replace", {}, "/decision wait replaces #D1", "unknown"},
        {"no such change", {}, "/execute #C1", "unknown"},
        {"no such mitigation", {}, "/result #M1 none", "unknown"},
        {"a poll that is closed", {"/poll fail over", "/closepoll #P1"}, "/ok #P1", "state"},
        {"no such audience", {}, "/draft press Investigating", "unknown"},
        {"no such state of the audience", {}, "/draft public Exploring", "unknown"},
        {"no such update", {}, "/send #U1", "unknown"},
        {"an update sent twice",
         {"/draft public Investigating service=a impact=b current_status=c", "/send #U1"},
         "/send #U1",
         "state"},
        {"an update sent, edited",
         {"/draft public Investigating service=a impact=b current_status=c", "/send #U1"},
         "/edit #U1 impact=d",
         "state"},
        {"an unknown outcome sent again",
         {"/draft public Investigating service=a impact=b current_status=c", "/sendoutcome #U1 unknown"},
         "/send #U1",
         "unknown-outcome"},
        {"the outcome of what is sent",
         {"/draft public Investigating service=a impact=b current_status=c", "/send #U1"},
         "/sendoutcome #U1 sent",
         "state"},
        {"no such list", {}, "/check lad.nothing 1", "unknown"},
        {"no such step", {}, "/check lad.investigate 9", "unknown"},
        {"a step settled twice", {"/check lad.investigate 1"}, "/check lad.investigate 1", "no-change"},
        {"a step unchecked that is open", {}, "/uncheck lad.investigate 1", "no-change"},
        {"a list started twice", {"/start lad.playbook"}, "/start lad.playbook", "no-change"},
        {"no such gate", {}, "/gate lad.nothing 1 seen", "unknown"},
        {"a need that ticks itself", {}, "/gate lad.tickets 1 seen", "ticks-itself"},
        {"a gate confirmed by the wrong person", {"/role @bo tech_lead"}, "/gate lad.verify 1 seen", "not-authorised"},
        {"a gate confirmed without a reason", {"/role @ana tech_lead"}, "/gate lad.verify 1", "usage"},
        {"a rule that cannot be overridden", {}, "/override lad.verify in a hurry", "no-override"},
        {"an override by the wrong person", {}, "/override lad.tickets in a hurry", "not-authorised"},
        {"half a root cause", {}, "/rootcause what=x why=y", "field-missing"},
        {"closed before it is resolved", {}, "/close", "state"},
        {"reopened while open", {}, "/reopen back", "state"},
        {"no such entry", {}, "/retract #E99 wrong", "unknown"},
        {"retracted twice", {"/note x", "/retract #E2 wrong"}, "/retract #E2 wrong", "no-change"},
        {"retracted what changed the incident", {"/sev 1 worse"}, "/retract #E2 wrong", "state"},
        {"no such review", {}, "/closereview debrief", "unknown"},
        {"a review without anybody there", {}, "/held rca", "usage"},
        {"an action item done twice", {"/item x owner=bo due=2025-03-20", "/itemdone #I1"}, "/itemdone #I1", "no-change"},
        {"a timer that is over", {}, "-20m /timer +15m check DNS", "usage"},
        {"a name behind what is acknowledged", {"/action @bo look"}, "/ack #A1 @bo", "usage"},
        {"a name alone for a result", {"/action @bo look"}, "/done #A1 @bo", "usage"},
        {"a timer answered again", {"/timer +15m check DNS"}, "/ack #A1", "no-change"},
        {"able without an offer", {}, "/able", "state"},
        {"a second offer beside the first", {"/claim", "/handover @bo"}, "/handover @cy", "state"},
        {"command taken without an offer", {}, "/ihavecommand", "state"},
        {"no such ladder", {}, "/escalate lad.nothing", "unknown"},
        {"a record said to be written", {"/phase response"}, "/escalate lad.tellfirst", "record"},
        {"a command behind an escalation", {}, "/escalate lad.esc2 /draft lad.scope", "usage"},
        {"a cadence of nothing", {}, "/cadence update/press 10m", "unknown"},
    };
    for (const Row &row : rows)
        QTest::newRow(row.name) << row.before << QByteArray(row.line) << QByteArray(row.code);
}

void TestDecide::refuses()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, code);
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", before));
    const qsizetype events = rig.events().size();
    const Answer answer = rig.doLine("ana", line);
    QVERIFY2(!answer.ok, "taken");
    QCOMPARE(answer.code, QString::fromUtf8(code));
    QVERIFY(!answer.text.isEmpty());
    QCOMPARE(rig.events().size(), events);
}

void TestDecide::nothingBeforeTheDeclaration()
{
    BriefRig rig("severity-ladder");
    for (const char *line : {"/note x", "/claim", "/resolve", "/sev 1 worse"})
        QVERIFY(rig.refused("ana", line, "not-declared"));
    QVERIFY(rig.state().entries.isEmpty());
}

void TestDecide::onlyTheRecordGoesOnAfterTheEnd()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.ok("ana", "/withdraw a test"));
    for (const char *line : {"/sev 1 worse", "/phase response", "/claim", "/resolve", "/action @bo restart"})
        QVERIFY(rig.refused("ana", line, "state"));
    for (const char *line :
         {"/note it was a test", "/finding the probe was wrong", "/retract #E3 no", "/item x owner=bo due=2025-03-20"})
        QVERIFY(rig.ok("ana", line));
}

void TestDecide::writesWhoDidItBesideWhoTyped()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.ok("ana", "@bo /claim"));
    QCOMPARE(rig.state().holders(u"ic"_s), QStringList{u"bo"_s});
    QCOMPARE(rig.events().last().body().value(u"by").toString(), u"bo"_s);
}

void TestDecide::approvalHoldsForTheTextItWasGiven()
{
    BriefRig rig("sre-directorate");
    QVERIFY(rig.declare("ana", "Checkout fails", "SEV1", "service=checkout").ok);
    QVERIFY(rig.all("ana", {"/role @ana ic", "/role @cy cl", "/draft social Investigating summary=x components=Payments",
                            "/askapproval #U1"}));
    QVERIFY(rig.ok("pr", "/approveupdate #U1"));
    QVERIFY(rig.ok("cy", "/edit #U1 summary=y"));
    QVERIFY(rig.refused("cy", "/send #U1", "not-approved"));
}

void TestDecide::toldAsSentIsJudgedAsSending()
{
    BriefRig rig("sre-directorate");
    QVERIFY(rig.declare("ana", "Checkout fails", "SEV1", "service=checkout").ok);
    QVERIFY(rig.all("ana", {"/role @ana ic", "/role @cy cl", "/draft social Investigating summary=x components=Payments",
                            "/askapproval #U1"}));
    QVERIFY(rig.refused("cy", "/sendoutcome #U1 sent", "not-approved"));
    // Nor by way of an outcome that nobody judges.
    for (const char *before : {"/sendoutcome #U1 unknown", "/sendoutcome #U1 failed the page was down"}) {
        QVERIFY(rig.ok("zed", before));
        QVERIFY(rig.refused("cy", "/sendoutcome #U1 sent", "not-approved"));
        QVERIFY(rig.refused("zed", "/sendoutcome #U1 sent"));
    }
    QVERIFY(rig.ok("pr", "/approveupdate #U1"));
    QVERIFY(rig.ok("cy", "/sendoutcome #U1 sent"));
    QCOMPARE(rig.state().updates.first().state, Update::State::Sent);
    QCOMPARE(rig.state().updates.first().via, u"hand"_s);
}

void TestDecide::whatWasQueuedIsOnlyAnOutcome()
{
    BriefRig rig("sre-directorate");
    QVERIFY(rig.declare("ana", "Checkout fails", "SEV1", "service=checkout").ok);
    QVERIFY(rig.all("ana", {"/role @ana ic", "/role @cy cl", "/draft social Investigating summary=x components=Payments",
                            "/askapproval #U1", "/sendoutcome #U1 failed"}));
    IncidentState state = rig.state();
    Command told;
    told.verb = Verb::SendOutcome;
    told.args = {{u"ref"_s, u"U1"_s}, {u"outcome"_s, u"sent"_s}};
    const DecideInput input{state, rig.process(), rig.now(), u"zed"_s};
    QVERIFY(!decide(input, told).ok());
    state.updates.first().queuedHash = state.updates.first().hash;
    QVERIFY(decide(input, told).ok());
    state.updates.first().queuedHash = u"of another text"_s;
    QVERIFY(!decide(input, told).ok());
}

void TestDecide::nothingPrivateIsToldAsSent()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.ok("ana", "/draft public Investigating service=a impact=b current_status=c"));
    IncidentState state = rig.state();
    Command told;
    told.verb = Verb::SendOutcome;
    told.args = {{u"ref"_s, u"U1"_s}, {u"outcome"_s, u"sent"_s}};
    const DecideInput input{state, rig.process(), rig.now(), u"ana"_s};
    QVERIFY(decide(input, told).ok());
    state.isPrivate = true;
    const auto judged = decide(input, told);
    QVERIFY(!judged.ok());
    QCOMPARE(judged.problem().code, u"private"_s);
}

// Words beside the fields go out with them: they stay when a field is edited, and are linted when the update is sent.
void TestDecide::furtherWordsAreKeptAndLinted()
{
    BriefRig rig("sre-directorate");
    QVERIFY(rig.declare("ana", "Checkout fails", "SEV1", "service=checkout").ok);
    QVERIFY(rig.all("ana",
                    {"/role @ana ic", "/role @cy cl",
                     "/draft public Investigating summary=x components=Payments next_update=+30m it is probably the network"}));
    QVERIFY(rig.ok("cy", "/edit #U1 summary=y"));
    QCOMPARE(rig.state().updates.first().free, u"it is probably the network"_s);
    QVERIFY(rig.state().updates.first().text.endsWith(u"it is probably the network"_s));
    QVERIFY(rig.refused("cy", "/send #U1", "sre.guess"));
    QVERIFY(rig.ok("cy", "/edit #U1 we are on it"));
    QVERIFY(rig.ok("cy", "/send #U1"));
}

void TestDecide::theTextOfAnActionItemIsEdited()
{
    BriefRig rig("helpdeskflow");
    QVERIFY(rig.declare("ana", "Tickets are lost", "P1", "service=tickets").ok);
    QVERIFY(rig.ok("ana", "/item add replication lag alert owner=bo due=2030-02-01"));
    QVERIFY(rig.ok("cy", "/edit #I1 alert at 30 s of replication lag"));
    const auto item = [&] { return rig.state().actionItems.first(); };
    QCOMPARE(item().text, u"alert at 30 s of replication lag"_s);
    QCOMPARE(item().fields.value(u"what").toString(), item().text);
    QCOMPARE(item().fields.value(u"owner").toString(), u"bo"_s);
    QCOMPARE(rig.state().entries.last().type, u"actionItem.edited"_s);
    QVERIFY2(rig.state().entries.last().text.contains(item().text), qPrintable(rig.state().entries.last().text));
    // The rules of the process hold for the new words too (HDF-21: no vague ones), and none at all are no action.
    QVERIFY(rig.refused("cy", "/edit #I1 improve database monitoring", "hdf.vague"));
    QVERIFY(rig.refused("cy", "/edit #I1 what=\"\"", "usage"));
    QCOMPARE(item().text, u"alert at 30 s of replication lag"_s);
}

void TestDecide::anActionItemBelongsToWhoIsNamedFirst_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("text");
    QTest::newRow("person") << QByteArray("/item @bo add an alert for replication lag") << u"bo"_s
                            << u"add an alert for replication lag"_s;
    QTest::newRow("colon") << QByteArray("/item @bo: add an alert for replication lag") << u"bo"_s
                           << u"add an alert for replication lag"_s;
    QTest::newRow("full name") << QByteArray("/item @\"Bo Li\" add an alert for replication lag") << u"Bo Li"_s
                               << u"add an alert for replication lag"_s;
    QTest::newRow("myself") << QByteArray("/item @me add an alert for replication lag") << u"ana"_s
                            << u"add an alert for replication lag"_s;
    QTest::newRow("said in its field") << QByteArray("/item @bo add an alert for replication lag owner=cy") << u"cy"_s
                                       << u"add an alert for replication lag"_s;
    QTest::newRow("at the end") << QByteArray("/item add an alert for replication lag @bo") << u"bo"_s
                                << u"add an alert for replication lag @bo"_s;
    QTest::newRow("an address") << QByteArray("/item write to help@bo") << QString() << u"write to help@bo"_s;
    QTest::newRow("named later") << QByteArray("/item add the alert that @bo asked for") << QString()
                                 << u"add the alert that @bo asked for"_s;
}

void TestDecide::anActionItemBelongsToWhoIsNamedFirst()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, owner);
    QFETCH(const QString, text);
    BriefRig rig("helpdeskflow");
    QVERIFY(rig.declare("ana", "Tickets are lost", "P1", "service=tickets").ok);
    QVERIFY(rig.ok("ana", line.constData()));
    const auto &item = rig.state().actionItems.first();
    QCOMPARE(item.text, text);
    QCOMPARE(item.fields.value(u"owner").toString(), owner);
}

void TestDecide::anActionItemTakesOnlyWhatItKnows()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    const auto refused = rig.doLine("ana", "/item rotate earlier owner=bo due=2030-02-01 kind=documentation");
    QVERIFY(!refused.ok);
    QCOMPARE(refused.code, u"usage"_s);
    QVERIFY2(refused.text.contains(u"no kind=."_s), qPrintable(refused.text));
    QVERIFY2(refused.text.contains(u"tag= (Kind of action: prevention, documentation, monitoring)"_s), qPrintable(refused.text));
    QVERIFY(rig.state().actionItems.isEmpty());
    QVERIFY(rig.ok("ana", "/item rotate earlier owner=bo due=2030-02-01 tag=documentation priority=high"));
    QVERIFY(!rig.doLine("ana", "/edit #I1 kind=monitoring").ok);
    QVERIFY(rig.ok("ana", "/edit #I1 ticket=OPS-1"));
}

QTEST_APPLESS_MAIN(TestDecide)
#include "tst_decide.moc"
