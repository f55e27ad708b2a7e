// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfeed.h"
#include "timeline/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using Role = TimelineRole;

namespace {

QVariant value(const TimelineModel &model, int row, Role role)
{
    return model.index(row).data(int(role));
}

QStringList texts(const TimelineModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(value(model, row, Role::Text).toString());
    return all;
}

QString lastRef(const MemoryFeed &feed)
{
    return u"#E%1"_s.arg(feed.state().entries.size());
}

} // namespace

/// Follows the feed step by step, and says exactly what changed.
class TestTimelineModel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void startsWithTheDeclaration();
    void appendInsertsOneRowAtTheEnd();
    void lateEntryGoesToItsPlace();
    void correctionChangesOneRowAndItsRoles();
    void pinAndTagSayWhatTheyChange();
    void newTimeMovesTheRowOnce();
    void newTimeAtTheSamePlaceMovesNothing();
    void retractionKeepsTheRowWithWhoAndWhy();
    void ownQuickRetractionIsOutOfSight();
    void restoringBringsTheRecordIntoSight();
    void aDraftIsCalledOneUntilItIsSent();
    void savedStateIsTold();
    void anObjectsNumberCanBeShown();
    void machineRowsAreWhatNobodyTyped();
    void sentenceForScreenReaders();
    void resetReadsEverythingAnew();
    void burstIsTakenInOneGo();
    void followsLikeBuiltAnew();

private:
    void build();
    std::unique_ptr<MemoryFeed> m_feed;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTimelineModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_feed = std::make_unique<MemoryFeed>(u"severity-ladder"_s, u"2"_s);
    m_model = std::make_unique<TimelineModel>(*m_feed);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestTimelineModel::startsWithTheDeclaration()
{
    QVERIFY(m_model->rowCount() >= 1);
    QCOMPARE(value(*m_model, 0, Role::Text).toString(), u"Incident declared: Checkout fails"_s);
    QCOMPARE(value(*m_model, 0, Role::Ref).toString(), u"E1"_s);
    QVERIFY(value(*m_model, 0, Role::Own).toBool());
}

void TestTimelineModel::appendInsertsOneRowAtTheEnd()
{
    const int before = m_model->rowCount();
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_feed->advance(Span::seconds(10));
    QVERIFY(m_feed->line(u"pods restart #db"_s));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), before);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(value(*m_model, before, Role::Text).toString(), u"pods restart"_s);
    QCOMPARE(value(*m_model, before, Role::Tags).toStringList(), QStringList{u"db"_s});
    QCOMPARE(value(*m_model, before, Role::Kind).toString(), u"note"_s);
}

void TestTimelineModel::lateEntryGoesToItsPlace()
{
    m_feed->advance(Span::minutes(20));
    QVERIFY(m_feed->line(u"second"_s));
    const int second = m_model->rowOf(lastRef(*m_feed).mid(1));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QVERIFY(m_feed->line(u"-5m first"_s));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), second);
    QCOMPARE(value(*m_model, second, Role::Text).toString(), u"first"_s);
    QCOMPARE(value(*m_model, second, Role::LateBy).toLongLong(), Span::minutes(5).us);
    QCOMPARE(value(*m_model, second + 1, Role::LateBy).toLongLong(), 0);
}

void TestTimelineModel::correctionChangesOneRowAndItsRoles()
{
    QVERIFY(m_feed->line(u"pod A is down"_s));
    const QString ref = lastRef(*m_feed);
    const int row = m_model->rowOf(ref.mid(1));
    m_feed->advance(Span::seconds(1));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_feed->line(u"/correct %1 text=\"pod B is down\""_s.arg(ref)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), row);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), row);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(),
             (QList<int>{Qt::DisplayRole, Qt::AccessibleTextRole, int(Role::Text), int(Role::CorrectedCount)}));
    QCOMPARE(value(*m_model, row, Role::Text).toString(), u"pod B is down"_s);
    QCOMPARE(value(*m_model, row, Role::CorrectedCount).toInt(), 1);
}

void TestTimelineModel::pinAndTagSayWhatTheyChange()
{
    QVERIFY(m_feed->line(u"pod A is down"_s));
    const QString ref = lastRef(*m_feed);
    const int rows = m_model->rowCount();
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_feed->line(u"/pin %1"_s.arg(ref)));
    QVERIFY(m_feed->line(u"/tag %1 #net"_s.arg(ref)));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(), (QList<int>{Qt::AccessibleTextRole, int(Role::Pinned)}));
    QCOMPARE(changed.at(1).at(2).value<QList<int>>(), QList<int>{int(Role::Tags)});
    QCOMPARE(m_model->rowCount(), rows);
    const int row = m_model->rowOf(ref.mid(1));
    QVERIFY(value(*m_model, row, Role::Pinned).toBool());
    QCOMPARE(value(*m_model, row, Role::Tags).toStringList(), QStringList{u"net"_s});
}

void TestTimelineModel::newTimeMovesTheRowOnce()
{
    for (const auto &text : {u"one"_s, u"two"_s, u"three"_s}) {
        m_feed->advance(Span::minutes(10));
        QVERIFY(m_feed->line(text));
    }
    const QString three = lastRef(*m_feed);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(m_feed->line(u"/retime %1 09:15"_s.arg(three)));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(reset.size(), 0);
    QStringList order = texts(*m_model);
    QVERIFY(order.indexOf(u"three"_s) == order.indexOf(u"one"_s) + 1);
    QVERIFY(order.indexOf(u"three"_s) == order.indexOf(u"two"_s) - 1);
    QVERIFY(m_feed->line(u"/retime %1 09:25"_s.arg(three)));
    QCOMPARE(moved.size(), 2);
    order = texts(*m_model);
    QVERIFY(order.indexOf(u"three"_s) == order.indexOf(u"two"_s) + 1);
    QCOMPARE(value(*m_model, m_model->rowOf(three.mid(1)), Role::CorrectedCount).toInt(), 2);
}

void TestTimelineModel::newTimeAtTheSamePlaceMovesNothing()
{
    m_feed->advance(Span::minutes(10));
    QVERIFY(m_feed->line(u"one"_s));
    const int row = m_model->rowOf(lastRef(*m_feed).mid(1));
    m_feed->advance(Span::minutes(10));
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_feed->line(u"/retime %1 09:12"_s.arg(lastRef(*m_feed))));
    QCOMPARE(moved.size(), 0);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.at(0).at(2).value<QList<int>>().contains(int(Role::At)));
    QCOMPARE(value(*m_model, row, Role::At).toLongLong(), Instant::fromRfc3339(u"2025-03-04T09:12:00Z"_s)->us);
}

void TestTimelineModel::retractionKeepsTheRowWithWhoAndWhy()
{
    QVERIFY(m_feed->line(u"pod A is down"_s));
    const QString ref = lastRef(*m_feed);
    m_feed->advance(Span::minutes(1));
    QVERIFY(m_feed->line(u"/retract %1 wrong host"_s.arg(ref), u"bo"_s));
    const int row = m_model->rowOf(ref.mid(1));
    QVERIFY(value(*m_model, row, Role::Retracted).toBool());
    QCOMPARE(value(*m_model, row, Role::RetractedWhy).toString(), u"wrong host"_s);
    QCOMPARE(value(*m_model, row, Role::RetractedBy).toString(), u"bo"_s);
    QVERIFY(!value(*m_model, row, Role::FoldedOutOfSight).toBool());
    QCOMPARE(value(*m_model, row, Role::CorrectedCount).toInt(), 0);
    const int record = m_model->rowOf(lastRef(*m_feed).mid(1));
    QCOMPARE(value(*m_model, record, Role::Target).toString(), ref.mid(1));
}

void TestTimelineModel::ownQuickRetractionIsOutOfSight()
{
    QVERIFY(m_feed->line(u"pod A is down"_s));
    const QString quick = lastRef(*m_feed);
    m_feed->advance(Span::seconds(5));
    QVERIFY(m_feed->line(u"/retract %1 typed twice"_s.arg(quick)));
    QVERIFY(value(*m_model, m_model->rowOf(quick.mid(1)), Role::FoldedOutOfSight).toBool());
    QVERIFY(value(*m_model, m_model->rowOf(lastRef(*m_feed).mid(1)), Role::FoldedOutOfSight).toBool());

    QVERIFY(m_feed->line(u"pod B is down"_s));
    const QString slow = lastRef(*m_feed);
    m_feed->advance(Span::seconds(6));
    QVERIFY(m_feed->line(u"/retract %1 typed twice"_s.arg(slow)));
    QVERIFY(!value(*m_model, m_model->rowOf(slow.mid(1)), Role::FoldedOutOfSight).toBool());
}

void TestTimelineModel::restoringBringsTheRecordIntoSight()
{
    QVERIFY(m_feed->line(u"pod A is down"_s));
    const QString ref = lastRef(*m_feed);
    QVERIFY(m_feed->line(u"/retract %1 typed twice"_s.arg(ref)));
    const QString record = lastRef(*m_feed);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_feed->line(u"/restore %1"_s.arg(ref)));
    QCOMPARE(changed.size(), 2);
    QVERIFY(!value(*m_model, m_model->rowOf(ref.mid(1)), Role::FoldedOutOfSight).toBool());
    QVERIFY(!value(*m_model, m_model->rowOf(record.mid(1)), Role::FoldedOutOfSight).toBool());
}

void TestTimelineModel::aDraftIsCalledOneUntilItIsSent()
{
    QVERIFY(m_feed->line(u"/claim"_s));
    QVERIFY(m_feed->line(u"/draft stakeholders Investigating current_status=slow done_so_far=nothing investigation=begun"_s));
    const int row = m_model->rowOf(lastRef(*m_feed).mid(1));
    QVERIFY(value(*m_model, row, Role::Unsent).toBool());
    QVERIFY(!value(*m_model, row - 1, Role::Unsent).toBool());
    QVERIFY(m_model->index(row).data(Qt::AccessibleTextRole).toString().contains(u"Draft, not sent"_s));
    QVERIFY(!value(*m_model, row, Role::Text).toString().contains(u"not sent"_s)); // what a correction begins with
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_feed->line(u"/send #U1"_s));
    QVERIFY(!value(*m_model, row, Role::Unsent).toBool());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), row);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(), (QList<int>{Qt::AccessibleTextRole, int(Role::Unsent)}));
}

void TestTimelineModel::savedStateIsTold()
{
    m_feed->holdSaving();
    QVERIFY(m_feed->line(u"one"_s));
    QVERIFY(m_feed->line(u"two"_s));
    const int row = m_model->rowOf(lastRef(*m_feed).mid(1));
    QCOMPARE(value(*m_model, row, Role::Saved).toInt(), int(Saved::Saving));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_feed->release(false);
    QCOMPARE(changed.size(), 1); // both rows in one range
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), row - 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), row);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(), (QList<int>{Qt::AccessibleTextRole, int(Role::Saved)}));
    QCOMPARE(value(*m_model, row, Role::Saved).toInt(), int(Saved::NotSaved));
}

void TestTimelineModel::anObjectsNumberCanBeShown()
{
    QVERIFY(m_feed->line(u"/decision roll back"_s));
    QCOMPARE(value(*m_model, m_model->rowOf(lastRef(*m_feed).mid(1)), Role::ObjectRef).toString(), u"D1"_s);
    QVERIFY(m_feed->line(u"just a note"_s));
    QCOMPARE(value(*m_model, m_model->rowOf(lastRef(*m_feed).mid(1)), Role::ObjectRef).toString(), QString());
    const TimelineModel again(*m_feed);
    QCOMPARE(value(again, again.rowCount() - 2, Role::ObjectRef).toString(), u"D1"_s);
}

void TestTimelineModel::machineRowsAreWhatNobodyTyped()
{
    QVERIFY(m_feed->execute({Verb::System, {}, {}, {{u"id"_s, u"slack.channel"_s}, {u"connector"_s, true}}}));
    QVERIFY(value(*m_model, m_model->rowOf(lastRef(*m_feed).mid(1)), Role::Machine).toBool());
    QVERIFY(m_feed->line(u"/system slack.channel done"_s));
    QVERIFY(!value(*m_model, m_model->rowOf(lastRef(*m_feed).mid(1)), Role::Machine).toBool());
}

void TestTimelineModel::sentenceForScreenReaders()
{
    QVERIFY(m_feed->line(u"/decision roll back"_s));
    const int row = m_model->rowOf(lastRef(*m_feed).mid(1));
    QCOMPARE(m_model->index(row).data(Qt::AccessibleTextRole).toString(), u"09:00:00 UTC, Decision by ana: D1: roll back"_s);
    QVERIFY(m_feed->line(u"/pin %1"_s.arg(lastRef(*m_feed))));
    QVERIFY(m_model->index(row).data(Qt::AccessibleTextRole).toString().endsWith(u"Pinned"_s));
}

void TestTimelineModel::resetReadsEverythingAnew()
{
    QVERIFY(m_feed->line(u"one"_s));
    const QStringList before = texts(*m_model);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    emit m_feed->reset();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(texts(*m_model), before);
}

void TestTimelineModel::burstIsTakenInOneGo()
{
    // What a reader of another console's events gives: everything in the state, told in one signal.
    MemoryFeed feed(u"severity-ladder"_s, u"2"_s);
    QList<Event> events;
    {
        const QSignalBlocker quiet(&feed);
        for (int i = 0; i < 10000; ++i) {
            const auto done = feed.execute({Verb::Note, {}, {}, {{u"text"_s, u"line %1"_s.arg(i)}}});
            QVERIFY(done);
            events.append(done.value().events);
        }
    }
    // The model was built before the burst is told, on the state as it was then.
    MemoryFeed other(u"severity-ladder"_s, u"2"_s);
    TimelineModel model(other);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int before = model.rowCount();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    {
        const QSignalBlocker quiet(&other);
        for (const Event &event : std::as_const(events))
            QVERIFY(other.execute({Verb::Note, {}, {}, {{u"text"_s, event.body().value(u"text")}}}));
    }
    emit other.applied(events);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), before + 10000);
    QCOMPARE(value(model, before + 9999, Role::Text).toString(), u"line 9999"_s);
}

void TestTimelineModel::followsLikeBuiltAnew()
{
    QVERIFY(rc::check("the model that followed equals one built anew", [] {
        MemoryFeed feed(u"severity-ladder"_s, u"2"_s);
        TimelineModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const int steps = *rc::gen::inRange(0, 40);
        for (int i = 0; i < steps; ++i) {
            feed.advance(Span::seconds(*rc::gen::inRange(0, 90)));
            const auto count = int(feed.state().entries.size());
            const QString ref = u"#E%1"_s.arg(*rc::gen::inRange(1, count + 1));
            const QString minutes = QString::number(*rc::gen::inRange(1, 30));
            const QStringList lines = {u"note"_s,
                                       u"-%1m earlier"_s.arg(minutes),
                                       u"/correct %1 text=\"better %2\""_s.arg(ref, minutes),
                                       u"/correct %1 kind=finding"_s.arg(ref),
                                       u"/retime %1 -%2m"_s.arg(ref, minutes),
                                       u"/retract %1 wrong"_s.arg(ref),
                                       u"/restore %1"_s.arg(ref),
                                       u"/pin %1"_s.arg(ref),
                                       u"/decision go on"_s};
            const QString line = lines.at(*rc::gen::inRange(0, int(lines.size())));
            (void)feed.line(line, *rc::gen::element(QString(), u"bo"_s));
        }
        const TimelineModel anew(feed);
        RC_ASSERT(model.rowCount() == anew.rowCount());
        for (int row = 0; row < anew.rowCount(); ++row) {
            for (int role = int(Role::At); role <= int(Role::Hit); ++role)
                RC_ASSERT(model.index(row).data(role) == anew.index(row).data(role));
            RC_ASSERT(model.rowOf(anew.index(row).data(int(Role::EventId)).toString()) == row);
        }
    }));
}

QTEST_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
