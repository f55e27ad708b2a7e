// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarms.h"
#include "alerts/alertlist.h"
#include "attentionsinks.h"
#include "memoryfeed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::Bubbles;
using fireline::test::Ear;
using fireline::test::MemoryFeed;
using Level = Attention::Level;

namespace {

QStringList ids(const AlertList &list)
{
    QStringList all;
    for (const AlertItem &item : list.items())
        all.append(item.id);
    return all;
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT
private slots:
    void theMostUrgentComesFirst();
    void lateComesBeforeNotYetLate();
    void fourLateThingsAreMerged();
    void whatWasLateWhenOpenedIsOneBubble();
    void nobodyInCommandIsHeardAfterAMinute();
    void anOfferedHandoverIsHeardAfterAMinute_data();
    void anOfferedHandoverIsHeardAfterAMinute();
    void eachMatterIsToldOnce();
    void acknowledgingIsWrittenDownAndSilences();
    void mutingIsWrittenDown();
    void aStoppedDrillIsHeardWithinTheAllowance();
    void whoLostCommandHearsOfIt();
    void mattersAreKnown();
    void aSnoozeBringsItBack();
    void aPromisedUpdateIsHeard();
    void aSayingIsNoAlarm();
    void anotherLookAtADecisionIsSilent();
    void wakesWithoutATick();
    void suspendAndAClockPutBackTellOnce();
};

void TestAlerts::theMostUrgentComesFirst()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    AlertList list(feed);
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(ids(list).contains(u"command/vacant"_s));
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(!ids(list).contains(u"command/vacant"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(feed.line(u"/action @bo ask the network people +4m"_s));
    feed.advance(Span::minutes(6));
    const QStringList late = ids(list);
    QVERIFY(late.indexOf(u"order/A2"_s) < late.indexOf(u"order/A1"_s));
    const QModelIndex row = list.index(int(late.indexOf(u"order/A1"_s)));
    QCOMPARE(row.data(int(AlertRole::Owner)).toString(), u"bo"_s);
    QCOMPARE(row.data(int(AlertRole::Line)).toString(), u"/done #A1 "_s);
    QCOMPARE(row.data(int(AlertRole::Level)).toInt(), int(Level::Late));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"bo"_s));
    QVERIFY(feed.line(u"/done #A1 all well"_s, u"bo"_s));
    QVERIFY(!ids(list).contains(u"order/A1"_s));
    for (const AlertItem &item : list.items()) {
        if (item.audible)
            QVERIFY2(!item.line.isEmpty(), qPrintable(item.id));
    }
}

namespace {

const AlertItem *itemOf(const AlertList &list, const QString &id)
{
    const auto &items = list.items();
    const auto it = std::find_if(items.begin(), items.end(), [&](const AlertItem &item) { return item.id == id; });
    return it == items.end() ? nullptr : &*it;
}

} // namespace

// What the last update said is owed as what the process says: it is heard, and one key leads to it.
void TestAlerts::aPromisedUpdateIsHeard()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV2"_s);
    AlertList list(feed);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/role @cy cl"_s));
    const QString next = (feed.now() + Span::minutes(12)).toUtc().toString(u"HH:mm"_s);
    QVERIFY(feed.line(u"/draft public Investigating summary=x components=Payments next_update=%1"_s.arg(next), u"cy"_s));
    QVERIFY(feed.line(u"/send #U1"_s, u"cy"_s));
    const QString id = u"promise/public"_s;
    QVERIFY(!itemOf(list, id));
    feed.advance(Span::minutes(13));
    const AlertItem *late = itemOf(list, id);
    QVERIFY(late);
    QVERIFY(late->level == Level::Late);
    QVERIFY(late->audible);
    QCOMPARE(late->line, u"/draft public "_s);
    QVERIFY(late->owner.contains(u"cy"_s));
    QVERIFY(feed.line(u"/snooze promise/public 5m the page is down"_s));
    QVERIFY(!itemOf(list, id));
}

// A step that only reminds of something is seen, and never heard.
void TestAlerts::aSayingIsNoAlarm()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(feed.line(u"/claim"_s));
    AlertList list(feed);
    feed.advance(Span::minutes(20));
    int sayings = 0;
    int calls = 0;
    for (const RunningClock &clock : feed.clocks()) {
        const AlertItem *item = clock.kind == RunningClock::Kind::Rung ? itemOf(list, clock.id) : nullptr;
        if (!item)
            continue;
        const bool calling = std::any_of(clock.effects.begin(), clock.effects.end(), [](const EffectSpec &effect) {
            return effect.kind != EffectKind::Prompt && effect.kind != EffectKind::Open && effect.kind != EffectKind::Draft
                   && effect.kind != EffectKind::SetFlag;
        });
        ++(calling ? calls : sayings);
        QCOMPARE(item->audible, calling);
        QVERIFY((item->level == Level::Command) == calling);
    }
    QVERIFY(sayings > 0);
    QVERIFY(calls > 0);
}

void TestAlerts::anotherLookAtADecisionIsSilent()
{
    MemoryFeed feed(u"severity-ladder"_s, u"2"_s);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/decision wait for the vendor revisit +10m"_s));
    AlertList list(feed);
    feed.advance(Span::minutes(11));
    const AlertItem *late = itemOf(list, u"decision/D1"_s);
    QVERIFY(late);
    QVERIFY(late->level == Level::Late);
    QVERIFY(!late->audible);
    QCOMPARE(late->owner, u"ana"_s);
    QVERIFY(late->text.contains(u"wait for the vendor"_s));
}

// A call that is due is loud at once, and yet has time that a call-back which is over has not.
void TestAlerts::lateComesBeforeNotYetLate()
{
    MemoryFeed feed(u"severity-ladder"_s, u"2"_s);
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/escalate lad.esc2"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +1m"_s));
    feed.advance(Span::minutes(2));
    QVERIFY(feed.line(u"/sev 1 it is worse"_s));
    AlertList list(feed);
    const AlertItem *call = itemOf(list, u"lad.esc1/1"_s);
    QVERIFY(call);
    QVERIFY(call->level == Level::Command && feed.now() < call->at);
    QCOMPARE(list.items().first().id, u"order/A1"_s);
    feed.advance(Span::minutes(10));
    QCOMPARE(list.items().first().id, u"lad.esc1/1"_s);
}

void TestAlerts::fourLateThingsAreMerged()
{
    MemoryFeed feed(u"community-hub"_s, {});
    AlertList list(feed);
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QVERIFY(feed.line(u"/claim"_s));
    for (int i = 1; i <= 4; ++i)
        QVERIFY(feed.line(u"/action @bo look at part %1 +%1m"_s.arg(i)));
    feed.advance(Span::minutes(2) + Span::seconds(30));
    QVERIFY(!list.isMerged());
    bubbles.told.clear();
    ear.heard.clear();
    feed.advance(Span::minutes(2)); // two more
    QVERIFY(list.isMerged());
    QCOMPARE(list.lateCount(), 4);
    QCOMPARE(bubbles.told.size(), 1);
    QCOMPARE(bubbles.told.first().clock, u"alarms/merged"_s);
    QVERIFY(bubbles.told.first().text.startsWith(u'4'));
    QCOMPARE(ear.heard.size(), 1);
}

void TestAlerts::whatWasLateWhenOpenedIsOneBubble()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    feed.advance(Span::hours(3));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QCOMPARE(bubbles.count(u"command/vacant"_s, Level::Command), 1);
    const auto late = std::count_if(bubbles.told.begin(), bubbles.told.end(),
                                    [](const Attention &a) { return a.level != Level::Due; });
    QCOMPARE(late, 2);
    QVERIFY(bubbles.told.last().clock == u"alarms/merged"_s);
    QCOMPARE(ear.heard, QList<Level>{Level::Command});
    AlertList list(feed);
    QCOMPARE(list.items().first().id, u"command/vacant"_s);
}

void TestAlerts::nobodyInCommandIsHeardAfterAMinute()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QSignalSpy wanted(&alarms, &Alarms::attentionWanted);
    QSignalSpy settled(&alarms, &Alarms::settled);
    QCOMPARE(bubbles.count(u"command/vacant"_s, Level::Due), 1);
    QVERIFY(ear.heard.isEmpty());
    feed.advance(Span::seconds(60));
    QCOMPARE(bubbles.count(u"command/vacant"_s, Level::Command), 1);
    QCOMPARE(ear.heard, QList<Level>{Level::Command});
    QCOMPARE(wanted.count(), 1);
    QVERIFY(feed.line(u"/claim"_s));
    QCOMPARE(settled.count(), 1);
    QCOMPARE(settled.first().first().toStringList(), QStringList{u"command/vacant"_s});
    feed.advance(Span::minutes(5));
    QCOMPARE(bubbles.count(u"command/vacant"_s, Level::Command), 1);
}

void TestAlerts::anOfferedHandoverIsHeardAfterAMinute_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("line");
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << u"/ihavecommand "_s;
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << u"/ihavecommand "_s;
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << u"/ihavecommand "_s;
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << u"/able "_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << u"/shadow "_s;
}

// By the offer alone: command hangs between two people whether the process has steps or none.
void TestAlerts::anOfferedHandoverIsHeardAfterAMinute()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, line);
    MemoryFeed feed(process, severity);
    AlertList list(feed);
    QVERIFY(feed.line(u"/role @ana "_s + feed.process().commander()->id));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QVERIFY(feed.line(u"/handover @bo"_s));
    feed.advance(Span::seconds(30));
    QCOMPARE(bubbles.count(u"command/handover"_s, Level::Command), 0);
    feed.advance(Span::seconds(31));
    QCOMPARE(bubbles.count(u"command/handover"_s, Level::Command), 1);
    QVERIFY(ear.heard.contains(Level::Command));
    const QModelIndex row = list.index(int(ids(list).indexOf(u"command/handover"_s)));
    QCOMPARE(row.data(int(AlertRole::Line)).toString(), line);
    QCOMPARE(row.data(int(AlertRole::Owner)).toString(), u"bo"_s);
    QVERIFY(feed.line(line.trimmed(), u"bo"_s));
    QVERIFY(!ids(list).contains(u"command/handover"_s) || line == u"/able "_s);
}

void TestAlerts::eachMatterIsToldOnce()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    for (int i = 0; i < 90; ++i)
        feed.advance(Span::seconds(7));
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Due), 1);
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Late), 1);
}

void TestAlerts::acknowledgingIsWrittenDownAndSilences()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    connect(&alarms, &Alarms::noteRequested, &feed, [&](const Command &command) { QVERIFY(feed.execute(command)); });
    feed.advance(Span::minutes(5) + Span::seconds(1));
    QCOMPARE(ear.heard, QList<Level>{Level::Late});
    alarms.acknowledge();
    QVERIFY(feed.state().entries.last().machine); // and no news of the incident
    QVERIFY(alarms.acknowledged().contains(u"order/A1"_s));
    QVERIFY(feed.state().entries.last().text.startsWith(u"Alarm acknowledged: "_s));
    const auto rows = feed.state().entries.size();
    alarms.acknowledge();
    QCOMPARE(feed.state().entries.size(), rows); // once is enough
    feed.advance(Span::minutes(3));
    QCOMPARE(ear.heard.size(), 1);
}

void TestAlerts::mutingIsWrittenDown()
{
    MemoryFeed feed(u"community-hub"_s, {});
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    connect(&alarms, &Alarms::noteRequested, &feed, [&](const Command &command) { QVERIFY(feed.execute(command)); });
    const auto before = feed.state().entries.size();
    alarms.toggleMute();
    QVERIFY(alarms.mutedUntil().isSet());
    const QString end = alarms.mutedUntil().toUtc().toString(u"HH:mm:ss"_s);
    QCOMPARE(feed.state().entries.last().text, u"Alarm sounds turned off at this console until %1 UTC"_s.arg(end));
    QCOMPARE(feed.state().entries.last().actor, u"ana"_s);
    QVERIFY(feed.state().entries.last().machine);
    alarms.toggleMute();
    QVERIFY(!alarms.mutedUntil().isSet());
    QCOMPARE(feed.state().entries.last().text, u"Alarm sounds turned on again at this console"_s);
    QCOMPARE(feed.state().entries.size(), before + 2);
}

void TestAlerts::aStoppedDrillIsHeardWithinTheAllowance()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s)); // nothing else is heard
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    ear.heard.clear();
    const QList<Level> once{Level::Command};
    QVERIFY(allowance.mayUse(1, feed.now()));
    alarms.drillStopped();
    QCOMPARE(ear.heard, once);
    QVERIFY(!allowance.mayUse(1, feed.now())); // it counts

    alarms.toggleMute();
    alarms.drillStopped();
    QCOMPARE(ear.heard, once);
    alarms.toggleMute();
    while (allowance.mayUse(SoundAllowance::soundsPerHour, feed.now()))
        allowance.use(feed.now());
    alarms.drillStopped();
    QCOMPARE(ear.heard, once);
}

void TestAlerts::whoLostCommandHearsOfIt()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QSignalSpy attention(&alarms, &Alarms::attentionWanted);
    QSignalSpy settled(&alarms, &Alarms::settled);
    ear.heard.clear();
    alarms.commandTaken(u"bo has command"_s);
    QCOMPARE(ear.heard, QList<Level>{Level::Command});
    QCOMPARE(bubbles.count(u"command/taken"_s, Level::Taken), 1);
    QCOMPARE(attention.size(), 1);
    alarms.commandSettled();
    QCOMPARE(settled.last().first().toStringList(), QStringList{u"command/taken"_s});
}

void TestAlerts::mattersAreKnown()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    AlertList list(feed);
    const auto matterOf = [&](const QString &id) {
        const AlertItem *item = itemOf(list, id);
        return item ? int(item->matter) : -1;
    };
    QCOMPARE(matterOf(u"command/vacant"_s), int(Matter::Command));
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(feed.line(u"/ask @bo is it back? +5m"_s));
    QVERIFY(feed.line(u"/timer +5m look again"_s));
    feed.advance(Span::minutes(45));
    QCOMPARE(matterOf(u"order/A1"_s), int(Matter::CallBack));
    QCOMPARE(matterOf(u"order/A2"_s), int(Matter::CallBack));
    QCOMPARE(matterOf(u"order/A3"_s), int(Matter::Reminder));
    // What is heard is what may be heard, and the other way round for clocks that are late.
    int updates = 0;
    for (const AlertItem &item : list.items()) {
        if (item.audible)
            QVERIFY2(canReach({item.matter, Channel::Sound}), qPrintable(item.id));
        if (item.level == Level::Command)
            QVERIFY2(canReach({item.matter, Channel::Attention}), qPrintable(item.id));
        updates += item.matter == Matter::OutsideUpdate || item.matter == Matter::InsideUpdate;
    }
    QVERIFY(updates > 0);
}

void TestAlerts::aSnoozeBringsItBack()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    feed.advance(Span::minutes(6));
    QVERIFY(feed.line(u"/snooze order/A1 5m bo is on the telephone"_s));
    QVERIFY(feed.state().snoozes.contains(u"order/A1"_s));
    feed.advance(Span::minutes(3));
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Late), 1);
    feed.advance(Span::minutes(3));
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Late), 2);
}

void TestAlerts::wakesWithoutATick()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    feed.advance(Span::minutes(5)); // late in a moment
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QVERIFY(ear.heard.isEmpty());
    feed.blockSignals(true); // a hidden window: time goes on, and nothing ticks
    feed.advance(Span::millis(20));
    QTRY_COMPARE(ear.heard, QList<Level>{Level::Late});
}

void TestAlerts::suspendAndAClockPutBackTellOnce()
{
    MemoryFeed feed(u"community-hub"_s, {});
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +30m"_s));
    Bubbles bubbles;
    Ear ear;
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    feed.advance(Span::hours(2)); // asleep
    QCOMPARE(bubbles.count(u"order/A1"_s, Level::Late), 1);
    const auto heard = ear.heard.size();
    QCOMPARE(heard, 1);

    MemoryFeed other(u"community-hub"_s, {});
    QVERIFY(other.line(u"/claim"_s));
    QVERIFY(other.line(u"/action @bo look at the database +30m"_s));
    Bubbles told;
    Ear ears;
    SoundAllowance free;
    Alarms again(other, told, ears, free);
    other.advance(Span::minutes(30) + Span::seconds(10));
    QCOMPARE(told.count(u"order/A1"_s, Level::Late), 1);
    other.advance(-Span::minutes(5));
    other.advance(Span::minutes(5));
    QCOMPARE(told.count(u"order/A1"_s, Level::Late), 1);
    QCOMPARE(ears.heard.size(), 1);
}

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
