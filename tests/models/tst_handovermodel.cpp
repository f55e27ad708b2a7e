// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "handover/handovermodel.h"
#include "modelrig.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::HandoverEnd;
using fireline::models::HandoverModel;
namespace h = fireline::models::handover;
namespace tenure = fireline::models::tenure;

namespace {

struct Desk : test::ModelRig<HandoverModel>
{
    using ModelRig::ModelRig;

    QList<int> all(int role) const
    {
        QList<int> values;
        for (int row = 0; row < model.rowCount(); ++row)
            values.append(value(row, role).toInt());
        return values;
    }
    QString role() const { return feed.process().commander()->id; }
    QStringList holders() const { return feed.state().holders(role()); }
};

} // namespace

class TestHandoverModel : public QObject
{
    Q_OBJECT
private slots:
    void showsTheStepsOfTheProcess_data();
    void showsTheStepsOfTheProcess();
    void stepsAreDoneInTheirOrder();
    void shadowingIsMeasured();
    void bothSidesArePlayedHere_data() { test::addProcesses(); }
    void bothSidesArePlayedHere();
    void eitherSideCallsItOff();
    void leavingTheRoleEndsIt();
    void takingOverIsThereForASilentHolder();
    void fatigueIsMeasuredByTheProcess();
    void theReportIsDraftedFromTheRecord();
    void onlySecondsMoveWhileSomebodyShadows();
    void anotherIncidentResets();
};

void TestHandoverModel::showsTheStepsOfTheProcess_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QList<int>>("kinds");
    QTest::addColumn<QString>("source");
    const QList<int> alone{h::Accept};
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << QList<int>{h::Able, h::System, h::Accept} << u"HUB-11"_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << alone << QString();
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << alone << QString();
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << alone << QString();
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s
                                     << QList<int>{h::Shadow, h::Sitrep, h::Announce, h::Accept} << u"SRE-18"_s;
}

void TestHandoverModel::showsTheStepsOfTheProcess()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    QTEST(desk.all(h::KindRole), "kinds");
    QTEST(desk.model.board().source, "source");
    for (const int state : desk.all(h::StateRole))
        QCOMPARE(state, int(h::Planned));
    QVERIFY(desk.model.board().holder.isEmpty());
    QCOMPARE(desk.model.nextRow(), -1);
}

void TestHandoverModel::stepsAreDoneInTheirOrder()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s});
    QVERIFY(desk.model.board().running);
    QCOMPARE(desk.all(h::StateRole), (QList<int>{h::Now, h::Later, h::Later, h::Later}));
    QCOMPARE(desk.value(0, h::PersonRole).toString(), u"bo"_s);
    QCOMPARE(desk.value(1, h::PersonRole).toString(), u"ana"_s);
    QVERIFY(!desk.value(0, h::MineRole).toBool());
    QVERIFY(desk.value(1, h::MineRole).toBool());
    QCOMPARE(desk.value(2, h::SayRole).toString(), u"Handing over Command to bo."_s);
    QVERIFY(desk.value(0, h::WhyNotRole).toString().isEmpty());
    QVERIFY(desk.value(3, h::WhyNotRole).toString().contains(u"SRE-18"_s));
    QCOMPARE(desk.model.nextRow(), 0);
}

void TestHandoverModel::shadowingIsMeasured()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s, u"@bo /shadow"_s});
    QCOMPARE(desk.value(0, h::StateRole).toInt(), int(h::Waits));
    QCOMPARE(desk.value(0, h::LeftRole).toLongLong(), Span::minutes(15).us);
    desk.feed.advance(Span::minutes(5));
    QCOMPARE(desk.value(0, h::LeftRole).toLongLong(), Span::minutes(10).us);
    QVERIFY(!desk.feed.line(u"/sitrep all is well"_s).ok());
    desk.feed.advance(Span::minutes(10));
    QCOMPARE(desk.all(h::StateRole), (QList<int>{h::Done, h::Now, h::Later, h::Later}));
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
}

// Step by step with the model's own commands; command moves with the last alone.
void TestHandoverModel::bothSidesArePlayedHere()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    desk.lines({u"/claim"_s, u"/handover @bo"_s});
    for (int i = 0; i < 10 && desk.model.board().running; ++i) {
        const int next = desk.model.nextRow();
        QVERIFY(next >= 0);
        QCOMPARE(desk.holders(), QStringList{u"ana"_s});
        if (desk.model.step(next).state == h::Waits) {
            desk.feed.advance(Span::minutes(15));
            continue;
        }
        const auto done = desk.feed.execute(desk.model.step(next).command);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.problem().text));
    }
    QCOMPARE(desk.holders(), QStringList{u"bo"_s});
    QCOMPARE(desk.model.board().end, HandoverEnd::Accepted);
    QCOMPARE(desk.model.board().holder, u"bo"_s);
    QCOMPARE(desk.model.nextRow(), -1);
}

void TestHandoverModel::eitherSideCallsItOff()
{
    for (const QString &side : {u"ana"_s, u"bo"_s}) {
        Desk desk;
        desk.lines({u"/claim"_s, u"/handover @bo"_s, u"@%1 /decline too tired"_s.arg(side)});
        QVERIFY(!desk.model.board().running);
        QCOMPARE(desk.model.board().end, HandoverEnd::Declined);
        QCOMPARE(desk.model.board().holder, u"ana"_s);
        QCOMPARE(desk.all(h::StateRole).first(), int(h::Planned));
    }
}

void TestHandoverModel::leavingTheRoleEndsIt()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s, u"/role - ic"_s});
    QCOMPARE(desk.model.board().end, HandoverEnd::Expired);
    QVERIFY(desk.model.board().holder.isEmpty());
}

void TestHandoverModel::takingOverIsThereForASilentHolder()
{
    Desk desk;
    Command take;
    take.verb = Verb::Takeover;
    take.args = {{u"why"_s, u"no answer"_s}};
    QVERIFY(!desk.model.whyNot(take).isEmpty()); // nobody to take it from: /claim
    desk.lines({u"@bo /claim"_s});
    desk.feed.advance(Span::minutes(12));
    QCOMPARE(desk.model.board().holder, u"bo"_s);
    QVERIFY(desk.model.board().seen.isSet());
    QVERIFY(desk.feed.now() - desk.model.board().seen >= Span::minutes(11));
    QCOMPARE(desk.model.whyNot(take), QString());
    QVERIFY(desk.feed.execute(take).ok());
    QVERIFY(desk.model.board().you);
    QVERIFY(!desk.model.whyNot(take).isEmpty()); // it is mine already
}

void TestHandoverModel::fatigueIsMeasuredByTheProcess()
{
    Desk desk;
    desk.lines({u"/claim"_s});
    QCOMPARE(desk.model.board().tenure.load, tenure::Fine);
    desk.feed.advance(Span::hours(3) + Span::minutes(1));
    QCOMPARE(desk.model.board().tenure.load, tenure::Plan);
    desk.feed.advance(Span::hours(1));
    QCOMPARE(desk.model.board().tenure.load, tenure::Over);
    QCOMPARE(desk.model.board().tenure.source, u"SRE-18"_s);
}

void TestHandoverModel::theReportIsDraftedFromTheRecord()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/hyp lock on orders"_s, u"/decision wait revisit +10m"_s});
    const QString draft = desk.model.sitrepDraft();
    for (const QString &part :
         {u"SITUATION"_s, u"CHANGED"_s, u"BEING DONE"_s, u"WAITING FOR"_s, u"LATE"_s, u"RISKS"_s, u"NEXT"_s})
        QVERIFY2(draft.contains(part), qPrintable(part));
    QVERIFY(draft.contains(u"H1 is open: lock on orders"_s));
    QVERIFY(draft.contains(u"Look at D1 again"_s));
    const Instant before = desk.feed.now();
    desk.feed.advance(Span::minutes(1));
    desk.lines({u"/note x"_s, u"/note y"_s});
    QCOMPARE(desk.model.entriesSince(before), 2);
}

void TestHandoverModel::onlySecondsMoveWhileSomebodyShadows()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s, u"@bo /shadow"_s});
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    QSignalSpy board(&desk.model, &HandoverModel::boardChanged);
    desk.feed.advance(Span::seconds(1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.first().at(2).value<QList<int>>(), QList<int>{h::LeftRole});
    QVERIFY(board.isEmpty());
}

void TestHandoverModel::anotherIncidentResets()
{
    Desk desk;
    QSignalSpy reset(&desk.model, &QAbstractItemModel::modelReset);
    QSignalSpy board(&desk.model, &HandoverModel::boardChanged);
    emit desk.feed.reset();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(board.size(), 1);
}

QTEST_GUILESS_MAIN(TestHandoverModel)
#include "tst_handovermodel.moc"
