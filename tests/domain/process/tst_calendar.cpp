// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/calendar.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestCalendar : public QObject
{
    Q_OBJECT
private slots:
    void resolves_data();
    void resolves();
    void knowsOpenHours_data();
    void knowsOpenHours();
    void knowsFreeze_data();
    void knowsFreeze();
    void resolvesWindows_data();
    void resolvesWindows();
    void readsDurations_data();
    void readsDurations();
    void endsWithoutBusinessDays();
    void roundTheClock();
    void keepsMicroseconds();
};

namespace {

// Berlin: summer time from 2025-03-30 02:00 to 2025-10-26 03:00. Open 09:00 to 17:00, Monday to Friday.
CalendarSpec berlin()
{
    CalendarSpec spec;
    spec.zone = u"Europe/Berlin"_s;
    spec.sprintStart = QDate(2025, 1, 6);
    spec.holidays = {QDate(2025, 4, 18), QDate(2025, 4, 21), QDate(2025, 12, 25), QDate(2025, 12, 26), QDate(2026, 1, 1)};
    spec.freeze = {FreezeDay::Friday, FreezeDay::BeforeHoliday};
    return spec;
}

Instant instant(const QString &text)
{
    const auto t = Instant::fromRfc3339(text);
    Q_ASSERT(t);
    return *t;
}

QString shortText(Instant t)
{
    return t.toUtc().toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

void TestCalendar::resolves_data()
{
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QString>("anchor");
    QTest::addColumn<bool>("business");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *name, const QString &d, const QString &anchor, const QString &utc, bool business = false) {
        QTest::newRow(name) << d << anchor << business << utc;
    };
    row("elapsed over spring change", u"24h"_s, u"2025-03-29T12:00:00+01:00"_s, u"2025-03-30 11:00"_s);
    row("elapsed day is 24 hours", u"1d"_s, u"2025-03-29T12:00:00+01:00"_s, u"2025-03-30 11:00"_s);
    row("now", u"now"_s, u"2025-03-29T12:00:00Z"_s, u"2025-03-29 12:05"_s);
    row("hours within a day", u"3bh"_s, u"2025-02-03T10:00:00+01:00"_s, u"2025-02-03 12:00"_s);
    row("hours to the minute of closing", u"7bh"_s, u"2025-02-03T10:00:00+01:00"_s, u"2025-02-03 16:00"_s);
    row("hours over night", u"8bh"_s, u"2025-02-03T10:00:00+01:00"_s, u"2025-02-04 09:00"_s);
    row("hours over the weekend of the spring change", u"4bh"_s, u"2025-03-28T15:00:00+01:00"_s, u"2025-03-31 09:00"_s);
    row("hours over the weekend of the autumn change", u"4bh"_s, u"2025-10-24T15:00:00+02:00"_s, u"2025-10-27 10:00"_s);
    row("hours from night", u"1bh"_s, u"2025-02-03T22:00:00+01:00"_s, u"2025-02-04 09:00"_s);
    row("hours from early morning", u"1bh"_s, u"2025-02-03T05:00:00+01:00"_s, u"2025-02-03 09:00"_s);
    row("hours from Saturday", u"9bh"_s, u"2025-02-01T12:00:00+01:00"_s, u"2025-02-04 09:00"_s);
    row("days", u"5bd"_s, u"2025-02-03T10:30:00+01:00"_s, u"2025-02-10 09:30"_s);
    row("days from Friday night", u"1bd"_s, u"2025-02-07T20:00:00+01:00"_s, u"2025-02-11 08:00"_s);
    row("days over Easter", u"2bd"_s, u"2025-04-17T11:00:00+02:00"_s, u"2025-04-23 09:00"_s);
    row("days over the year's end", u"4bd"_s, u"2025-12-24T10:00:00+01:00"_s, u"2026-01-02 09:00"_s);
    row("days over the spring change", u"1bd"_s, u"2025-03-28T10:00:00+01:00"_s, u"2025-03-31 08:00"_s);
    row("days over the autumn change", u"1bd"_s, u"2025-10-24T10:00:00+02:00"_s, u"2025-10-27 09:00"_s);
    row("anchor on a holiday", u"1bd"_s, u"2025-04-18T10:00:00+02:00"_s, u"2025-04-23 07:00"_s);
    row("end of day, open", u"eod"_s, u"2025-02-03T10:00:00+01:00"_s, u"2025-02-03 16:00"_s);
    row("end of day, before opening", u"eod"_s, u"2025-02-03T06:00:00+01:00"_s, u"2025-02-03 16:00"_s);
    row("end of day, at closing", u"eod"_s, u"2025-02-03T17:00:00+01:00"_s, u"2025-02-04 16:00"_s);
    row("end of day, summer", u"eod"_s, u"2025-07-01T10:00:00+02:00"_s, u"2025-07-01 15:00"_s);
    row("next business day", u"next_bd"_s, u"2025-02-03T10:00:00+01:00"_s, u"2025-02-04 16:00"_s);
    row("next business day from Friday", u"next_bd"_s, u"2025-02-07T22:00:00+01:00"_s, u"2025-02-10 16:00"_s);
    row("next business day after Christmas", u"next_bd"_s, u"2025-12-24T10:00:00+01:00"_s, u"2025-12-29 16:00"_s);
    row("next sprint", u"next_sprint"_s, u"2025-01-08T10:00:00+01:00"_s, u"2025-02-02 23:00"_s);
    row("next sprint from its first day", u"next_sprint"_s, u"2025-01-20T10:00:00+01:00"_s, u"2025-02-16 23:00"_s);
    row("next sprint before the first", u"next_sprint"_s, u"2025-01-02T10:00:00+01:00"_s, u"2025-01-19 23:00"_s);
    row("sprints keep the time of day", u"2sp"_s, u"2025-03-20T10:00:00+01:00"_s, u"2025-04-17 08:00"_s);
    row("months", u"3mo"_s, u"2025-01-15T10:00:00+01:00"_s, u"2025-04-15 08:00"_s);
    row("months to a short one", u"1mo"_s, u"2025-01-31T10:00:00+01:00"_s, u"2025-02-28 09:00"_s);
    row("months into the gap of spring", u"1mo"_s, u"2025-02-28T02:30:00+01:00"_s, u"2025-03-28 01:30"_s);
    row("sprint into the gap of spring", u"1sp"_s, u"2025-03-16T02:30:00+01:00"_s, u"2025-03-30 01:30"_s);
    row("sprint into the doubled hour", u"1sp"_s, u"2025-10-12T02:30:00+02:00"_s, u"2025-10-26 00:30"_s);
    row("business policy holds until opening", u"0s"_s, u"2025-02-01T12:00:00+01:00"_s, u"2025-02-03 08:00"_s, true);
    row("business policy counts open time", u"2h"_s, u"2025-02-03T16:00:00+01:00"_s, u"2025-02-04 09:00"_s, true);
    row("business policy, now", u"now"_s, u"2025-02-03T20:00:00+01:00"_s, u"2025-02-04 08:05"_s, true);
}

void TestCalendar::resolves()
{
    QFETCH(QString, duration);
    QFETCH(QString, anchor);
    QFETCH(bool, business);
    QFETCH(QString, utc);
    const auto length = Duration::fromText(duration);
    QVERIFY(length);
    const Instant end = Calendar(berlin()).resolve(*length, instant(anchor), business ? Hours::Business : Hours::Always);
    QCOMPARE(shortText(end), utc);
}

void TestCalendar::knowsOpenHours_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("open");
    QTest::newRow("opening") << u"2025-02-03T09:00:00+01:00"_s << true;
    QTest::newRow("just before") << u"2025-02-03T08:59:59+01:00"_s << false;
    QTest::newRow("last second") << u"2025-02-03T16:59:59+01:00"_s << true;
    QTest::newRow("closing") << u"2025-02-03T17:00:00+01:00"_s << false;
    QTest::newRow("saturday") << u"2025-02-01T12:00:00+01:00"_s << false;
    QTest::newRow("holiday") << u"2025-04-21T12:00:00+02:00"_s << false;
    QTest::newRow("summer hour") << u"2025-07-01T07:30:00Z"_s << true;
    QTest::newRow("winter hour") << u"2025-02-03T07:30:00Z"_s << false;
}

void TestCalendar::knowsOpenHours()
{
    QFETCH(QString, at);
    QFETCH(bool, open);
    QCOMPARE(Calendar(berlin()).isOpen(instant(at)), open);
}

void TestCalendar::knowsFreeze_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("freeze");
    QTest::newRow("Friday") << u"2025-02-07T12:00:00+01:00"_s << true;
    QTest::newRow("still Friday here") << u"2025-02-07T22:30:00Z"_s << true;
    QTest::newRow("Saturday here") << u"2025-02-07T23:30:00Z"_s << false;
    QTest::newRow("Monday") << u"2025-02-03T12:00:00+01:00"_s << false;
    QTest::newRow("day before Good Friday") << u"2025-04-17T12:00:00+02:00"_s << true;
    QTest::newRow("weekend before Easter Monday") << u"2025-04-19T12:00:00+02:00"_s << true;
    QTest::newRow("Christmas Eve") << u"2025-12-24T12:00:00+01:00"_s << true;
    QTest::newRow("two days before") << u"2025-12-23T12:00:00+01:00"_s << false;
}

void TestCalendar::knowsFreeze()
{
    QFETCH(QString, at);
    QFETCH(bool, freeze);
    QCOMPARE(Calendar(berlin()).isFreeze(instant(at)), freeze);
    QVERIFY(!Calendar().isFreeze(instant(at)));
}

void TestCalendar::resolvesWindows_data()
{
    QTest::addColumn<QString>("window");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("late");
    QTest::newRow("range") << u"15m..30m"_s << u"2025-02-03 10:15"_s << u"2025-02-03 10:30"_s;
    QTest::newRow("one value") << u"15m"_s << u"2025-02-03 10:13"_s << u"2025-02-03 10:15"_s;
    QTest::newRow("shorter than due_soon") << u"60s"_s << u"2025-02-03 10:00"_s << u"2025-02-03 10:01"_s;
    QTest::newRow("days") << u"1bd..3bd"_s << u"2025-02-04 10:00"_s << u"2025-02-06 10:00"_s;
    QTest::newRow("turned round") << u"2h..1h"_s << u"2025-02-03 11:00"_s << u"2025-02-03 11:00"_s;
}

void TestCalendar::resolvesWindows()
{
    QFETCH(QString, window);
    QFETCH(QString, due);
    QFETCH(QString, late);
    const auto parsed = Window::fromText(window);
    QVERIFY(parsed);
    QCOMPARE(parsed->toText(), window == u"60s" ? u"1m"_s : window);
    const auto bounds = Calendar(berlin()).resolve(*parsed, instant(u"2025-02-03T10:00:00Z"_s));
    QCOMPARE(shortText(bounds.due), due);
    QCOMPARE(shortText(bounds.late), late);
}

void TestCalendar::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good :
         {"0s", "30s", "15m", "4h", "3d", "2w", "8bh", "5bd", "2sp", "3mo", "now", "eod", "next_bd", "next_sprint"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "m", "15", "15 m", "-5m", "1.5h", "5y", "+3d", "99999999999999999999s", "4000bd", "15M", "soon"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void TestCalendar::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto duration = Duration::fromText(text);
    QCOMPARE(duration.has_value(), valid);
    if (duration)
        QCOMPARE(Duration::fromText(duration->toText()), duration);
}

void TestCalendar::endsWithoutBusinessDays()
{
    CalendarSpec spec;
    spec.days.clear();
    const Calendar calendar(spec);
    const Instant anchor = instant(u"2025-02-03T10:00:00Z"_s);
    QVERIFY(!calendar.isOpen(anchor));
    QVERIFY(calendar.resolve(*Duration::fromText(u"1bh"), anchor) > anchor);
    QVERIFY(calendar.resolve(*Duration::fromText(u"eod"), anchor) > anchor);
}

void TestCalendar::roundTheClock()
{
    CalendarSpec spec = berlin();
    spec.days = {1, 2, 3, 4, 5, 6, 7};
    spec.holidays.clear();
    spec.open = QTime(0, 0);
    spec.close = QTime(0, 0);
    const Calendar calendar(spec);
    const Instant night = instant(u"2025-03-30T00:30:00+01:00"_s);
    QVERIFY(calendar.isOpen(night));
    // Open without a break, the hour that spring leaves out is not counted.
    QCOMPARE(calendar.resolve(*Duration::fromText(u"48bh"), night), night + Span::hours(48));
}

void TestCalendar::keepsMicroseconds()
{
    const Instant anchor{instant(u"2025-02-03T10:00:00Z"_s).us + 123457};
    QCOMPARE(Calendar(berlin()).resolve(*Duration::fromText(u"1bd"), anchor).us, anchor.us + Span::days(1).us);
}

QTEST_APPLESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
