// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/escalationmodel.h"
#include "modelrig.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::EscalationModel;
namespace escalation = fireline::models::escalation;

namespace {

struct Board : test::ModelRig<EscalationModel>
{
    using ModelRig::ModelRig;

    /// "sre.noack/L1 2": the ladder, and the step.
    int rowOf(const QString &ladder, int step = 1) const
    {
        return rowWhere({{escalation::LadderRole, ladder}, {escalation::StepRole, step}});
    }
    escalation::State state(const QString &ladder, int step = 1) const
    {
        return escalation::State(value(rowOf(ladder, step), escalation::StateRole).toInt());
    }
};

} // namespace

class TestEscalationModel : public QObject
{
    Q_OBJECT
private slots:
    void everyProcessSaysWhomToCall_data();
    void everyProcessSaysWhomToCall();
    void theHubPullsPeopleInStepByStep();
    void waitsThenIsDueThenLate();
    void aStepIsTakenInItsOrder();
    void calledAnsweredAndSkippedAreKept();
    void eachAlertHasALadderOfItsOwn();
    void aTickMovesNothingButTheTime();
    void ownNumbersAreLaidOverTheProcess();
    void whatToSayIsDiscreet();
    void anotherIncidentResets();
};

void TestEscalationModel::everyProcessSaysWhomToCall_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("ladder");
    QTest::addColumn<QString>("whom");
    QTest::addColumn<QString>("source");
    QTest::newRow("HDF-2") << u"helpdeskflow"_s << u"P0"_s << u"hdf.p0"_s << u"Engineering Lead"_s << u"HDF-2"_s;
    QTest::newRow("SRE-5") << u"sre-directorate"_s << u"SEV1"_s << u"sre.sev1"_s << u"Engineering Director"_s << u"SRE-5"_s;
    QTest::newRow("NIN-20") << u"nine-step"_s << u"P1"_s << u"nin.page"_s << u"On-call engineers"_s << u"NIN-20"_s;
    QTest::newRow("LAD-1") << u"severity-ladder"_s << u"1"_s << u"lad.esc1"_s << u"CEO"_s << u"LAD-1"_s;
}

void TestEscalationModel::everyProcessSaysWhomToCall()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, ladder);
    QFETCH(QString, whom);
    QFETCH(QString, source);
    Board board(process, severity);
    const int row = board.rowOf(ladder);
    QVERIFY2(row >= 0, qPrintable(ladder));
    QVERIFY2(board.value(row, escalation::WhomRole).toString().contains(whom),
             qPrintable(board.value(row, escalation::WhomRole).toString()));
    QCOMPARE(board.value(row, escalation::SourceRole).toStringList().first(), source);
    QVERIFY(!board.value(row, escalation::CalleesRole).toList().isEmpty());
    QVERIFY(board.feed.state().entry(board.value(row, escalation::OriginRole).toString()));
}

void TestEscalationModel::theHubPullsPeopleInStepByStep()
{
    Board board(u"community-hub"_s);
    QVERIFY(board.rowOf(u"hub.hands"_s) < 0);
    for (const char *line :
         {"/claim", "/field source=freshdesk reproduced=reproduced matches_outage=true verdict=outage", "/confirm real",
          "/phase mark", "/sev P1 it is an outage", "/system pagerduty.incident done", "/system pagerduty.acked done",
          "/system slack.channel done", "/reply community symptoms=\"page not found\"", "/system freshdesk.told done",
          "/role @Cy tech_lead", "/role @Di liaison", "/phase try", "/phase hands"})
        QVERIFY2(board.feed.line(QString::fromLatin1(line)), line);
    const int row = board.rowOf(u"hub.hands"_s);
    QVERIFY(row >= 0);
    QCOMPARE(board.value(row, escalation::SourceRole).toStringList(), QStringList{u"HUB-6"_s});
    QCOMPARE(board.value(row, escalation::WhomRole).toString(), u"Infrastructure Engineering team"_s);
    const QVariantMap team = board.value(row, escalation::CalleesRole).toList().first().toMap();
    QCOMPARE(team.value(u"via"_s).toString(), u"slack"_s);
    QCOMPARE(board.value(row, escalation::CalledWhyNotRole).toString(), QString());
}

void TestEscalationModel::waitsThenIsDueThenLate()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QCOMPARE(board.state(u"lad.half"_s), escalation::Waiting);
    QCOMPARE(Span{board.value(board.rowOf(u"lad.half"_s), escalation::LeftRole).toLongLong()}, Span::minutes(30));
    board.feed.advance(Span::minutes(26) + Span::seconds(50));
    QCOMPARE(Span{board.value(board.rowOf(u"lad.half"_s), escalation::LeftRole).toLongLong()},
             Span::minutes(3) + Span::seconds(10));
    board.feed.advance(Span::minutes(3) + Span::seconds(10));
    QCOMPARE(board.state(u"lad.half"_s), escalation::Due);
    board.feed.advance(Span::hours(1));
    QCOMPARE(board.state(u"lad.half"_s), escalation::Late);
    QVERIFY(board.value(board.rowOf(u"lad.half"_s), Qt::AccessibleTextRole).toString().contains(u"Late by"_s));
    // What is late stands above what is not.
    int last = -1;
    for (int row = 0; row < board.model.rowCount(); ++row) {
        const int state = board.value(row, escalation::StateRole).toInt();
        const int group = state == escalation::Late ? 0 : state == escalation::Due ? 1 : state == escalation::Waiting ? 2 : 3;
        QVERIFY(group >= last);
        last = group;
    }
}

void TestEscalationModel::aStepIsTakenInItsOrder()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    board.feed.advance(Span::minutes(1));
    QVERIFY(board.feed.line(u"/alert HighErrorRate"_s));
    const QString ladder = u"sre.noack/L1"_s;
    const int second = board.rowOf(ladder, 2);
    QVERIFY(second >= 0);
    // Said before anybody tries.
    const QString why = board.value(second, escalation::CalledWhyNotRole).toString();
    QVERIFY2(why.contains(u"Step 1"_s), qPrintable(why));
    QCOMPARE(board.value(board.rowOf(ladder, 1), escalation::CalledWhyNotRole).toString(), QString());
    const auto refused = board.feed.line(u"/escalate %1/2"_s.arg(ladder));
    QVERIFY(!refused);
    QCOMPARE(refused.problem().text, why);
    QVERIFY(board.feed.line(u"/skip %1 1 the secondary is on the bridge"_s.arg(ladder)));
    QCOMPARE(board.state(ladder, 1), escalation::Skipped);
    QCOMPARE(board.value(board.rowOf(ladder, 2), escalation::CalledWhyNotRole).toString(), QString());
}

void TestEscalationModel::calledAnsweredAndSkippedAreKept()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QVERIFY(!board.value(board.rowOf(u"lad.esc2"_s), escalation::AnsweredWhyNotRole).toString().isEmpty());
    const QPersistentModelIndex row = board.model.index(board.rowOf(u"lad.esc2"_s));
    board.feed.advance(Span::minutes(1));
    QVERIFY(board.feed.line(u"/escalate lad.esc2"_s));
    QVERIFY(row.isValid());
    QCOMPARE(row.data(escalation::StateRole).toInt(), int(escalation::Called));
    QCOMPARE(row.data(escalation::SettledByRole).toString(), u"ana"_s);
    QCOMPARE(Instant{row.data(escalation::SettledAtRole).toLongLong()}, board.feed.now());
    QVERIFY(!row.data(escalation::CalledWhyNotRole).toString().isEmpty());
    QCOMPARE(row.data(escalation::AnsweredWhyNotRole).toString(), QString());
    QVERIFY(board.feed.line(u"/answered lad.esc2 1 on my way"_s));
    QCOMPARE(row.data(escalation::StateRole).toInt(), int(escalation::Answered));
    QCOMPARE(row.data(escalation::AnswerRole).toString(), u"on my way"_s);
    QVERIFY(!board.feed.line(u"/answered lad.esc2 1 again"_s));
    QVERIFY(board.feed.line(u"/skip lad.half 1 it is nearly fixed"_s));
    QCOMPARE(board.state(u"lad.half"_s), escalation::Skipped);
    QCOMPARE(board.value(board.rowOf(u"lad.half"_s), escalation::ReasonRole).toString(), u"it is nearly fixed"_s);
    QVERIFY(!board.feed.line(u"/answered lad.half 1 hello"_s));
}

void TestEscalationModel::eachAlertHasALadderOfItsOwn()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QVERIFY(board.feed.line(u"/alert HighErrorRate"_s));
    QVERIFY(board.feed.line(u"/alert DiskFull"_s));
    QVERIFY(board.rowOf(u"lad.noack/L1"_s) >= 0);
    QVERIFY(board.rowOf(u"lad.noack/L2"_s) >= 0);
    QVERIFY(board.feed.line(u"/ackalert #L1"_s));
    QVERIFY(board.rowOf(u"lad.noack/L1"_s) < 0);
    QVERIFY(board.rowOf(u"lad.noack/L2"_s) >= 0);
}

void TestEscalationModel::aTickMovesNothingButTheTime()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    board.feed.advance(Span::seconds(2));
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&board.model, &QAbstractItemModel::rowsMoved);
    board.feed.advance(Span::seconds(1));
    QVERIFY(moved.isEmpty());
    QVERIFY(!changed.isEmpty());
    const int half = board.rowOf(u"lad.half"_s);
    for (const auto &signal : changed) {
        if (signal.at(0).toModelIndex().row() == half)
            QCOMPARE(signal.at(2).value<QList<int>>(), QList<int>{escalation::LeftRole});
    }
}

void TestEscalationModel::ownNumbersAreLaidOverTheProcess()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.lines({u"/role @Bo eng_lead"_s});
    const auto callees = [&] {
        QMap<QString, QVariantMap> byName;
        for (const QVariant &callee : board.value(board.rowOf(u"hdf.p0"_s), escalation::CalleesRole).toList())
            byName.insert(callee.toMap().value(u"name"_s).toString(), callee.toMap());
        return byName;
    };
    QVERIFY(callees().contains(u"Engineering Lead"_s));
    QVERIFY(!callees().contains(u"Bo"_s));
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    board.model.setContacts(ContactBook(
        {{u"Bo"_s, {}, {u"555 0142"_s, {}, {}, false}, 1}, {u"sre"_s, {}, {{}, u"sre@example.org"_s, {}, false}, 2}}));
    QVERIFY(changed.size() >= 1);
    QVERIFY(changed.first().at(2).value<QList<int>>().contains(escalation::CalleesRole));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(callees().value(u"Bo"_s).value(u"phone"_s).toString(), u"555 0142"_s); // who has the role now
    QVERIFY(callees().value(u"Bo"_s).value(u"own"_s).toBool());
    QCOMPARE(callees().value(u"SRE On-Call"_s).value(u"mail"_s).toString(), u"sre@example.org"_s);
    QVERIFY(!board.value(board.rowOf(u"hdf.p0"_s), escalation::CallTextRole).toString().contains(u"0142"_s));
    board.model.setContacts({});
    QVERIFY(!callees().contains(u"Bo"_s));
}

void TestEscalationModel::whatToSayIsDiscreet()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    const QString open = board.value(0, escalation::CallTextRole).toString();
    QVERIFY2(open.contains(u"Checkout fails"_s), qPrintable(open));
    QVERIFY(board.feed.line(u"/flag pii customer addresses"_s));
    const QString secret = board.value(0, escalation::CallTextRole).toString();
    QVERIFY2(!secret.contains(u"Checkout"_s), qPrintable(secret));
}

void TestEscalationModel::anotherIncidentResets()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    emit board.feed.reset();
    QCOMPARE(reset.size(), 1);
}

QTEST_GUILESS_MAIN(TestEscalationModel)
#include "tst_escalationmodel.moc"
