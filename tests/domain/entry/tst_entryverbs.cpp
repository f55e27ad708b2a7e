// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"
#include "entry/verbshape.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

/// One line and what it says. `args` is JSON with single quotes; a bad row has the words its problem must hold instead.
struct Row
{
    Verb verb;
    const char *line;
    const char *args;
};

const Instant now = *Instant::fromRfc3339(u"2025-03-01T14:00:00Z"_s);

const QList<Row> &goodRows()
{
    static const QList<Row> rows{
        {Verb::Declare, "/declare Checkout is failing severity=SEV1",
         "{'text':'Checkout is failing','fields':{'severity':'SEV1'}}"},
        {Verb::Withdraw, "/withdraw test alert", "{'why':'test alert'}"},
        {Verb::Confirm, "/confirm real", "{'real':true}"},
        {Verb::Confirm, "/confirm false probe was wrong", "{'real':false,'why':'probe was wrong'}"},
        {Verb::Begin, "/begin", "{}"},
        {Verb::Claim, "/claim", "{}"},
        {Verb::Role, "/role @jo cl", "{'who':['jo'],'id':'cl'}"},
        {Verb::Role, "/role @\"Jo Ann\" @cl", "{'who':['Jo Ann'],'id':'cl'}"},
        {Verb::Role, "/role - cl", "{'leave':true,'id':'cl'}"},
        {Verb::Severity, "/sev SEV2 half of the users", "{'id':'SEV2','why':'half of the users'}"},
        {Verb::Severity, "/severity 2", "{'id':'2'}"},
        {Verb::Phase, "/phase monitoring", "{'id':'monitoring'}"},
        {Verb::Impact, "/impact start 13:02", "{'id':'start','timeUs':1740834120000000}"},
        {Verb::Impact, "/impact end", "{'id':'end'}"},
        {Verb::Impact, "/i users 1200", "{'id':'users','text':'1200'}"},
        {Verb::Impact, "/impact cost 1500.50 eur", "{'id':'cost','text':'1500.50 EUR'}"},
        {Verb::Impact, "/impact regions EU, US", "{'id':'regions','text':'EU,US'}"},
        {Verb::Impact, "/impact spreading yes", "{'id':'spreading','text':'yes'}"},
        {Verb::Impact, "/impact component Web App: partial outage", "{'id':'component/Web App','text':'partial outage'}"},
        {Verb::Impact, "/i component DNS: zone 1:major !key",
         "{'flags':['key'],'id':'component/DNS: zone 1','text':'major outage'}"},
        {Verb::Impact, "/i component tests fail", "{'text':'component tests fail'}"},
        {Verb::Impact, "/i users cannot log in", "{'text':'users cannot log in'}"},
        {Verb::Impact, "/i regions EU and US are down", "{'text':'regions EU and US are down'}"},
        {Verb::Impact, "/i \"start of the day is slow\"", "{'text':'start of the day is slow'}"},
        {Verb::Flag, "/flag pii names in the export", "{'id':'pii','why':'names in the export'}"},
        {Verb::Unflag, "/unflag pii", "{'id':'pii'}"},
        {Verb::Restrict, "/private @bo @\"Cy Li\" names leaked", "{'who':['bo','Cy Li'],'why':'names leaked'}"},
        {Verb::AddMember, "/member @bo @cy they know the customer", "{'who':['bo','cy'],'why':'they know the customer'}"},
        {Verb::RemoveMember, "/unmember @bo", "{'who':['bo']}"},
        {Verb::Alert, "/alert HighErrorRate severity=page job=\"api server\"",
         "{'id':'HighErrorRate','fields':{'severity':'page','job':'api server'}}"},
        {Verb::AckAlert, "/ackalert #L3", "{'ref':'L3'}"},
        {Verb::SilenceAlert, "/silencealert l3 known flap", "{'ref':'L3','why':'known flap'}"},
        {Verb::ClearAlert, "/clearalert #L3", "{'ref':'L3'}"},
        {Verb::Report, "/report cannot pay region:EU kind=payments",
         "{'text':'cannot pay','fields':{'region':'EU','kind':'payments'}}"},
        {Verb::Note, "/note customers report 502", "{'text':'customers report 502'}"},
        {Verb::Finding, "/f p95 6.1 s #db", "{'text':'p95 6.1 s','tags':['db']}"},
        {Verb::Todo, "/t why no page for the drop?", "{'text':'why no page for the drop?'}"},
        {Verb::Field, "/field detected_by=Monitoring scope=\"all users\"",
         "{'fields':{'detected_by':'Monitoring','scope':'all users'}}"},
        {Verb::Action, "/a @ol restart pod A +10m", "{'who':['ol'],'text':'restart pod A','dueUs':600000000}"},
        {Verb::Action, "/action @ol @cl: look by 14:30 due=x",
         "{'who':['ol','cl'],'text':'look','dueAtUs':1740839400000000,'fields':{'due':'x'}}"},
        {Verb::Ask, "/q @dev is replica lag falling? +3m", "{'who':['dev'],'text':'is replica lag falling?','dueUs':180000000}"},
        {Verb::Timer, "/timer +15m check DNS TTL", "{'text':'check DNS TTL','dueUs':900000000}"},
        {Verb::Ack, "/y #A12", "{'ref':'A12'}"},
        {Verb::Done, "/x #A12 error rate 2 %", "{'ref':'A12','text':'error rate 2 %'}"},
        {Verb::Fail, "/fail #A1 no access", "{'ref':'A1','why':'no access'}"},
        {Verb::Extend, "/extend #A1 +5m", "{'ref':'A1','dueUs':300000000}"},
        {Verb::Cancel, "/cancel #A1 not needed", "{'ref':'A1','why':'not needed'}"},
        {Verb::Hypothesis, "/h lock on orders table", "{'text':'lock on orders table'}"},
        {Verb::TestHypothesis, "/test #H1 kill the lock", "{'ref':'H1','text':'kill the lock'}"},
        {Verb::ConfirmHypothesis, "/confirmed #H1 rate fell", "{'ref':'H1','text':'rate fell'}"},
        {Verb::ConfirmHypothesis, "/confirm #H1 see #E7", "{'ref':'H1','text':'see #E7','links':['E7']}"},
        {Verb::RuleOut, "/ruleout #H1 lag is flat", "{'ref':'H1','why':'lag is flat'}"},
        {Verb::Change, "/c restart api kind:deploy risk:high staged",
         "{'text':'restart api','fields':{'kind':'deploy','risk':'high'},'staged':true}"},
        {Verb::Approve, "/approve #C1", "{'ref':'C1'}"},
        {Verb::Refuse, "/refuse #C1 too risky", "{'ref':'C1','why':'too risky'}"},
        {Verb::Execute, "/execute #C1 !handson", "{'ref':'C1','flags':['handson']}"},
        {Verb::VerifyChange, "/verify #C1 rates normal", "{'ref':'C1','text':'rates normal'}"},
        {Verb::Breach, "/breach #C1 done without approval", "{'ref':'C1','text':'done without approval'}"},
        {Verb::Breach, "/breach hdf.publish posted by support", "{'id':'hdf.publish','text':'posted by support'}"},
        {Verb::Mitigation, "/m rollback \"to 1.2.2\" for #H1 status=done temporary",
         "{'id':'rollback','text':'to 1.2.2','hypothesis':'H1','fields':{'status':'done'},'temporary':true}"},
        {Verb::Mitigation, "/mitigation \"Feature flag disable\"", "{'id':'Feature flag disable'}"},
        {Verb::MitigationResult, "/result #M1 partial", "{'ref':'M1','result':'partial'}"},
        {Verb::Decision, "/d wait no more replaces #D1 irreversible",
         "{'text':'wait no more','replaces':'D1','irreversible':true}"},
        {Verb::Decision, "/d roll back 1.2.3 revisit +30m", "{'text':'roll back 1.2.3','dueUs':1800000000}"},
        {Verb::Poll, "/p fail over to region B", "{'text':'fail over to region B'}"},
        {Verb::Poll, "/p fail over to region B +45s", "{'text':'fail over to region B','dueUs':45000000}"},
        {Verb::PollOk, "/ok #P1", "{'ref':'P1'}"},
        {Verb::PollObject, "/object #P1 data loss", "{'ref':'P1','why':'data loss'}"},
        {Verb::PollClose, "/closepoll #P1", "{'ref':'P1'}"},
        {Verb::Draft, "/draft public Investigating summary=\"We look into it\" next_update=15:00",
         "{'id':'public','state':'Investigating','fields':{'summary':'We look into it','next_update':'15:00'}}"},
        {Verb::Draft, "/draft ticket severity=SEV1", "{'id':'ticket','fields':{'severity':'SEV1'}}"},
        {Verb::Draft, "/s public Identified <update.txt", "{'id':'public','state':'Identified','file':'update.txt'}"},
        {Verb::Draft, "/draft sitrep - all quiet", "{'id':'sitrep','text':'all quiet'}"},
        {Verb::Edit, "/edit #U1 summary=\"We found it\"", "{'ref':'U1','fields':{'summary':'We found it'}}"},
        {Verb::AskApproval, "/askapproval #U1", "{'ref':'U1'}"},
        {Verb::ApproveUpdate, "/approveupdate #U1", "{'ref':'U1'}"},
        {Verb::Send, "/send #U1 via copy", "{'ref':'U1','via':'copy'}"},
        {Verb::SendOutcome, "/sendoutcome #U1 failed page refused it", "{'ref':'U1','outcome':'failed','why':'page refused it'}"},
        {Verb::Reply, "/reply customers greeting=Hello we are on it",
         "{'id':'customers','fields':{'greeting':'Hello'},'text':'we are on it'}"},
        {Verb::Cadence, "/cadence update/internal 10m", "{'item':'update/internal','spanUs':600000000}"},
        {Verb::Snooze, "/snooze nin.ext 5m page is open", "{'id':'nin.ext','spanUs':300000000,'why':'page is open'}"},
        {Verb::CheckIn, "/checkin @jo @bo all well", "{'who':['jo','bo'],'text':'all well'}"},
        {Verb::Page, "/page @db-oncall need a hand", "{'who':['db-oncall'],'why':'need a hand'}"},
        {Verb::Notify, "/notify @execs we are on it", "{'who':['execs'],'text':'we are on it'}"},
        {Verb::Escalate, "/escalate", "{}"},
        {Verb::Escalate, "/escalate sre.noack", "{'id':'sre.noack'}"},
        {Verb::Escalate, "/escalate @db-oncall", "{'who':['db-oncall']}"},
        {Verb::AnswerRung, "/answered sre.noack 2 on the way", "{'id':'sre.noack','item':2,'text':'on the way'}"},
        {Verb::SkipRung, "/skip sre.noack 2 manager is here", "{'id':'sre.noack','item':2,'why':'manager is here'}"},
        {Verb::Handover, "/handover @bo", "{'who':['bo']}"},
        {Verb::Handover, "/handover @bo ic", "{'who':['bo'],'id':'ic'}"},
        {Verb::Able, "/able", "{}"},
        {Verb::Shadow, "/shadow", "{}"},
        {Verb::Sitrep, "/sitrep all quiet situation=\"calm now\"", "{'text':'all quiet','fields':{'situation':'calm now'}}"},
        {Verb::Sitrep, "/sitrep <\"my report.md\"", "{'file':'my report.md'}"},
        {Verb::Handing, "/handing", "{}"},
        {Verb::IHaveCommand, "/ihavecommand", "{}"},
        {Verb::Decline, "/decline too tired", "{'why':'too tired'}"},
        {Verb::Takeover, "/takeover no answer for ten minutes", "{'why':'no answer for ten minutes'}"},
        {Verb::CheckItem, "/check sre.ic 3 done by Jo", "{'id':'sre.ic','item':3,'text':'done by Jo'}"},
        {Verb::CheckItem, "/check sre.ic \"Assign Scribe\"", "{'id':'sre.ic','item':'Assign Scribe'}"},
        {Verb::UncheckItem, "/uncheck sre.ic 3", "{'id':'sre.ic','item':3}"},
        {Verb::SkipItem, "/skipitem sre.ic 3 no scribe tonight", "{'id':'sre.ic','item':3,'why':'no scribe tonight'}"},
        {Verb::StartList, "/start pii.steps", "{'id':'pii.steps'}"},
        {Verb::GateConfirm, "/gate lad.verify 1 seen on the graphs", "{'id':'lad.verify','item':1,'why':'seen on the graphs'}"},
        {Verb::Override, "/override hdf.friday cannot wait", "{'id':'hdf.friday','why':'cannot wait'}"},
        {Verb::RootCause, "/rootcause what=lock why=\"no index\" when=13:00 how=deploy evidence=E7",
         "{'fields':{'what':'lock','why':'no index','when':'13:00','how':'deploy','evidence':'E7'}}"},
        {Verb::Resolve, "/resolve rates normal for 30 minutes", "{'text':'rates normal for 30 minutes'}"},
        {Verb::Reopen, "/reopen errors are back", "{'why':'errors are back'}"},
        {Verb::Close, "/close", "{}"},
        {Verb::Correct, "/correct #E7 text=\"pod B\" why=typo", "{'ref':'E7','fields':{'text':'pod B','why':'typo'}}"},
        {Verb::Retime, "/retime #E7 13:58", "{'ref':'E7','timeUs':1740837480000000}"},
        {Verb::Retract, "/retract #E7 wrong incident", "{'ref':'E7','why':'wrong incident'}"},
        {Verb::Restore, "/restore #E7", "{'ref':'E7'}"},
        {Verb::Pin, "/pin #E7", "{'ref':'E7'}"},
        {Verb::Tag, "/tag #E7 #db", "{'ref':'E7','tags':['db']}"},
        {Verb::Tag, "/tag #E7 customer", "{'ref':'E7','tags':['customer']}"},
        {Verb::Attach, "/attach graph.png error rate", "{'file':'graph.png','text':'error rate'}"},
        {Verb::Snap, "/snap latency before the fix #latency", "{'text':'latency before the fix','tags':['latency']}"},
        {Verb::ReviewEdit, "/review postmortem section=\"What happened\" <review.md",
         "{'id':'postmortem','fields':{'section':'What happened'},'file':'review.md'}"},
        {Verb::Why, "/why the index was dropped", "{'text':'the index was dropped'}"},
        {Verb::Factor, "/factor no staging data", "{'text':'no staging data'}"},
        {Verb::ActionItem, "/item add an index owner=jo due=2025-03-10 tag=detection ticket=OPS-1",
         "{'text':'add an index','fields':{'owner':'jo','due':'2025-03-10','tag':'detection','ticket':'OPS-1'}}"},
        {Verb::ActionItemDone, "/itemdone #T1 merged", "{'ref':'T1','text':'merged'}"},
        {Verb::Schedule, "/schedule postmortem 2025-03-05 15:00", "{'id':'postmortem','timeUs':1741186800000000}"},
        {Verb::Held, "/held postmortem who=\"jo, bo\"", "{'id':'postmortem','fields':{'who':'jo, bo'}}"},
        {Verb::CloseReview, "/closereview postmortem", "{'id':'postmortem'}"},
        {Verb::System, "/system slack.channel done url=https://x.example/?a=b",
         "{'id':'slack.channel','outcome':'done','fields':{'url':'https://x.example/?a=b'}}"},
        {Verb::AdoptProcess, "/adoptprocess <nine-step.yaml new ladder", "{'file':'nine-step.yaml','why':'new ladder'}"},
    };
    return rows;
}

const QList<Row> &badRows()
{
    static const QList<Row> rows{
        {Verb::Declare, "/declare", "text"},
        {Verb::Withdraw, "/withdraw", "why"},
        {Verb::Confirm, "/confirm perhaps", "real, false"},
        {Verb::Begin, "/begin now", "more than /begin"},
        {Verb::Claim, "/claim @jo", "more than /claim"},
        {Verb::Claim, "/claim scribe", "you too: /role @jo scribe"},
        {Verb::Role, "/role jo cl", "who"},
        {Verb::Role, "/role @jo", "role"},
        {Verb::Severity, "/sev", "severity"},
        {Verb::Phase, "/phase #A1", "phase"},
        {Verb::Impact, "/impact", "text"},
        {Verb::Impact, "/impact start of the day", "time"},
        {Verb::Impact, "/impact users 1k", "digits"},
        {Verb::Impact, "/impact component Web App: broken", "partial outage"},
        {Verb::Impact, "/impact cost 1,500 EUR", "currency"},
        {Verb::Impact, "/impact cost 1500", "currency"},
        {Verb::Flag, "/flag", "flag"},
        {Verb::Unflag, "/unflag", "flag"},
        {Verb::Restrict, "/private names leaked", "who"},
        {Verb::AddMember, "/member", "who"},
        {Verb::RemoveMember, "/unmember bo", "who"},
        {Verb::Alert, "/alert severity=high", "name"},
        {Verb::AckAlert, "/ackalert three", "#A12"},
        {Verb::SilenceAlert, "/silencealert", "#A12"},
        {Verb::ClearAlert, "/clearalert #L3 gone", "more than /clearalert"},
        {Verb::Report, "/report region:EU", "text"},
        {Verb::Note, "/note", "text"},
        {Verb::Finding, "/finding", "text"},
        {Verb::Todo, "/todo", "text"},
        {Verb::Field, "/field", "name=value"},
        {Verb::Field, "/field scope=\"all", "closing quote"},
        {Verb::Field, "/field a=1 a=2", "twice"},
        {Verb::Action, "/action restart pod A", "who"},
        {Verb::Action, "/action @ol", "text"},
        {Verb::Action, "/action @ol restart +5m +6m", "keep one"},
        {Verb::Action, "/action @ol restart by 25:00", "time of day"},
        {Verb::Ask, "/ask @dev +3m", "text"},
        {Verb::Timer, "/timer check DNS TTL", "by when"},
        {Verb::Timer, "/timer +15m", "text"},
        {Verb::Ack, "/ack", "#A12"},
        {Verb::Done, "/done error rate 2 %", "#A12"},
        {Verb::Fail, "/fail #A1", "why"},
        {Verb::Extend, "/extend #A1", "by when"},
        {Verb::Cancel, "/cancel it", "#A12"},
        {Verb::Hypothesis, "/hyp", "text"},
        {Verb::TestHypothesis, "/test it", "#A12"},
        {Verb::ConfirmHypothesis, "/confirmed it", "#A12"},
        {Verb::RuleOut, "/ruleout", "#A12"},
        {Verb::Change, "/change staged", "text"},
        {Verb::Approve, "/approve", "#A12"},
        {Verb::Refuse, "/refuse", "#A12"},
        {Verb::Execute, "/execute #C1 #C2", "more than /execute"},
        {Verb::VerifyChange, "/verify", "#A12"},
        {Verb::Breach, "/breach #C1", "text"},
        {Verb::Mitigation, "/mitigation for=x", "mitigation"},
        {Verb::MitigationResult, "/result #M1 good", "restored, partial, none"},
        {Verb::Decision, "/decision", "text"},
        {Verb::Poll, "/poll", "text"},
        {Verb::PollOk, "/ok", "#A12"},
        {Verb::PollObject, "/object #P1", "why"},
        {Verb::PollClose, "/closepoll", "#A12"},
        {Verb::Draft, "/draft", "draft"},
        {Verb::Edit, "/edit #U1", "change"},
        {Verb::AskApproval, "/askapproval", "#A12"},
        {Verb::ApproveUpdate, "/approveupdate ok", "#A12"},
        {Verb::Send, "/send #U1 now", "more than /send"},
        {Verb::SendOutcome, "/sendoutcome #U1 maybe", "sent, unknown, failed"},
        {Verb::Reply, "/reply", "audience"},
        {Verb::Cadence, "/cadence update/internal soon", "how long"},
        {Verb::Snooze, "/snooze nin.ext 5m", "why"},
        {Verb::CheckIn, "/checkin", "who"},
        {Verb::Page, "/page db-oncall", "who"},
        {Verb::Notify, "/notify we are on it", "who"},
        {Verb::Escalate, "25:00 /escalate", "time of day"},
        {Verb::AnswerRung, "/answered sre.noack", "item"},
        {Verb::SkipRung, "/skip sre.noack 2", "why"},
        {Verb::Handover, "/handover bo", "who"},
        {Verb::Able, "/able yes", "more than /able"},
        {Verb::Shadow, "/shadow 15m", "more than /shadow"},
        {Verb::Sitrep, "/sitrep situation=\"calm", "closing quote"},
        {Verb::Handing, "24:00 /handing", "time of day"},
        {Verb::IHaveCommand, "10:60 /ihavecommand", "time of day"},
        {Verb::Decline, "2025-03-01 /decline", "time of day"},
        {Verb::Takeover, "/takeover", "why"},
        {Verb::CheckItem, "/check sre.ic", "which item"},
        {Verb::UncheckItem, "/uncheck sre.ic 0", "which item"},
        {Verb::SkipItem, "/skipitem sre.ic 3", "why"},
        {Verb::StartList, "/start", "checklist"},
        {Verb::GateConfirm, "/gate lad.verify", "which item"},
        {Verb::Override, "/override hdf.friday", "why"},
        {Verb::RootCause, "/rootcause the lock", "more than /rootcause"},
        {Verb::Resolve, "/resolve x=\"", "closing quote"},
        {Verb::Reopen, "/reopen", "why"},
        {Verb::Close, "/close x=\"", "closing quote"},
        {Verb::Correct, "/correct #E7 pod B", "more than /correct"},
        {Verb::Retime, "/retime #E7 later", "time"},
        {Verb::Retract, "/retract #E7", "why"},
        {Verb::Restore, "/restore", "#A12"},
        {Verb::Pin, "/pin E", "#A12"},
        {Verb::Tag, "/tag #E7", "tag"},
        {Verb::Attach, "/attach", "file"},
        {Verb::ReviewEdit, "/review postmortem", "change"},
        {Verb::Why, "/why", "text"},
        {Verb::Factor, "/factor", "text"},
        {Verb::ActionItem, "/item owner=jo", "text"},
        {Verb::ActionItemDone, "/itemdone", "#A12"},
        {Verb::Schedule, "/schedule postmortem 2025-02-01 15:00", "past"},
        {Verb::Held, "/held", "review"},
        {Verb::CloseReview, "/closereview", "review"},
        {Verb::System, "/system slack.channel", "how it went"},
        {Verb::AdoptProcess, "/adoptprocess nine-step.yaml", "why"},
    };
    return rows;
}

QJsonObject argsOf(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

EntryContext context()
{
    EntryContext c;
    c.now = now;
    return c;
}

} // namespace

/// Every row of the verb table, filled well and badly.
class TestEntryVerbs : public QObject
{
    Q_OBJECT
private slots:
    void everyVerbHasRowsAndShape();
    void readsGood_data();
    void readsGood();
    void refusesBad_data();
    void refusesBad();
    void unknownVerbsNameTheNearest();
    void everyNameAndAliasIsFound();
    void marksWhatTheContextDoesNotKnow();
    void statusFallsBackToTheDefaultAudience();
    void saysWhatIsExpectedNext();
    void describesInWords_data();
    void describesInWords();
};

void TestEntryVerbs::everyVerbHasRowsAndShape()
{
    QSet<Verb> good;
    QSet<Verb> bad;
    for (const Row &row : goodRows())
        good.insert(row.verb);
    for (const Row &row : badRows())
        bad.insert(row.verb);
    for (const VerbSpec &spec : verbTable()) {
        QVERIFY2(good.contains(spec.verb), qPrintable(u"no good row for /%1"_s.arg(spec.name)));
        // Nothing is too much for a caption, or too little.
        QVERIFY2(bad.contains(spec.verb) || spec.verb == Verb::Snap, qPrintable(u"no bad row for /%1"_s.arg(spec.name)));
        QVERIFY2(verbShape(spec.verb).verb == spec.verb, qPrintable(u"no shape for /%1"_s.arg(spec.name)));
    }
}

void TestEntryVerbs::readsGood_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QJsonObject>("args");
    for (const Row &row : goodRows())
        QTest::newRow(row.line) << int(row.verb) << QString::fromUtf8(row.line) << argsOf(row.args);
}

void TestEntryVerbs::readsGood()
{
    QFETCH(int, verb);
    QFETCH(QString, line);
    QFETCH(QJsonObject, args);
    const ParsedEntry entry = parseEntry(line, context());
    QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
    QVERIFY(!entry.isPlainNote);
    QCOMPARE(int(entry.command.verb), verb);
    QCOMPARE(entry.command.args, args);
    const QString again = formatEntry(entry.command);
    const ParsedEntry second = parseEntry(again, context());
    QVERIFY2(second.ok(), qPrintable(again + u'\n' + second.problems.join(u'\n')));
    QCOMPARE(int(second.command.verb), verb);
    QCOMPARE(second.command.args, args);
    QVERIFY(!describe(entry, context()).isEmpty());
}

void TestEntryVerbs::refusesBad_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    for (const Row &row : badRows())
        QTest::newRow(row.line) << int(row.verb) << QString::fromUtf8(row.line) << QString::fromUtf8(row.args);
}

void TestEntryVerbs::refusesBad()
{
    QFETCH(int, verb);
    QFETCH(QString, line);
    QFETCH(QString, words);
    const ParsedEntry entry = parseEntry(line, context());
    QVERIFY2(!entry.ok(), "taken though it says too little or too much");
    QCOMPARE(int(entry.command.verb), verb);
    QVERIFY2(entry.problems.join(u' ').contains(words, Qt::CaseInsensitive), qPrintable(entry.problems.join(u'\n')));
    QCOMPARE(describe(entry, context()), entry.problems.first());
}

void TestEntryVerbs::unknownVerbsNameTheNearest()
{
    const ParsedEntry typo = parseEntry(u"/resovle all is well", context());
    QVERIFY(!typo.ok());
    QVERIFY(typo.problems.first().contains(u"/resolve"));
    const ParsedEntry ambiguous = parseEntry(u"/re x", context());
    QVERIFY(!ambiguous.ok());
    QVERIFY2(ambiguous.problems.first().contains(u"/report") && ambiguous.problems.first().contains(u"may mean"),
             qPrintable(ambiguous.problems.first()));
    const ParsedEntry path = parseEntry(u"/var/log is full", context());
    QVERIFY(!path.ok());
    QVERIFY(path.problems.first().contains(u"//"));
    QVERIFY(!parseEntry(u"/", context()).ok());
    QVERIFY(parseEntry(u"/", context()).problems.first().startsWith(u"Write a command"_s));
}

void TestEntryVerbs::everyNameAndAliasIsFound()
{
    for (const VerbSpec &spec : verbTable()) {
        for (const QString &word : QStringList(spec.name.toString()) + spec.aliases.toString().split(u' ', Qt::SkipEmptyParts)) {
            const ParsedEntry entry = parseEntry(u'/' + word.toUpper(), context());
            QVERIFY2(int(entry.command.verb) == int(spec.verb), qPrintable(word));
            QVERIFY(!entry.isPlainNote);
        }
    }
}

void TestEntryVerbs::marksWhatTheContextDoesNotKnow()
{
    EntryContext c = context();
    c.people = {u"Jo"_s};
    c.roleWords = {u"ol"_s};
    c.hasRef = [](const QString &ref) { return ref == u"H1"; };
    c.ids = [](IdKind kind) { return kind == IdKind::Severity ? QStringList{u"SEV1"_s} : QStringList(); };
    const auto unknown = [&](QStringView line) {
        QStringList words;
        for (const EntryPart &part : parseEntry(line, c).parts) {
            if (!part.valid)
                words << line.sliced(part.start, part.length).toString();
        }
        return words;
    };
    QCOMPARE(unknown(u"/action @jo restart see #H1"), QStringList());
    QCOMPARE(unknown(u"/action @bob restart see #H2, @ol"), (QStringList{u"@bob"_s, u"#H2"_s}));
    QCOMPARE(unknown(u"/done #H2"), QStringList{u"#H2"_s});
    QCOMPARE(unknown(u"/sev sev1 why"), QStringList());
    QCOMPARE(unknown(u"/sev SEV9"), QStringList{u"SEV9"_s});
    QVERIFY(parseEntry(u"/sev SEV9", c).ok()); // decide has the last word
    QVERIFY(describe(parseEntry(u"/sev SEV9", c), c).contains(u"There are: SEV1"));
}

void TestEntryVerbs::statusFallsBackToTheDefaultAudience()
{
    EntryContext c = context();
    c.defaultAudience = u"public"_s;
    c.ids = [](IdKind kind) {
        return kind == IdKind::Target  ? QStringList{u"public"_s, u"internal"_s}
               : kind == IdKind::State ? QStringList{u"Identified"_s}
                                       : QStringList();
    };
    const ParsedEntry entry = parseEntry(u"/s identified We have found it", c);
    QVERIFY(entry.ok());
    QCOMPARE(entry.command.args, argsOf("{'id':'public','state':'identified','text':'We have found it'}"));
    QCOMPARE(parseEntry(u"/s internal identified We have", c).command.text(u"id"), u"internal"_s);
}

void TestEntryVerbs::saysWhatIsExpectedNext()
{
    const ParsedEntry who = parseEntry(u"/action ", context());
    QVERIFY(who.expected && who.expected->kind == EntryPart::Kind::Who);
    const ParsedEntry role = parseEntry(u"/role @jo ", context());
    QVERIFY(role.expected && role.expected->kind == EntryPart::Kind::Id && role.expected->ids == IdKind::Role);
    const ParsedEntry state = parseEntry(u"/draft public ", context());
    QVERIFY(state.expected && state.expected->ids == IdKind::State);
    const ParsedEntry choice = parseEntry(u"/result #M1 ", context());
    QVERIFY(choice.expected && choice.expected->words.contains(u"restored"_s));
    QVERIFY(!parseEntry(u"/ack #A1", context()).expected);
}

void TestEntryVerbs::describesInWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("due") << u"/a @ol restart pod A +10m"_s
                         << u"Action \u00b7 ol \u00b7 restart pod A \u00b7 back by 14:10:00 UTC (15:10:00 UTC+01:00)"_s;
    QTest::newRow("time") << u"-5m pod restarted"_s
                          << u"Note \u00b7 pod restarted \u00b7 happened 13:55:00 UTC (14:55:00 UTC+01:00)"_s;
    QTest::newRow("yesterday")
        << u"23:00 pod restarted"_s
        << u"Note \u00b7 pod restarted \u00b7 happened 2025-02-28 23:00:00 UTC (00:00:00 UTC+01:00) \u00b7 23:00 on 2025-02-28 is meant."_s;
    QTest::newRow("list") << u"/check sre.ic 3"_s << u"Tick \u00b7 sre.ic \u00b7 item 3"_s;
    QTest::newRow("by") << u"@priya /done #A1 ok !key"_s << u"Done \u00b7 by priya \u00b7 #A1 \u00b7 ok \u00b7 marked: key"_s;
}

void TestEntryVerbs::describesInWords()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    EntryContext c = context();
    c.local = QTimeZone("Europe/Berlin");
    QCOMPARE(describe(parseEntry(line, c), c), words);
}

QTEST_APPLESS_MAIN(TestEntryVerbs)
#include "tst_entryverbs.moc"
