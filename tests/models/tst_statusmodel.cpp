// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfeed.h"
#include "status/affected.h"
#include "status/audiencesmodel.h"
#include "status/statusdesk.h"
#include "status/updatesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;
using models::AudiencesModel;
using models::StatusDesk;
using models::StatusStep;
using models::UpdatesModel;
namespace status = fireline::models::status;

namespace {

struct Board
{
    explicit Board(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s, bool isPrivate = false)
        : feed(process, severity, u"ana"_s, isPrivate)
        , audiences(feed)
        , updates(feed)
        , audiencesTester(&audiences, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , updatesTester(&updates, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , desk(feed)
    {
    }
    void done(const QString &line, const QString &as = {})
    {
        const auto outcome = feed.line(line, as);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.problem().text));
    }
    bool carryOut(const std::optional<Command> &command) { return command && feed.execute(*command); }
    QVariant of(const QString &target, int role) const
    {
        for (int row = 0; row < audiences.rowCount(); ++row) {
            if (audiences.index(row).data(status::TargetRole).toString() == target)
                return audiences.index(row).data(role);
        }
        return {};
    }
    QVariant latest(int role) const { return updates.index(0).data(role); }
    const models::StatusPage &page() const { return desk.page(); }
    QStringList rules() const
    {
        QStringList ids;
        for (const Notice &notice : page().publishing.notices)
            ids.append(notice.rule);
        return ids;
    }

    MemoryFeed feed;
    AudiencesModel audiences;
    UpdatesModel updates;
    QAbstractItemModelTester audiencesTester;
    QAbstractItemModelTester updatesTester;
    StatusDesk desk;
};

void fillPublic(Board &board)
{
    board.desk.setTarget(u"update/public"_s);
    board.desk.setField(u"summary"_s, u"Checkout fails for some users"_s);
    board.desk.setField(u"components"_s, u"Payments (partial outage)"_s);
    board.desk.setField(u"next_update"_s, u"+30m"_s);
}

} // namespace

class TestStatusModel : public QObject
{
    Q_OBJECT
private slots:
    void audiencesAreThoseOfTheProcess_data();
    void audiencesAreThoseOfTheProcess();
    void theClockOfAnAudienceRunsOut();
    void aPromisedTimeIsAClock();
    void questionsAreThoseOfTheForm();
    void typedWordsStayThroughAudiencesAndStates();
    void draftsGoIntoTheRecord();
    void editsNameWhatChanged();
    void lintsAreTold_data();
    void lintsAreTold();
    void furtherWordsAreLintedWhenSent();
    void whatIsSaidBeforeIsWhatHappens_data();
    void whatIsSaidBeforeIsWhatHappens();
    void approvalIsBoundToTheText();
    void nobodyIsAskedWhereTheProcessNamesNobody();
    void aPrivateIncidentStaysInside();
    void entriesMakeADraftStale();
    void outcomesAreShown();
    void answersGoOutAtOnce();
    void announcementsGoOutByTheirForm();
    void onlyMessagesAreListed();
    void typedWordsSurvive();
    void brokenDraftFilesAreLeftOut();
    void namesOfTheIncidentAreWords();
    void componentsAreReadAndWritten_data();
    void componentsAreReadAndWritten();
};

void TestStatusModel::audiencesAreThoseOfTheProcess_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QStringList>("targets");
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s
                                  << QStringList{u"update/public"_s, u"update/customers"_s, u"update/agents"_s,
                                                 u"update/room"_s,   u"ticket"_s,           u"reply/customers"_s};
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s
                               << QStringList{u"update/internal"_s, u"update/public"_s, u"ack"_s, u"announcement/nin.declared"_s,
                                              u"ticket"_s};
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s
                                   << QStringList{u"update/community"_s, u"update/channel"_s, u"reply/community"_s};
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s
                                     << QStringList{u"update/stakeholders"_s, u"update/public"_s, u"announcement/lad.initial"_s};
}

void TestStatusModel::audiencesAreThoseOfTheProcess()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QStringList, targets);
    const Board board(process, severity);
    QStringList found;
    for (int row = 0; row < board.audiences.rowCount(); ++row) {
        const QModelIndex index = board.audiences.index(row);
        found.append(index.data(status::TargetRole).toString());
        QVERIFY(!index.data().toString().isEmpty());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(index.data().toString()));
        const AudienceDef *def = board.feed.process().audienceDef(found.last().section(u'/', 1));
        if (!def)
            continue;
        QCOMPARE(index.data(status::OutsideRole).toBool(), def->outside);
        QVERIFY(index.data().toString().contains(def->name));
    }
    QCOMPARE(found, targets);
}

void TestStatusModel::theClockOfAnAudienceRunsOut()
{
    Board board(u"nine-step"_s, u"P1"_s);
    const QString internal = u"update/internal"_s;
    QCOMPARE(board.of(internal, status::DueRole).toInt(), int(status::Running));
    QCOMPARE(board.of(internal, status::DueRuleRole).toString(), u"nin.int"_s);
    QCOMPARE(board.of(internal, status::LeftRole).toLongLong(), Span::minutes(15).us);
    QCOMPARE(board.of(u"update/public"_s, status::LeftRole).toLongLong(), Span::minutes(30).us);
    board.feed.advance(Span::minutes(16));
    QCOMPARE(board.of(internal, status::DueRole).toInt(), int(status::Late));
    QCOMPARE(board.of(internal, status::LeftRole).toLongLong(), -Span::minutes(1).us);
    QVERIFY(board.of(internal, Qt::AccessibleTextRole).toString().contains(u"late since 09:15 UTC"_s));
    // The one that is due first is at hand.
    QCOMPARE(board.desk.target(), internal);
}

void TestStatusModel::aPromisedTimeIsAClock()
{
    Board board(u"helpdeskflow"_s, u"P2"_s);
    board.desk.setTarget(u"update/room"_s);
    QCOMPARE(board.of(u"update/room"_s, status::DueRole).toInt(), int(status::NoClock));
    board.done(u"/draft room next_update=+20m all hands"_s);
    board.done(u"/send #U1"_s);
    QCOMPARE(board.of(u"update/room"_s, status::LeftRole).toLongLong(), Span::minutes(20).us);
    QVERIFY(board.of(u"update/room"_s, status::DueRuleRole).toString().isEmpty());
    board.feed.advance(Span::minutes(21));
    QCOMPARE(board.of(u"update/room"_s, status::DueRole).toInt(), int(status::Late));
}

void TestStatusModel::questionsAreThoseOfTheForm()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.desk.setTarget(u"update/public"_s);
    QStringList ids;
    QStringList missing;
    for (const models::StatusField &field : board.page().fields) {
        ids.append(field.id);
        if (field.missing)
            missing.append(field.id);
        if (field.id == "severity"_L1)
            QCOMPARE(field.known, u"P0"_s);
        if (field.id == "workaround"_L1)
            QCOMPARE(field.need, FormField::Need::NoneKnown);
    }
    QCOMPARE(ids.size(), 11);
    QVERIFY(missing.contains(u"summary"_s) && missing.contains(u"workaround"_s) && !missing.contains(u"severity"_s));
    QCOMPARE(board.desk.sendWhyNot(), u"Nothing is written yet."_s);
    board.desk.setField(u"workaround"_s, u"none known"_s);
    for (const models::StatusField &field : board.page().fields) {
        if (field.id == "workaround"_L1)
            QVERIFY(!field.missing);
    }
    QVERIFY(board.rules().contains(u"hdf.page"_s));
}

void TestStatusModel::typedWordsStayThroughAudiencesAndStates()
{
    Board board;
    fillPublic(board);
    board.desk.setState(u"Identified"_s);
    board.desk.setTarget(u"update/execs"_s);
    QVERIFY(board.page().words.saysNothing());
    board.desk.setField(u"business_impact"_s, u"No orders"_s);
    board.desk.setTarget(u"update/public"_s);
    QCOMPARE(board.page().words.fields.value(u"summary"_s), u"Checkout fails for some users"_s);
    QCOMPARE(board.page().words.state, u"Identified"_s);
    QVERIFY(board.page().typed);
    // The resolution asks for no next update: what was typed for it is not said, and not lost.
    board.desk.setState(u"Resolved"_s);
    QVERIFY(!board.page().publishing.record.fields.contains(u"next_update"_s));
    board.desk.setState(u"Investigating"_s);
    QCOMPARE(board.page().publishing.record.fields.value(u"next_update"_s).toString(), u"+30m"_s);
    board.desk.discard();
    QVERIFY(board.page().words.saysNothing());
}

void TestStatusModel::draftsGoIntoTheRecord()
{
    Board board;
    fillPublic(board);
    const QString before = board.page().publishing.text;
    QVERIFY(before.startsWith(u"We are investigating: Checkout fails for some users\nAffected: Payments (partial outage)."_s));
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().id, u"U1"_s);
    QVERIFY(!board.page().typed);
    QCOMPARE(board.page().publishing.text, before);
    QCOMPARE(board.page().publishing.hash, board.feed.state().update(u"U1")->hash);
    QCOMPARE(board.latest(status::IdRole).toString(), u"U1"_s);
    QCOMPARE(board.latest(status::WordRole).toString(), u"Investigating"_s);
    QCOMPARE(board.of(u"update/public"_s, status::OpenRole).toString(), u"U1"_s);
    QVERIFY(!board.desk.recordCommand());
    // Only the Communications Lead sends it; the desk says so before anybody tries.
    QVERIFY(board.desk.sendWhyNot().contains(u"Communications Lead"_s));
    board.done(u"/role @ana cl"_s);
    QCOMPARE(board.desk.sendWhyNot(), QString());
    QCOMPARE(board.desk.nextStep(), StatusStep::Send);
    QVERIFY(board.feed.execute(board.desk.command(Verb::Send)));
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
    QVERIFY(board.page().id.isEmpty());
    QVERIFY(board.of(u"update/public"_s, status::LastSentRole).toLongLong() > 0);
}

void TestStatusModel::editsNameWhatChanged()
{
    Board board;
    fillPublic(board);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    board.desk.setField(u"summary"_s, u"Checkout fails for all users"_s);
    board.desk.setField(u"components"_s, QString());
    const auto edit = board.desk.recordCommand();
    QVERIFY(edit);
    QCOMPARE(edit->verb, Verb::Edit);
    const QJsonObject fields = edit->args.value(u"fields").toObject();
    QCOMPARE(fields.value(u"summary").toString(), u"Checkout fails for all users"_s);
    QVERIFY(!fields.contains(u"next_update"_s));
    QVERIFY(fields.contains(u"components"_s));
    QVERIFY(board.carryOut(edit));
    QCOMPARE(board.latest(status::IdRole).toString(), u"U1"_s);
    QCOMPARE(board.feed.state().update(u"U1")->fields.value(u"components").toString(), QString());
    QVERIFY(!board.page().typed);
    // Typing it back to what is recorded leaves nothing typed.
    board.desk.setFree(u"and more"_s);
    QVERIFY(board.page().typed);
    board.desk.setFree(QString());
    QVERIFY(!board.page().typed);
}

void TestStatusModel::lintsAreTold_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const QString &process, const QString &severity, const QString &target,
                        const QString &field, const QString &text,
                        const QString &rule) { QTest::newRow(name) << process << severity << target << field << text << rule; };
    const QString hdf = u"helpdeskflow"_s;
    const QString sre = u"sre-directorate"_s;
    row("speculation", hdf, u"P0"_s, u"update/public"_s, u"nature"_s, u"probably the network"_s, u"hdf.factual"_s);
    row("jargon", hdf, u"P0"_s, u"update/public"_s, u"nature"_s, u"a pod restarts"_s, u"hdf.jargon"_s);
    row("length", hdf, u"P0"_s, u"update/public"_s, u"nature"_s, u"long "_s.repeated(300), u"hdf.concise"_s);
    row("missing next update", sre, u"SEV1"_s, u"update/public"_s, u"summary"_s, u"Checkout fails"_s, u"sre.pub1"_s);
    row("cause", sre, u"SEV1"_s, u"update/public"_s, u"summary"_s, u"It failed because of a release"_s, u"sre.cause"_s);
    row("promise in an answer", hdf, u"P0"_s, u"reply/customers"_s, u"symptoms"_s, u"it is fixed in 2 hours"_s, u"hdf.promise"_s);
}

void TestStatusModel::lintsAreTold()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, target);
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, rule);
    Board board(process, severity);
    board.desk.setTarget(target);
    const bool isForm = rule == "sre.pub1"_L1;
    QVERIFY(isForm || !board.rules().contains(rule));
    board.desk.setField(field, text);
    QVERIFY2(board.rules().contains(rule), qPrintable(board.rules().join(u' ')));
    QVERIFY(!board.desk.sendWhyNot().isEmpty());
    if (!isForm) {
        board.desk.setField(field, u"All is said"_s);
        QVERIFY(!board.rules().contains(rule));
    }
}

void TestStatusModel::furtherWordsAreLintedWhenSent()
{
    Board linted;
    linted.done(u"/role @ana cl"_s);
    fillPublic(linted);
    linted.desk.setFree(u"It is probably the network."_s);
    QVERIFY(linted.rules().contains(u"sre.guess"_s));
    QVERIFY(linted.carryOut(linted.desk.recordCommand()));
    QVERIFY(linted.page().publishing.text.endsWith(u"It is probably the network."_s));
    const auto sent = linted.feed.line(u"/send #U1"_s);
    QVERIFY(!sent);
    QCOMPARE(sent.problem().rule, u"sre.guess"_s);
}

void TestStatusModel::whatIsSaidBeforeIsWhatHappens_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    const QList<std::pair<QString, QString>> processes{{u"helpdeskflow"_s, u"P0"_s},
                                                       {u"sre-directorate"_s, u"SEV1"_s},
                                                       {u"community-hub"_s, u"P1"_s},
                                                       {u"nine-step"_s, u"P1"_s},
                                                       {u"severity-ladder"_s, u"1"_s}};
    for (const auto &[process, severity] : processes) {
        const MemoryFeed feed(process, severity);
        for (const AudienceDef &audience : feed.process().audiences) {
            QStringList states{audience.states.value(0), audience.states.value(audience.states.size() - 1)};
            states.removeDuplicates();
            for (const QString &state : states) {
                for (const QString &words : {u"All is said"_s, u"it is probably a pod because of a release"_s}) {
                    const QString name = process + u' ' + audience.id + u' ' + state + u' ' + words;
                    QTest::newRow(qPrintable(name)) << process << severity << u"update/"_s + audience.id << state << words;
                }
            }
        }
    }
}

// Every audience of every process, in its first and last state: what stops the words on the desk stops them in the record, by the same rule.
void TestStatusModel::whatIsSaidBeforeIsWhatHappens()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, target);
    QFETCH(QString, state);
    QFETCH(QString, words);
    Board board(process, severity);
    board.desk.setTarget(target);
    board.desk.setState(state);
    for (const models::StatusField &field : board.page().fields)
        board.desk.setField(field.id, words);
    board.desk.setFree(words);
    const Publishing before = board.page().publishing;
    const Notice *stops = firstRefusal(before.notices);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().publishing.text, before.text);
    QCOMPARE(board.page().publishing.hash, before.hash);
    QCOMPARE(board.feed.state().update(u"U1")->hash, before.hash);
    const auto sent = board.feed.execute(board.desk.command(Verb::Send));
    QCOMPARE(bool(sent), !before.refused());
    if (stops) {
        QCOMPARE(sent.problem().rule, stops->rule);
        QCOMPARE(sent.problem().code, stops->code);
    }
}

void TestStatusModel::approvalIsBoundToTheText()
{
    Board board;
    board.done(u"/role @ana cl"_s);
    board.desk.setTarget(u"update/social"_s);
    QVERIFY(!board.page().approvers.isEmpty());
    QVERIFY(board.page().publishing.approvalByRequest);
    board.desk.setField(u"summary"_s, u"We are on it"_s);
    QCOMPARE(board.desk.nextStep(), StatusStep::Send);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.desk.askWhyNot(), QString());
    QVERIFY(board.feed.execute(board.desk.command(Verb::AskApproval)));
    QVERIFY(board.page().asked);
    QCOMPARE(board.desk.nextStep(), StatusStep::Nothing);
    QVERIFY(board.desk.approveWhyNot().startsWith(u"Only "_s));
    QVERIFY(!board.desk.sendWhyNot().isEmpty());
    QVERIFY(board.feed.line(u"/approveupdate #U1"_s, u"legal"_s));
    QCOMPARE(board.page().approved, QStringList{u"legal"_s});
    QVERIFY(board.page().publishing.approved);
    QCOMPARE(board.desk.sendWhyNot(), QString());
    // One letter typed: void, and visibly so, before anything is recorded.
    board.desk.setField(u"summary"_s, u"We are on it."_s);
    QVERIFY(board.page().approved.isEmpty());
    QCOMPARE(board.page().voidApprovals, QStringList{u"legal"_s});
    QCOMPARE(board.desk.nextStep(), StatusStep::Record);
    QVERIFY(!board.desk.sendWhyNot().isEmpty());
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.latest(status::VoidRole).toStringList(), QStringList{u"legal"_s});
    QVERIFY(board.latest(status::ApprovedRole).toStringList().isEmpty());
    QVERIFY(!board.feed.execute(board.desk.command(Verb::Send)));
}

void TestStatusModel::nobodyIsAskedWhereTheProcessNamesNobody()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.desk.setTarget(u"update/internal"_s);
    board.desk.setField(u"status"_s, u"investigating"_s);
    QVERIFY(board.page().approvers.isEmpty());
    QVERIFY(board.desk.askWhyNot().contains(u"nobody"_s));
    QVERIFY(board.desk.approveWhyNot().contains(u"nobody"_s));
}

void TestStatusModel::aPrivateIncidentStaysInside()
{
    Board board(u"nine-step"_s, u"P1"_s, true);
    QVERIFY(!board.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
    QVERIFY(board.of(u"update/internal"_s, status::KeptInsideRole).toString().isEmpty());
    board.desk.setTarget(u"update/public"_s);
    QVERIFY(board.page().publishing.keptInside);
    QVERIFY(board.desk.sendWhyNot().contains(u"private"_s));
    // A restriction that comes later closes it as well, and opens when it goes.
    Board flagged;
    QVERIFY(flagged.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
    flagged.done(u"/flag pii addresses leaked"_s);
    QVERIFY(!flagged.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
    flagged.done(u"/unflag pii"_s);
    QVERIFY(flagged.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
}

void TestStatusModel::entriesMakeADraftStale()
{
    Board board;
    fillPublic(board);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().behind, 0);
    QSignalSpy changes(&board.updates, &UpdatesModel::dataChanged);
    for (int i = 0; i < 4; ++i)
        board.done(u"something happened"_s);
    QCOMPARE(board.page().behind, 4);
    QCOMPARE(board.latest(status::BehindRole).toInt(), 4);
    QCOMPARE(changes.size(), 4);
    QVERIFY(changes.last().at(2).value<QList<int>>().contains(status::BehindRole));
    board.desk.setFree(u"more"_s);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().behind, 0);
}

void TestStatusModel::outcomesAreShown()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.done(u"/draft internal Investigating status=\"looking\" impact=all action=restart eta=unknown"_s);
    board.done(u"/sendoutcome #U1 unknown the line broke"_s);
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Unknown));
    QCOMPARE(board.latest(status::WhyRole).toString(), u"the line broke"_s);
    board.desk.setTarget(u"update/internal"_s);
    QVERIFY(board.desk.sendWhyNot().contains(u"Look first"_s));
    QVERIFY(board.latest(Qt::AccessibleTextRole).toString().contains(u"look before resending"_s));
    board.done(u"/sendoutcome #U1 failed it is not there"_s);
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Failed));
    QCOMPARE(board.desk.sendWhyNot(), QString());
    QVERIFY(board.feed.execute(board.desk.command(Verb::Send)));
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
}

void TestStatusModel::answersGoOutAtOnce()
{
    Board board(u"helpdeskflow"_s, u"P1"_s);
    board.desk.setTarget(u"reply/customers"_s);
    board.desk.setField(u"symptoms"_s, u"the page stays empty"_s);
    board.desk.setField(u"workaround"_s, u"none known"_s);
    QVERIFY(board.desk.sendWhyNot().contains(u"support agents"_s));
    board.done(u"/role @ana comms_lead"_s);
    QCOMPARE(board.desk.sendWhyNot(), QString());
    QVERIFY(!board.desk.recordWhyNot().isEmpty());
    const auto reply = board.desk.recordCommand();
    QVERIFY(reply);
    QCOMPARE(reply->verb, Verb::Reply);
    QVERIFY(board.feed.execute(*reply));
    QVERIFY(board.page().words.saysNothing());
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
}

void TestStatusModel::announcementsGoOutByTheirForm()
{
    // LAD-7: the initial notification; its fields are those of the document.
    Board board(u"severity-ladder"_s, u"1"_s);
    board.desk.setTarget(u"announcement/lad.initial"_s);
    QVERIFY(board.page().posted);
    QVERIFY(!board.page().fields.isEmpty());
    board.desk.setField(u"service"_s, u"checkout"_s);
    board.desk.setField(u"brief"_s, u"errors"_s);
    board.desk.setField(u"impact"_s, u"all users"_s);
    const QString text = board.page().publishing.text;
    QVERIFY(text.contains(u"We are investigating an issue affecting all users."_s));
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.latest(Qt::DisplayRole).toString(), text);
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
    QVERIFY(board.page().words.saysNothing());
    QVERIFY(board.feed.state().forms.contains(u"lad.initial"_s));
}

void TestStatusModel::onlyMessagesAreListed()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.done(u"/draft ack service=checkout symptom=errors impact=all started=09:00 investigator=ana"_s);
    QCOMPARE(board.updates.rowCount(), 1);
    board.done(u"/draft triage service=checkout severity=P1 impact=all business_kind=revenue ic_needed=Yes"_s);
    QCOMPARE(board.feed.state().updates.size(), 2);
    QCOMPARE(board.updates.rowCount(), 1);
}

void TestStatusModel::typedWordsSurvive()
{
    QJsonObject kept;
    {
        Board board;
        QObject::connect(&board.desk, &StatusDesk::typedChanged, [&](const QJsonObject &typed) { kept = typed; });
        fillPublic(board);
        board.desk.setFree(u"half a sen"_s);
    }
    // The last letters were typed a moment before the end.
    QVERIFY(kept.contains(u"update/public"_s));
    Board next;
    next.desk.restore(kept);
    next.desk.setTarget(u"update/public"_s);
    QCOMPARE(next.page().words.free, u"half a sen"_s);
    QCOMPARE(next.page().words.fields.value(u"summary"_s), u"Checkout fails for some users"_s);
    QVERIFY(next.page().typed);
    QSignalSpy keeping(&next.desk, &StatusDesk::typedChanged);
    QVERIFY(next.carryOut(next.desk.recordCommand()));
    QTRY_VERIFY(!keeping.isEmpty());
    QVERIFY(keeping.last().first().toJsonObject().isEmpty());
}

void TestStatusModel::brokenDraftFilesAreLeftOut()
{
    Board board;
    board.desk.restore({{u"update/nobody"_s, QJsonObject{{u"free"_s, u"x"_s}}},
                        {u"update/public"_s, QJsonObject{{u"fields"_s, u"no object"_s}, {u"free"_s, 7}}},
                        {u"update/execs"_s, u"no object"_s}});
    QVERIFY(board.desk.typed().isEmpty());
}

void TestStatusModel::namesOfTheIncidentAreWords()
{
    Board board;
    board.done(u"/role @tomasz scribe"_s);
    const QStringList words = board.desk.ownWords();
    for (const QString &word : {u"tomasz"_s, u"Checkout"_s, u"Android"_s, u"SEV1"_s, u"Scribe"_s})
        QVERIFY2(words.contains(word), qPrintable(word));
}

void TestStatusModel::componentsAreReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one") << u"API (major outage)"_s << u"API (major outage)"_s;
    QTest::newRow("a bare name is degraded") << u"API"_s << u"API (degraded performance)"_s;
    QTest::newRow("in the order of the page")
        << u"Payments (partial outage), API (major outage)"_s << u"API (major outage), Payments (partial outage)"_s;
    QTest::newRow("operational ones go") << u"API (operational), iOS (under maintenance)"_s << u"iOS (under maintenance)"_s;
    QTest::newRow("others stay as they are")
        << u"the warehouse (north), API (partial outage)"_s << u"API (partial outage), the warehouse (north)"_s;
}

void TestStatusModel::componentsAreReadAndWritten()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    const QStringList components{u"API"_s, u"iOS"_s, u"Payments"_s};
    const models::Affected affected = models::affectedOf(text, components);
    QCOMPARE(models::textOf(affected, components), again);
    QCOMPARE(models::affectedOf(again, components), affected);
}

QTEST_GUILESS_MAIN(TestStatusModel)
#include "tst_statusmodel.moc"
