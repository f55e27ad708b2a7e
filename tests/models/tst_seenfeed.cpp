// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/seenfeed.h"
#include "memoryfeed.h"
#include "orders/ordersmodel.h"
#include "orders/ordersroles.h"
#include "roles/rolesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;

namespace {

/// Everything that a view would have to do something for.
class Signals
{
public:
    explicit Signals(const QAbstractItemModel &model)
    {
        using M = QAbstractItemModel;
        const auto count = [this] { ++m_count; };
        QObject::connect(&model, &M::dataChanged, &m_here, count);
        QObject::connect(&model, &M::rowsInserted, &m_here, count);
        QObject::connect(&model, &M::rowsRemoved, &m_here, count);
        QObject::connect(&model, &M::rowsMoved, &m_here, count);
        QObject::connect(&model, &M::modelReset, &m_here, count);
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QObject m_here;
    int m_count = 0;
};

QStringList textsOf(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data(Qt::AccessibleTextRole).toString());
    return texts;
}

} // namespace

/// What happens behind a tab costs nothing there, and nothing of it is lost.
class TestSeenFeed : public QObject
{
    Q_OBJECT
private slots:
    void modelsOfAnUnseenPanelRest();
    void aSeenPanelIsToldAtOnce();
    void nothingOfAResetIsToldTwice();
    void whoMissesTooMuchLooksAtTheState();
    void whatNoEventSaysIsLookedAtWhole();
    void timeGoesOnInSteps();
};

void TestSeenFeed::modelsOfAnUnseenPanelRest()
{
    MemoryFeed source(u"sre-directorate"_s, u"SEV1"_s);
    SeenFeed feed(source);
    OrdersModel orders(feed);
    RolesModel roles(feed);
    QAbstractItemModelTester ordersTester(&orders, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester rolesTester(&roles, QAbstractItemModelTester::FailureReportingMode::Fatal);
    feed.setSeen([] { return false; });
    const Signals ordersChanged(orders);
    const Signals rolesChanged(roles);
    QSignalSpy applied(&feed, &IncidentFeed::applied);

    QVERIFY(source.line(u"/claim"_s));
    for (int i = 0; i < 20; ++i)
        QVERIFY(source.line(u"/action @Priya look at host %1 +10m"_s.arg(i)));
    QCOMPARE(applied.size(), 0);
    QCOMPARE(ordersChanged.count(), 0);
    QCOMPARE(rolesChanged.count(), 0);
    QVERIFY(feed.isBehind());

    feed.comeIntoSight();
    QVERIFY(!feed.isBehind());
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied.first().first().value<QList<Event>>().size() >= 21);
    QCOMPARE(textsOf(orders), textsOf(OrdersModel(source)));
    QCOMPARE(textsOf(roles), textsOf(RolesModel(source)));
    QCOMPARE(orders.rowCount(), 20);
    feed.comeIntoSight();
    QCOMPARE(applied.size(), 1);
}

void TestSeenFeed::aSeenPanelIsToldAtOnce()
{
    MemoryFeed source(u"sre-directorate"_s, u"SEV1"_s);
    SeenFeed feed(source);
    bool seen = false;
    feed.setSeen([&] { return seen; });
    QList<Event> told;
    connect(&feed, &IncidentFeed::applied, this, [&](const QList<Event> &events) { told += events; });
    QList<Event> all;
    connect(&source, &IncidentFeed::applied, this, [&](const QList<Event> &events) { all += events; });

    QVERIFY(source.line(u"the first"_s));
    QVERIFY(told.isEmpty());
    seen = true;
    QVERIFY(source.line(u"the second"_s));
    QVERIFY(source.line(u"the third"_s));
    QVERIFY(!all.isEmpty());
    QCOMPARE(told.size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i)
        QCOMPARE(told.at(i).id, all.at(i).id);
}

void TestSeenFeed::nothingOfAResetIsToldTwice()
{
    MemoryFeed source(u"sre-directorate"_s, u"SEV1"_s);
    SeenFeed feed(source);
    OrdersModel orders(feed);
    feed.setSeen([] { return false; });
    QSignalSpy applied(&feed, &IncidentFeed::applied);
    QSignalSpy reset(&feed, &IncidentFeed::reset);
    QVERIFY(source.line(u"/action @Priya look at the cache +10m"_s));
    source.restart();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(orders.rowCount(), 1);
    feed.comeIntoSight();
    QCOMPARE(applied.size(), 0);
    QCOMPARE(orders.rowCount(), 1);
}

void TestSeenFeed::whoMissesTooMuchLooksAtTheState()
{
    MemoryFeed source(u"sre-directorate"_s, u"SEV1"_s);
    SeenFeed feed(source);
    OrdersModel orders(feed);
    feed.setSeen([] { return false; });
    QSignalSpy applied(&feed, &IncidentFeed::applied);
    QVERIFY(source.line(u"/action @Priya look at the cache +10m"_s));
    for (int i = 0; i < 1100; ++i)
        QVERIFY(source.line(u"note %1"_s.arg(i)));
    feed.catchUp();
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied.first().first().value<QList<Event>>().isEmpty());
    QCOMPARE(orders.rowCount(), 1);
    QVERIFY(source.line(u"once more"_s));
    feed.catchUp();
    QCOMPARE(applied.last().first().value<QList<Event>>().size(), 1);
}

// As where others' entries took places below own ones: the events that were missed say only a part of it.
void TestSeenFeed::whatNoEventSaysIsLookedAtWhole()
{
    MemoryFeed source(u"sre-directorate"_s, u"SEV1"_s);
    SeenFeed feed(source);
    feed.setSeen([] { return false; });
    QSignalSpy applied(&feed, &IncidentFeed::applied);
    emit source.applied({});
    QVERIFY(source.line(u"a note"_s));
    feed.catchUp();
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied.first().first().value<QList<Event>>().isEmpty());
}

void TestSeenFeed::timeGoesOnInSteps()
{
    MemoryFeed source(u"sre-directorate"_s, u"SEV1"_s);
    SeenFeed feed(source);
    bool seen = false;
    feed.setSeen([&] { return seen; });
    QSignalSpy ticked(&feed, &IncidentFeed::ticked);
    for (int second = 0; second < 30; ++second)
        source.advance(Span::seconds(1));
    QCOMPARE(ticked.size(), 3);
    source.advance(Span::seconds(1));
    QCOMPARE(ticked.size(), 3);
    feed.comeIntoSight();
    QCOMPARE(ticked.size(), 4);
    seen = true;
    source.advance(Span::seconds(1));
    QCOMPARE(ticked.size(), 5);
}

QTEST_MAIN(TestSeenFeed)
#include "tst_seenfeed.moc"
