// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarms.h"
#include "memoryfeed.h"
#include "strip/strip.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;
using fireline::views::Strip;
using fireline::views::StripCell;

namespace {

struct Counting : NotificationSink, SoundSink
{
    QHash<QString, int> late;
    int heard = 0;
    void notify(const Attention &attention) override
    {
        if (attention.level == Attention::Level::Late)
            ++late[attention.clock];
    }
    void sound(Attention::Level) override { ++heard; }
};

Instant utc(const QString &text)
{
    return *Instant::fromRfc3339(text);
}

/// The strip of somebody who took command at `start` and waits for one call-back after `wait`.
struct Watch
{
    explicit Watch(const QString &start, Span wait)
        : feed(u"community-hub"_s)
        , times(QTimeZone("Europe/Berlin"))
        , strip(feed, theme, times)
    {
        times.setUtc(false);
        feed.setTime(utc(start));
        strip.setElapsedSince(models::ElapsedSince::Command);
        QVERIFY(feed.line(u"/claim"_s));
        QVERIFY(feed.line(u"/action @bo look at the database +%1m"_s.arg(wait.us / 60000000)));
        alarms = std::make_unique<models::Alarms>(feed, told, told, allowance);
        strip.resize(1366, strip.sizeHint().height());
    }
    QString value(StripCell cell) const { return strip.cell(cell)->text().variants.value(0).value; }
    QString elapsed() const { return value(StripCell::Elapsed); }
    bool anyNegative() const
    {
        static const QRegularExpression minus(u"[-−]\\s*\\d"_s);
        for (int i = 0; i <= int(StripCell::Save); ++i) {
            if (value(StripCell(i)).contains(minus))
                return true;
        }
        return false;
    }
    QString viewing(const QString &at)
    {
        strip.setViewing(utc(at));
        return value(StripCell::Viewing);
    }

    Counting told;
    MemoryFeed feed;
    views::Theme theme;
    views::TimeDisplay times;
    Strip strip;
    models::SoundAllowance allowance;
    std::unique_ptr<models::Alarms> alarms;
};

} // namespace

/// Times that go wrong in other programs (ux 5.2, test 16): every text is exact, none is negative, alarms come once.
class TestTimers : public QObject
{
    Q_OBJECT
private slots:
    void acrossMidnight();
    void inTheHourThatComesTwice();
    void acrossTheHourThatIsMissing();
    void afterASuspendOfTwoHours();
    void whenTheClockIsPutBack();
    void acrossTheEndOfTheYear();
};

void TestTimers::acrossMidnight()
{
    Watch watch(u"2025-03-04T23:50:00Z"_s, Span::minutes(20));
    watch.feed.setTime(utc(u"2025-03-04T23:59:59Z"_s));
    QCOMPARE(watch.elapsed(), u"0:09:59"_s);
    watch.feed.advance(Span::seconds(1));
    QCOMPARE(watch.elapsed(), u"0:10:00"_s);
    QCOMPARE(watch.value(StripCell::CallBacks), u"1 not acknowledged"_s);
    watch.feed.setTime(utc(u"2025-03-05T00:10:01Z"_s));
    QCOMPARE(watch.elapsed(), u"0:20:01"_s);
    QCOMPARE(watch.value(StripCell::CallBacks), u"1 · 1 late"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    watch.feed.setTime(utc(u"2025-03-06T02:02:00Z"_s));
    QCOMPARE(watch.elapsed(), u"1d 02:12"_s);
    QVERIFY(!watch.anyNegative());
}

void TestTimers::inTheHourThatComesTwice()
{
    // At 01:00 UTC clocks in Berlin go from 03:00 back to 02:00.
    Watch watch(u"2025-10-26T00:50:00Z"_s, Span::minutes(15));
    QCOMPARE(watch.viewing(u"2025-10-26T00:55:00Z"_s), u"Viewing 02:55 – press Esc"_s);
    QCOMPARE(watch.viewing(u"2025-10-26T01:05:00Z"_s), u"Viewing 02:05 – press Esc"_s);
    watch.feed.setTime(utc(u"2025-10-26T00:59:59Z"_s));
    QCOMPARE(watch.elapsed(), u"0:09:59"_s);
    watch.feed.setTime(utc(u"2025-10-26T01:04:59Z"_s));
    QCOMPARE(watch.elapsed(), u"0:14:59"_s);
    QVERIFY(!watch.told.late.contains(u"order/A1"_s));
    watch.feed.setTime(utc(u"2025-10-26T01:05:01Z"_s));
    QCOMPARE(watch.elapsed(), u"0:15:01"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    watch.feed.setTime(utc(u"2025-10-26T02:05:01Z"_s));
    QCOMPARE(watch.elapsed(), u"1:15:01"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    QVERIFY(!watch.anyNegative());
}

void TestTimers::acrossTheHourThatIsMissing()
{
    // At 01:00 UTC clocks in Berlin go from 02:00 on to 03:00.
    Watch watch(u"2025-03-30T00:50:00Z"_s, Span::minutes(15));
    QCOMPARE(watch.viewing(u"2025-03-30T00:55:00Z"_s), u"Viewing 01:55 – press Esc"_s);
    QCOMPARE(watch.viewing(u"2025-03-30T01:05:00Z"_s), u"Viewing 03:05 – press Esc"_s);
    watch.feed.setTime(utc(u"2025-03-30T01:00:00Z"_s));
    QCOMPARE(watch.elapsed(), u"0:10:00"_s);
    QVERIFY(!watch.told.late.contains(u"order/A1"_s));
    watch.feed.setTime(utc(u"2025-03-30T01:05:01Z"_s));
    QCOMPARE(watch.elapsed(), u"0:15:01"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    QVERIFY(!watch.anyNegative());
}

void TestTimers::afterASuspendOfTwoHours()
{
    Watch watch(u"2025-03-04T10:00:00Z"_s, Span::minutes(30));
    watch.feed.advance(Span::minutes(1));
    const int before = watch.told.heard;
    watch.feed.advance(Span::hours(2));
    QCOMPARE(watch.elapsed(), u"2:01:00"_s);
    QCOMPARE(watch.value(StripCell::CallBacks), u"1 · 1 late"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    QCOMPARE(watch.told.heard, before + 1);
    watch.feed.advance(Span::seconds(1));
    QCOMPARE(watch.elapsed(), u"2:01:01"_s);
    QCOMPARE(watch.told.heard, before + 1);
    QVERIFY(!watch.anyNegative());
}

void TestTimers::whenTheClockIsPutBack()
{
    Watch watch(u"2025-03-04T10:00:00Z"_s, Span::minutes(6));
    watch.feed.advance(Span::minutes(7));
    QCOMPARE(watch.elapsed(), u"0:07:00"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    const int heard = watch.told.heard;
    watch.feed.advance(-Span::minutes(5));
    QCOMPARE(watch.elapsed(), u"0:02:00"_s);
    QCOMPARE(watch.value(StripCell::CallBacks), u"1 not acknowledged"_s);
    QVERIFY(!watch.anyNegative());
    watch.feed.advance(-Span::minutes(5)); // before all that happened
    QCOMPARE(watch.elapsed(), u"0:00:00"_s);
    QVERIFY(!watch.anyNegative());
    watch.feed.advance(Span::minutes(10));
    QCOMPARE(watch.elapsed(), u"0:07:00"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    QCOMPARE(watch.told.heard, heard);
}

void TestTimers::acrossTheEndOfTheYear()
{
    Watch watch(u"2025-12-31T23:59:30Z"_s, Span::minutes(1));
    watch.feed.advance(Span::seconds(29));
    QCOMPARE(watch.elapsed(), u"0:00:29"_s);
    watch.feed.advance(Span::seconds(31));
    QCOMPARE(watch.elapsed(), u"0:01:00"_s);
    QVERIFY(!watch.told.late.contains(u"order/A1"_s));
    watch.feed.advance(Span::seconds(1));
    QCOMPARE(watch.value(StripCell::CallBacks), u"1 · 1 late"_s);
    QCOMPARE(watch.told.late.value(u"order/A1"_s), 1);
    QVERIFY(watch.strip.cell(StripCell::Elapsed)->toolTip().contains(u"2026-01-01 00:59:30"_s));
    QVERIFY(!watch.anyNegative());
}

QTEST_MAIN(TestTimers)
#include "tst_timers.moc"
