// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarms.h"
#include "attentionsinks.h"
#include "memoryfeed.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::Bubbles;
using fireline::test::Ear;
using fireline::test::MemoryFeed;
using Level = Attention::Level;

/// What reaches a person how, by kind of matter and by channel (ux 2.9).
class TestAlertReach : public QObject
{
    Q_OBJECT
private slots:
    void whatDoesNotReachUsesUpNothing();
    void noticesGoByMatter();
    void attentionGoesByMatter();
};

void TestAlertReach::whatDoesNotReachUsesUpNothing()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(feed.line(u"/timer +8m look again"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Matter silent = Matter::CallBack;
    Alarms alarms(feed, bubbles, ear, allowance, [&](Reach way) {
        return canReach(way) && !(way == Reach{silent, Channel::Sound});
    });
    feed.advance(Span::minutes(6));
    QVERIFY(ear.heard.isEmpty());
    QVERIFY(allowance.mayUse(1, feed.now())); // all six are left
    QCOMPARE(allowance.newMatters(feed.now()), 0);
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Late), 1); // it is told on the desktop
    feed.advance(Span::minutes(3));
    QCOMPARE(ear.heard, QList<Level>{Level::Late}); // the reminder
    silent = Matter::DrillStop;
    alarms.drillStopped();
    QCOMPARE(ear.heard, QList<Level>{Level::Late});
}

void TestAlertReach::noticesGoByMatter()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(feed.line(u"/timer +5m look again"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    const QList<Reach> off{{Matter::CallBack, Channel::Soon}, {Matter::Reminder, Channel::Desktop}};
    Alarms alarms(feed, bubbles, ear, allowance, [&](Reach way) { return canReach(way) && !off.contains(way); });
    feed.advance(Span::minutes(4));
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Due), 0);
    QCOMPARE(bubbles.count(u"order/A2"_s, Level::Due), 1);
    feed.advance(Span::minutes(2));
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Late), 1);
    QCOMPARE(bubbles.count(u"order/A2"_s, Level::Late), 0);
}

void TestAlertReach::attentionGoesByMatter()
{
    for (const bool wanted : {true, false}) {
        MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
        Bubbles bubbles;
        Ear ear;
        SoundAllowance allowance;
        Alarms alarms(feed, bubbles, ear, allowance,
                      [&](Reach way) { return canReach(way) && (wanted || way.channel != Channel::Attention); });
        QSignalSpy asked(&alarms, &Alarms::attentionWanted);
        feed.advance(Span::minutes(3));
        QCOMPARE(bubbles.count(u"command/vacant"_s, Level::Command), 1);
        QCOMPARE(!asked.isEmpty(), wanted);
    }
}

QTEST_GUILESS_MAIN(TestAlertReach)
#include "tst_alertreach.moc"
