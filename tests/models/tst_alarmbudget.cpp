// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarmbudget.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using Level = Attention::Level;

namespace {

const Instant start = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);

Alarm alarm(const QString &id, Level level = Level::Late)
{
    return {id, start, level, true};
}

} // namespace

class TestAlarmBudget : public QObject
{
    Q_OBJECT
private slots:
    void oneMatterRemindsAfterTwoFiveTenAndThenEveryTen_data();
    void oneMatterRemindsAfterTwoFiveTenAndThenEveryTen();
    void acknowledgedIsSilent();
    void sixSoundsAnHourAtMost();
    void theLastSoundIsForCommand();
    void fourInTenMinutesAreOne();
    void muteEndsByItself();
    void aLeapMakesNoBurst();
    void aClockPutBackIsHeardOnce();
    void whatCountsAnewIsHeardAnew();
    void twoIncidentsShareTheSix();
    void aDrillsClockSharesThemToo();
    void commandIsHeardInACrowd();
};

void TestAlarmBudget::oneMatterRemindsAfterTwoFiveTenAndThenEveryTen_data()
{
    QTest::addColumn<Level>("level");
    QTest::addColumn<QList<qint64>>("heard");
    // As long as the six of an hour last; what is not command leaves the last of them to it.
    QTest::newRow("late") << Level::Late << QList<qint64>{0, 2, 5, 10, 20, 60, 70};
    QTest::newRow("command") << Level::Command << QList<qint64>{0, 2, 5, 10, 20, 30, 60, 70};
}

void TestAlarmBudget::oneMatterRemindsAfterTwoFiveTenAndThenEveryTen()
{
    QFETCH(Level, level);
    QFETCH(QList<qint64>, heard);
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QList<qint64> minutes;
    for (Span t; t <= Span::minutes(75); t = t + Span::seconds(1)) {
        if (const auto sounding = budget.look({alarm(u"a"_s, level)}, start + t)) {
            QCOMPARE(sounding->again, t.us > 0);
            QCOMPARE(sounding->ids, QStringList{u"a"_s});
            minutes.append(t.us / 60000000);
        }
    }
    QCOMPARE(minutes, heard);
    QCOMPARE(budget.nextLook(start + Span::minutes(75)), start + Span::minutes(80));
}

void TestAlarmBudget::acknowledgedIsSilent()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QVERIFY(budget.look({alarm(u"a"_s)}, start));
    budget.acknowledge();
    QVERIFY(budget.isAcknowledged(u"a"_s));
    QVERIFY(!budget.look({alarm(u"a"_s)}, start + Span::minutes(3)));
    QVERIFY(!budget.nextLook(start + Span::minutes(3)).isSet());
    // Something else is heard all the same; worse of the same, too.
    const auto other = budget.look({alarm(u"a"_s), alarm(u"b"_s)}, start + Span::minutes(4));
    QVERIFY(other);
    QCOMPARE(other->ids, QStringList{u"b"_s});
    const auto worse = budget.look({alarm(u"a"_s, Level::Command)}, start + Span::minutes(4));
    QVERIFY(worse);
    QVERIFY(worse->level == Level::Command);
}

void TestAlarmBudget::sixSoundsAnHourAtMost()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QList<Alarm> alarms;
    QList<Instant> heard;
    for (int second = 0; second < 4 * 3600; second += 5) {
        const Instant now = start + Span::seconds(second);
        if (second % 200 == 0) // a new matter every 200 s, none is ever acknowledged
            alarms.append(alarm(QString::number(second), second % 600 == 0 ? Level::Command : Level::Late));
        if (budget.look(alarms, now))
            heard.append(now);
    }
    QVERIFY(heard.size() >= 4 * 4);
    for (const Instant from : heard) {
        const auto inHour = std::count_if(heard.begin(), heard.end(),
                                          [&](Instant t) { return t >= from && t - from < Span::hours(1); });
        QVERIFY2(inHour <= 6, qPrintable(QString::number(inHour)));
    }
}

void TestAlarmBudget::theLastSoundIsForCommand()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QList<Alarm> alarms;
    for (int i = 0; i < 5; ++i) {
        alarms.append(alarm(QString::number(i)));
        QVERIFY(budget.look(alarms, start + Span::minutes(11 * i)).has_value() == (i < 5));
        budget.acknowledge();
    }
    const Instant later = start + Span::minutes(50);
    alarms.append(alarm(u"late"_s));
    QVERIFY(!budget.look(alarms, later));
    alarms.append(alarm(u"command"_s, Level::Command));
    const auto sounding = budget.look(alarms, later);
    QVERIFY(sounding);
    QVERIFY(sounding->level == Level::Command);
}

void TestAlarmBudget::fourInTenMinutesAreOne()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QList<Alarm> alarms{alarm(u"a"_s)};
    QVERIFY(budget.look(alarms, start));
    alarms << alarm(u"b"_s) << alarm(u"c"_s) << alarm(u"d"_s);
    const auto merged = budget.look(alarms, start + Span::minutes(1));
    QVERIFY(merged);
    QVERIFY(merged->merged);
    alarms << alarm(u"e"_s);
    QVERIFY(!budget.look(alarms, start + Span::minutes(2))); // joins the one that was heard
    const auto again = budget.look(alarms, start + Span::minutes(3));
    QVERIFY(again);
    QVERIFY(again->again);
    QCOMPARE(again->ids.size(), 5);
}

void TestAlarmBudget::muteEndsByItself()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    allowance.mute(start);
    QCOMPARE(allowance.mutedUntil(start), start + Span::minutes(10));
    QVERIFY(!budget.look({alarm(u"a"_s)}, start + Span::minutes(1)));
    QCOMPARE(budget.nextLook(start), start + Span::minutes(10));
    QVERIFY(!allowance.mutedUntil(start + Span::minutes(10)).isSet());
    QVERIFY(budget.look({alarm(u"a"_s)}, start + Span::minutes(10))); // what came meanwhile is heard then

    allowance.mute(start + Span::minutes(20));
    QVERIFY(!allowance.mutedUntil(start).isSet()); // the clock was put back by more than the silence is long
}

void TestAlarmBudget::aLeapMakesNoBurst()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QVERIFY(budget.look({alarm(u"a"_s)}, start));
    const Instant awake = start + Span::hours(2);
    QVERIFY(budget.look({alarm(u"a"_s)}, awake));
    for (int second = 1; second < 590; ++second)
        QVERIFY(!budget.look({alarm(u"a"_s)}, awake + Span::seconds(second)));
}

void TestAlarmBudget::aClockPutBackIsHeardOnce()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QVERIFY(budget.look({alarm(u"a"_s)}, start));
    Alarm notYet = alarm(u"a"_s);
    notYet.active = false;
    QVERIFY(!budget.look({notYet}, start - Span::minutes(5)));
    QVERIFY(!budget.look({alarm(u"a"_s)}, start));
    QVERIFY(!budget.look({alarm(u"a"_s)}, start + Span::seconds(90)));
}

void TestAlarmBudget::whatCountsAnewIsHeardAnew()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QVERIFY(budget.look({alarm(u"a"_s)}, start));
    budget.acknowledge(u"a"_s);
    Alarm anew = alarm(u"a"_s);
    anew.anchor = start + Span::minutes(30);
    QVERIFY(budget.look({anew}, start + Span::minutes(60)));
    QVERIFY(!budget.isAcknowledged(u"a"_s));
    QVERIFY(!budget.look({}, start + Span::minutes(61)));
    QVERIFY(budget.look({anew}, start + Span::minutes(62))); // it was done in between
}

void TestAlarmBudget::twoIncidentsShareTheSix()
{
    SoundAllowance allowance;
    AlarmBudget one(allowance);
    AlarmBudget other(allowance);
    QList<Alarm> here;
    QList<Alarm> there;
    int heard = 0;
    for (int minute = 0; minute < 60; ++minute) {
        const Instant now = start + Span::minutes(minute);
        if (minute % 7 == 0)
            here.append(alarm(u"a%1"_s.arg(minute)));
        if (minute % 7 == 3)
            there.append(alarm(u"b%1"_s.arg(minute), Level::Command));
        heard += int(one.look(here, now).has_value()) + int(other.look(there, now).has_value());
    }
    QCOMPARE(heard, 6);
    // What is merged is merged over both, and silence is of both.
    const Instant later = start + Span::hours(3);
    AlarmBudget third(allowance);
    AlarmBudget fourth(allowance);
    QVERIFY(third.look({alarm(u"c"_s), alarm(u"d"_s)}, later));
    const auto merged = fourth.look({alarm(u"e"_s), alarm(u"f"_s)}, later + Span::minutes(1));
    QVERIFY(merged);
    QVERIFY(merged->merged);
    QVERIFY(!third.look({alarm(u"c"_s), alarm(u"d"_s), alarm(u"g"_s)}, later + Span::minutes(1) + Span::seconds(30)));
    allowance.mute(later + Span::minutes(30));
    QVERIFY(!fourth.look({alarm(u"h"_s)}, later + Span::minutes(31)));
}

void TestAlarmBudget::aDrillsClockSharesThemToo()
{
    SimulatedClock wall(start);
    SoundAllowance allowance(&wall);
    AlarmBudget real(allowance);
    AlarmBudget drill(allowance);
    const Span away = Span::hours(-5000);
    QList<Alarm> alarms;
    int heard = 0;
    for (int minute = 0; minute < 60; minute += 11) {
        wall.set(start + Span::minutes(minute));
        alarms.append(alarm(u"a%1"_s.arg(minute), Level::Command));
        heard += int(real.look(alarms, wall.now()).has_value()) + int(drill.look(alarms, wall.now() + away).has_value());
    }
    QCOMPARE(heard, 6);
    allowance.mute(wall.now());
    QCOMPARE(allowance.mutedUntil(wall.now() + away), wall.now() + away + SoundAllowance::muteLength);
}

void TestAlarmBudget::commandIsHeardInACrowd()
{
    SoundAllowance allowance;
    AlarmBudget budget(allowance);
    QList<Alarm> alarms{alarm(u"a"_s), alarm(u"b"_s), alarm(u"c"_s), alarm(u"d"_s)};
    QVERIFY(budget.look(alarms, start));
    alarms.append(alarm(u"e"_s));
    QVERIFY(!budget.look(alarms, start + Span::seconds(30)));
    alarms.append(alarm(u"command/vacant"_s, Level::Command));
    const auto sounding = budget.look(alarms, start + Span::minutes(1));
    QVERIFY(sounding);
    QCOMPARE(sounding->level, Level::Command);
}

QTEST_GUILESS_MAIN(TestAlarmBudget)
#include "tst_alarmbudget.moc"
