// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalendar.h"

#include <QTest>

using namespace fireline::process;
using namespace Qt::StringLiterals;

class TestICalendar : public QObject
{
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void saysWhatItCannotUse_data();
    void saysWhatItCannotUse();
    void repeatsForYears();
    void staysWithinLimits();
};

namespace {

QByteArray calendar(const QByteArray &event)
{
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + event + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

QString daysUntil2027(const HolidayCalendar &holidays)
{
    QStringList days;
    for (const QDate &day : holidays.dates) {
        if (day.year() < 2027)
            days.append(day.toString(Qt::ISODate));
    }
    days.sort();
    return days.join(u' ');
}

} // namespace

void TestICalendar::reads_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("days");
    const auto row = [](const char *name, const QByteArray &event, const QString &days) { QTest::newRow(name) << event << days; };
    row("one day", "DTSTART;VALUE=DATE:20250501", u"2025-05-01"_s);
    row("without value type", "DTSTART:20250501", u"2025-05-01"_s);
    row("three days", "DTSTART;VALUE=DATE:20251230\nDTEND;VALUE=DATE:20260102", u"2025-12-30 2025-12-31 2026-01-01"_s);
    row("yearly", "DTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY", u"2025-12-25 2026-12-25"_s);
    row("yearly, counted", "DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;COUNT=2", u"2024-12-25 2025-12-25"_s);
    row("yearly, until", "DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;UNTIL=20251224", u"2024-12-25"_s);
    row("every second year", "DTSTART;VALUE=DATE:20221225\nRRULE:FREQ=YEARLY;INTERVAL=2", u"2022-12-25 2024-12-25 2026-12-25"_s);
    row("leap day", "DTSTART;VALUE=DATE:20200229\nRRULE:FREQ=YEARLY", u"2020-02-29 2024-02-29"_s);
    row("fourth Thursday", "DTSTART;VALUE=DATE:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", u"2025-11-27 2026-11-26"_s);
    row("last Monday", "DTSTART;VALUE=DATE:20250526\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", u"2025-05-26 2026-05-25"_s);
    row("without one", "DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20251225",
        u"2024-12-25 2026-12-25"_s);
    row("further days", "DTSTART;VALUE=DATE:20250101\nRDATE;VALUE=DATE:20250106,20250107", u"2025-01-01 2025-01-06 2025-01-07"_s);
    row("folded line", "DTSTART;VALUE=DA\r\n TE:20250501", u"2025-05-01"_s);
    row("cancelled", "DTSTART;VALUE=DATE:20250501\nSTATUS:CANCELLED", QString());
}

void TestICalendar::reads()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, days);
    const HolidayCalendar holidays = readHolidays(calendar(event), u"x.ics"_s);
    QCOMPARE(daysUntil2027(holidays), days);
    QVERIFY(holidays.findings.isEmpty());
}

void TestICalendar::saysWhatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &code, int line) {
        QTest::newRow(name) << bytes << code << line;
    };
    row("empty", "", u"no-calendar"_s, 0);
    row("another file", "<html></html>", u"no-calendar"_s, 0);
    row("no such day", calendar("DTSTART;VALUE=DATE:20250230"), u"not-a-date"_s, 3);
    row("time of day", calendar("DTSTART:20250501T120000Z"), u"not-a-day"_s, 3);
    row("weekly", calendar("DTSTART;VALUE=DATE:20250501\nRRULE:FREQ=WEEKLY"), u"rule-not-understood"_s, 2);
    row("odd weekday", calendar("DTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;BYDAY=9XX"), u"rule-not-understood"_s, 2);
    row("no number", calendar("DTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;COUNT=many"), u"rule-not-understood"_s, 2);
    row("ends before it begins", calendar("DTSTART;VALUE=DATE:20250501\nDTEND;VALUE=DATE:20250401"), u"odd-length"_s, 2);
    row("not closed", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20250501\n", u"not-closed"_s, 2);
    row("too large", QByteArray(1024 * 1024 + 1, 'x'), u"too-large"_s, 0);
}

void TestICalendar::saysWhatItCannotUse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    const HolidayCalendar holidays = readHolidays(bytes, u"x.ics"_s);
    QCOMPARE(holidays.findings.size(), 1);
    QCOMPARE(holidays.findings.first().code, code);
    QCOMPARE(holidays.findings.first().line, line);
}

void TestICalendar::repeatsForYears()
{
    const HolidayCalendar holidays = readHolidays(calendar("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY"), u"x.ics"_s);
    QCOMPARE(holidays.dates.size(), 26);
    QVERIFY(holidays.dates.contains(QDate(2045, 1, 1)));
}

void TestICalendar::staysWithinLimits()
{
    QByteArray all = "BEGIN:VCALENDAR\n";
    for (int i = 0; i < 400; ++i)
        all += "BEGIN:VEVENT\nDTSTART;VALUE=DATE:" + QDate(1970, 1, 1).addDays(i).toString(u"yyyyMMdd"_s).toLatin1()
               + "\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    const HolidayCalendar holidays = readHolidays(all + "END:VCALENDAR\n", u"x.ics"_s);
    QCOMPARE(holidays.dates.size(), 4000);
    QCOMPARE(holidays.findings.size(), 1);
    QCOMPARE(holidays.findings.first().code, u"too-large"_s);
}

QTEST_APPLESS_MAIN(TestICalendar)
#include "tst_icalendar.moc"
