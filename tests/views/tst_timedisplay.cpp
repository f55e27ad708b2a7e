// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spantext.h"
#include "text/timedisplay.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::domain::Instant;
using fireline::domain::Span;
using namespace fireline::views;

/// Times and spans as the window writes them.
class TestTimeDisplay : public QObject
{
    Q_OBJECT
private slots:
    void spans_data();
    void spans();
    void zones();
    void anotherDayIsNamed();
    void foldOfAutumn();
};

void TestTimeDisplay::spans_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("elapsed");
    QTest::addColumn<QString>("countdown");
    QTest::addColumn<QString>("hours");
    QTest::newRow("nothing") << qint64(0) << u"0:00:00"_s << u"00:00"_s << u"0:00"_s;
    QTest::newRow("before the start") << qint64(-5) << u"0:00:00"_s << u"00:05"_s << u"0:00"_s;
    QTest::newRow("minutes") << qint64(378) << u"0:06:18"_s << u"06:18"_s << u"0:06"_s;
    QTest::newRow("hours") << qint64(4361) << u"1:12:41"_s << u"1:12:41"_s << u"1:12"_s;
    QTest::newRow("last second of a day") << qint64(86399) << u"23:59:59"_s << u"23:59:59"_s << u"23:59"_s;
    QTest::newRow("a day") << qint64(86400 + 2 * 3600 + 12 * 60) << u"1d 02:12"_s << u"1d 02:12"_s << u"26:12"_s;
}

void TestTimeDisplay::spans()
{
    QFETCH(qint64, seconds);
    QTEST(elapsedText(Span::seconds(seconds)), "elapsed");
    QTEST(countdownText(Span::seconds(seconds)), "countdown");
    QTEST(hoursText(Span::seconds(seconds)), "hours");
}

void TestTimeDisplay::zones()
{
    TimeDisplay display(QTimeZone("Asia/Tokyo"));
    QSignalSpy changed(&display, &TimeDisplay::changed);
    const Instant t = *Instant::fromRfc3339(u"2025-03-04T20:05:09Z"_s);
    QCOMPARE(display.full(t), u"2025-03-04 20:05:09 UTC"_s);
    display.setUtc(false);
    display.setUtc(false);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(display.time(t), u"05:05:09"_s);
    QCOMPARE(display.day(t), u"2025-03-05"_s);
}

void TestTimeDisplay::anotherDayIsNamed()
{
    TimeDisplay display(QTimeZone("Asia/Tokyo"));
    QSignalSpy changed(&display, &TimeDisplay::changed);
    const auto at = [](const QString &text) { return *Instant::fromRfc3339(text); };
    const Instant due = at(u"2025-03-06T17:00:00Z"_s);
    QCOMPARE(display.dayMinute(due), u"17:00"_s); // nobody said which day is today
    display.setNow(at(u"2025-03-03T23:59:59Z"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(display.dayMinute(due), u"2025-03-06 17:00"_s);
    display.setNow(at(u"2025-03-05T23:59:59Z"_s));
    display.setNow(at(u"2025-03-06T00:00:00Z"_s));
    QCOMPARE(changed.size(), 3); // at midnight, rows say it otherwise
    display.setNow(at(u"2025-03-06T00:00:01Z"_s));
    QCOMPARE(changed.size(), 3);
    QCOMPARE(display.dayMinute(due), u"17:00"_s);
    QCOMPARE(display.dayMinute(at(u"2025-03-05T23:40:00Z"_s)), u"2025-03-05 23:40"_s);
    display.setUtc(false); // 02:00 on the 7th there, where it is the 6th
    QCOMPARE(display.dayMinute(due), u"2025-03-07 02:00"_s);
}

void TestTimeDisplay::foldOfAutumn()
{
    TimeDisplay display(QTimeZone("Europe/Berlin"));
    display.setUtc(false);
    const Instant first = *Instant::fromRfc3339(u"2025-10-26T00:30:00Z"_s);
    QCOMPARE(display.minute(first), u"02:30"_s);
    QCOMPARE(display.minute(first + Span::hours(1)), u"02:30"_s);
    QVERIFY(display.zoneName(first) != display.zoneName(first + Span::hours(1)));
}

QTEST_GUILESS_MAIN(TestTimeDisplay)
#include "tst_timedisplay.moc"
