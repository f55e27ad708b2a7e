// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guidemodel.h"
#include "memoryfeed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::GuideModel;
using fireline::test::MemoryFeed;
namespace guide = fireline::models::guide;

namespace {

Sign moment(MomentKind kind, const QString &arg = {})
{
    Sign sign;
    sign.moment = Moment{kind, arg};
    return sign;
}

Sign entry(const QString &kind)
{
    Sign sign;
    sign.entry = kind;
    return sign;
}

/// Takes command, gives a role once there is a note, and resolves.
Guide threeSteps()
{
    Sign filled;
    filled.tick = Cond{{FactTest{{Fact::RoleFilled, {}}, {u"tech_lead"_s}, {}, {}}}, {}, {}};
    Guide all;
    all.steps = {{u"claim"_s,
                  u"Take command"_s,
                  u"Type `/claim`."_s,
                  false,
                  u"Somebody leads."_s,
                  {},
                  moment(MomentKind::RoleTaken, u"ic"_s)},
                 {u"lead"_s, u"Give the lead"_s, u"Type `/role`."_s, false, {}, {{entry(u"finding"_s), u"Bo looks."_s}}, filled},
                 {u"resolve"_s, u"End it"_s, u"Type `/resolve`."_s, true, {}, {}, moment(MomentKind::Resolved)}};
    return all;
}

struct Bench
{
    MemoryFeed feed{u"severity-ladder"_s, u"3"_s};
    GuideModel model{feed, threeSteps()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    guide::Step step(int row) const { return guide::Step(model.index(row, 0).data(guide::StepRole).toInt()); }
    QString waitsFor(int row) const { return model.index(row, 0).data(guide::WaitsForRole).toString(); }
};

} // namespace

/// The steps of a guide are ticked by what stands in the record, whatever way it came there.
class TestGuideModel : public QObject
{
    Q_OBJECT
private slots:
    void oneStepAfterTheOther();
    void whoeverDidItTicksIt();
    void doneBeforeItsTurnStaysDone();
    void takenBackIsToDoAgain();
    void aRestartKnowsHowFarItWas();
};

void TestGuideModel::oneStepAfterTheOther()
{
    Bench b;
    QCOMPARE(b.model.rowCount(), 3);
    QCOMPARE(b.step(0), guide::Step::Now);
    QCOMPARE(b.step(1), guide::Step::Coming);
    QVERIFY(b.model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"to do now: Take command"_s));
    QVERIFY(b.model.index(2, 0).data(guide::AnywhereRole).toBool());
    QSignalSpy changes(&b.model, &QAbstractItemModel::dataChanged);
    QVERIFY(b.feed.line(u"/claim"_s).ok());
    QCOMPARE(b.step(0), guide::Step::Done);
    QCOMPARE(b.step(1), guide::Step::Waiting);
    QCOMPARE(b.waitsFor(1), u"Bo looks."_s);
    QCOMPARE(changes.size(), 2);
    QVERIFY(b.feed.line(u"/finding it is the disk"_s, u"Bo"_s).ok());
    QCOMPARE(b.step(1), guide::Step::Now);
    QVERIFY(b.waitsFor(1).isEmpty());
    QVERIFY(b.feed.line(u"/role @Bo tech"_s).ok());
    QCOMPARE(b.step(1), guide::Step::Done);
    QCOMPARE(b.step(2), guide::Step::Now);
    // What changes nothing of it is not told.
    changes.clear();
    QVERIFY(b.feed.line(u"a note"_s).ok());
    b.feed.advance(Span::seconds(5));
    QCOMPARE(changes.size(), 0);
}

void TestGuideModel::whoeverDidItTicksIt()
{
    Bench b;
    QVERIFY(b.feed.line(u"/role @Cy ic"_s, u"Bo"_s).ok());
    QCOMPARE(b.step(0), guide::Step::Done);
}

void TestGuideModel::doneBeforeItsTurnStaysDone()
{
    Bench b;
    QVERIFY(b.feed.line(u"/role @Bo tech"_s).ok());
    QCOMPARE(b.step(0), guide::Step::Now);
    QCOMPARE(b.step(1), guide::Step::Done);
    QVERIFY(b.feed.line(u"/claim"_s).ok());
    QCOMPARE(b.step(2), guide::Step::Now);
}

void TestGuideModel::takenBackIsToDoAgain()
{
    Bench b;
    QVERIFY(b.feed.line(u"/claim"_s).ok());
    QVERIFY(b.feed.line(u"/finding it is the disk"_s).ok());
    QCOMPARE(b.step(1), guide::Step::Now);
    QVERIFY(b.feed.line(u"/retract #E%1 it was not"_s.arg(b.feed.state().entries.size())).ok());
    QCOMPARE(b.step(1), guide::Step::Waiting);
}

void TestGuideModel::aRestartKnowsHowFarItWas()
{
    Bench b;
    QVERIFY(b.feed.line(u"/claim"_s).ok());
    b.feed.restart();
    QCOMPARE(b.step(0), guide::Step::Done);
}

QTEST_GUILESS_MAIN(TestGuideModel)
#include "tst_guidemodel.moc"
