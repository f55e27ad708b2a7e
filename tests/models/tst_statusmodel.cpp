// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/affected.h"
#include "statusmodelsrig.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using models::UpdatesModel;
using Board = fireline::test::StatusModelsRig;
namespace status = fireline::models::status;

class TestStatusModel : public QObject
{
    Q_OBJECT
private slots:
    void audiencesAreThoseOfTheProcess_data();
    void audiencesAreThoseOfTheProcess();
    void theClockOfAnAudienceRunsOut();
    void aPromisedTimeIsAClock();
    void entriesMakeADraftStale();
    void outcomesAreShown();
    void onlyMessagesAreListed();
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

void TestStatusModel::entriesMakeADraftStale()
{
    Board board;
    board.fillPublic();
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().behind, 0);
    QSignalSpy changes(&board.updates, &UpdatesModel::dataChanged);
    for (int i = 0; i < 4; ++i)
        board.done(u"something happened"_s);
    QCOMPARE(board.page().behind, 4);
    QCOMPARE(board.latest(status::BehindRole).toInt(), 4);
    QCOMPARE(changes.size(), 4);
    // An alarm that somebody heard is no news.
    QVERIFY(board.carryOut(Command{Verb::Note, {}, {}, {{u"text"_s, u"Alarm acknowledged: A1"_s}, {u"connector"_s, true}}}));
    QCOMPARE(board.page().behind, 4);
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

void TestStatusModel::onlyMessagesAreListed()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.done(u"/draft ack service=checkout symptom=errors impact=all started=09:00 investigator=ana"_s);
    QCOMPARE(board.updates.rowCount(), 1);
    board.done(u"/draft triage service=checkout severity=P1 impact=all business_kind=revenue ic_needed=Yes"_s);
    QCOMPARE(board.feed.state().updates.size(), 2);
    QCOMPARE(board.updates.rowCount(), 1);
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
