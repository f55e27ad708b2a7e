// SPDX-License-Identifier: GPL-3.0-or-later
#include "timenotation.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

class TestTimeNotation : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void isNoTime_data();
    void isNoTime();
    void refuses_data();
    void refuses();
    void readsAtEnd_data();
    void readsAtEnd();
    void findsDays();
    void readsSinceStart_data();
    void readsSinceStart();
};

namespace {

QString shown(const Stamp &stamp)
{
    QStringList parts;
    if (stamp.date.isSet())
        parts += u"%1-%2-%3"_s.arg(stamp.date.year, 4, 10, QLatin1Char('0'))
                     .arg(stamp.date.month, 2, 10, QLatin1Char('0'))
                     .arg(stamp.date.day, 2, 10, QLatin1Char('0'));
    if (stamp.date.orderUnknown)
        parts += u"?"_s;
    if (stamp.clock)
        parts += stamp.clock->time().toString(stamp.clock->second ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (stamp.zone.isSet())
        parts += stamp.zone.written;
    if (stamp.approximate)
        parts += u"~"_s;
    if (!stamp.until.isEmpty())
        parts += u".. "_s + stamp.until;
    return parts.join(u' ');
}

} // namespace

void TestTimeNotation::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("cell");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("rest");
    const auto row = [](const char *text, const char *expected, const char *rest, bool cell = false) {
        QTest::newRow(text) << QString::fromUtf8(text) << cell << QString::fromUtf8(expected) << QString::fromUtf8(rest);
    };
    row("14:02 UTC - Disk full", "14:02 UTC", "Disk full");
    row("14:02 \xE2\x80\x93 14:10: The gateway is away", "14:02 .. 14:10", "The gateway is away");
    row("**14:02** Pager goes off", "14:02", "Pager goes off");
    row("**[14:02]** - Pager goes off", "14:02", "Pager goes off");
    row("`02:42` - endpoint is gone", "02:42", "endpoint is gone");
    row("[2024-01-02 14:02:11] Deploy", "2024-01-02 14:02:11", "Deploy");
    row("2024-01-02T14:02:11Z | Deploy", "2024-01-02 14:02:11 Z", "Deploy");
    row("2024-01-02T14:02:11.250+02:00 Deploy", "2024-01-02 14:02:11 +02:00", "Deploy");
    row("20240102T140211Z Deploy", "2024-01-02 14:02:11 Z", "Deploy");
    row("2024-02-26 17:09:00+00:00", "2024-02-26 17:09 +00:00", "", true);
    row("2024/01/02 14:02 Deploy", "2024-01-02 14:02", "Deploy");
    row("02.01.2024 14:02 Deploy", "2024-01-02 14:02", "Deploy");
    row("13/01/2024 14:02", "2024-01-13 14:02", "", true);
    row("01/13/2024 14:02", "2024-01-13 14:02", "", true);
    row("01/02/2024 14:02", "2024-02-01 ? 14:02", "", true);
    row("02/Jan/2024:14:02:11 +0100 GET", "2024-01-02 14:02:11 +0100", "GET");
    row("Jan 2, 2024 2:02 PM PST: Deploy", "2024-01-02 14:02 PST", "Deploy");
    row("July 11, 2025, 12:42 PM", "2025-07-11 12:42", "");
    row("Jul 28, 2021 - 19:18 PDT", "2021-07-28 19:18 PDT", "", true);
    row("July 23 4:10 AM", "0000-07-23 04:10", "");
    row("Feb 21, 13:00", "0000-02-21 13:00", "");
    row("19. April, 11:00", "0000-04-19 11:00", "");
    row("On the 1st of November 14:49 a mail came", "0000-11-01 14:49", "a mail came");
    row("Sep 27 2017 13:06", "2017-09-27 13:06", "");
    row("2 January 2024 at 14:02 (UTC): Deploy", "2024-01-02 14:02 UTC", "Deploy");
    row("Tuesday, January 2nd, 2024 14:02", "2024-01-02 14:02", "");
    row("12:42 PM, July 11, 2025", "2025-07-11 12:42", "");
    row("17:14pm", "17:14", "");
    row("7:01am", "07:01", "");
    row("12:05 a.m. Rollout", "00:05", "Rollout");
    row("7 pm Rollout", "19:00", "Rollout");
    row("1:00 \xE2\x80\x93 1:30 PM Rollout", "13:00 .. 1:30 PM", "Rollout");
    row("11:50 - 12:10 PM Rollout", "11:50 .. 12:10 PM", "Rollout");
    row("14h02 Rollout", "14:02", "Rollout");
    row("~13:30-13:45", "13:30 ~ .. 13:45", "");
    row("2018-07-08 ca. 18:30", "2018-07-08 18:30 ~", "");
    row("~2025-03-03 19:30", "2025-03-03 19:30 ~", "", true);
    row("2020-11-17 10:45~", "2020-11-17 10:45 ~", "", true);
    row("about 14:02 Disk full", "14:02 ~", "Disk full");
    row("2020-10-06 09:00 - 11:00", "2020-10-06 09:00 .. 11:00", "", true);
    row("12:26-12:??", "12:26 .. 12:??", "");
    row("2022-03-10 11.50", "2022-03-10 11:50", "");
    row("15.26", "15:26", "", true);
    row("2025-01-14 1600", "2025-01-14 16:00", "");
    row("2021-12-10   16:10", "2021-12-10 16:10", "", true);
    row("2018-07-30 14:02 PST (UTC-7) x", "2018-07-30 14:02 PST (UTC-7)", "x");
    row("07:30am - First report", "07:30", "First report");
    row("14:02 API is down", "14:02", "API is down");
    row("14:02 GET requests fail", "14:02", "GET requests fail");
    row("14:02 -5 pods", "14:02", "5 pods");
    row("14:02 2 nodes fail", "14:02", "2 nodes fail");
    row("14:02 - 2 nodes fail", "14:02", "2 nodes fail");
    row("14:02 `kubectl` hangs", "14:02", "`kubectl` hangs");
    row("2024-12-31 24:00", "2024-12-31 00:00", "", true);
    row("2024-01-02", "2024-01-02", "");
    row("2018 October 21 22:52 UTC", "2018-10-21 22:52 UTC", "");
    row("1402Z traffic is let in", "14:02 Z", "traffic is let in");
    row("1402 UTC: x", "14:02 UTC", "x");
    row("Between 14:02 and 14:10 UTC x", "14:02 UTC .. 14:10", "x");
    row("[12-25 16:21] x", "0000-12-25 16:21", "x");
    row("Apr 24-25, 2026", "2026-04-24", "");
}

void TestTimeNotation::reads()
{
    QFETCH(QString, text);
    QFETCH(bool, cell);
    QFETCH(QString, expected);
    QFETCH(QString, rest);
    const Stamp stamp = readStamp(text, cell ? StampPlace::Cell : StampPlace::Row);
    QCOMPARE(stamp.state, Stamp::State::Read);
    QCOMPARE(shown(stamp), expected);
    QCOMPARE(text.sliced(stamp.length).trimmed(), rest);
}

void TestTimeNotation::isNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"Disk full at 14:02", "3 nodes", "1.30 released", "10.0.0.1 is away", "15.26% of requests fail", "v2.13.1 deployed",
          "100:20", "4 pm-type errors", "Mayor informed", "Marching on", "", "   ", "**", "#2127", "1) first", "99", "12345678"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestTimeNotation::isNoTime()
{
    QFETCH(QString, text);
    QCOMPARE(readStamp(text, StampPlace::Row).state, Stamp::State::None);
}

void TestTimeNotation::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("placeholder");
    for (const char *text :
         {"14:?? disk", "2X:XX (not sure)", "--:-- disk", "??:??", "25:10", "14:75", "13:00 am", "2024-02-30 14:02",
          "20202-01-16 12:00", "22025-03-18 09:36", "2023-01-04 (Time TBC)", "2023-01-04 unknown", "2024-13-01 10:00"})
        QTest::newRow(text) << QString::fromUtf8(text) << false;
    for (const char *text : {"HH:mm", "[HH:MM] - Event", "20xx-MM-DD HH:mm", "YYYY-MM-DD HH:MM", "{{ yyyy-mm-dd hh:mm }}",
                             "**<< YYYY-MM-DD HH:MM UTC >>:**"})
        QTest::newRow(text) << QString::fromUtf8(text) << true;
}

void TestTimeNotation::refuses()
{
    QFETCH(QString, text);
    QFETCH(bool, placeholder);
    const Stamp stamp = readStamp(text, StampPlace::Row);
    QCOMPARE(stamp.state, placeholder ? Stamp::State::Placeholder : Stamp::State::Unreadable);
    QVERIFY(placeholder || !stamp.problem.isEmpty());
}

void TestTimeNotation::readsAtEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("label");
    QTest::newRow("colon") << u"Incident declared: 2023-02-02 10:20"_s << u"2023-02-02 10:20"_s << u"Incident declared: "_s;
    QTest::newRow("plain") << u"Resolved 2020-02-12 12:07"_s << u"2020-02-12 12:07"_s << u"Resolved "_s;
    QTest::newRow("zone") << u"Start: 2 Jan 2024 14:02 UTC"_s << u"2024-01-02 14:02 UTC"_s << u"Start: "_s;
    QTest::newRow("sentence") << u"Between 2020-02-18 14:22 and 2020-02-18 14:26, it failed"_s << QString() << QString();
    QTest::newRow("clock only") << u"went down at 14:02"_s << QString() << QString();
}

void TestTimeNotation::readsAtEnd()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QString, label);
    const Stamp stamp = readStampAtEnd(text);
    QCOMPARE(stamp.state == Stamp::State::None, expected.isEmpty());
    if (!expected.isEmpty()) {
        QCOMPARE(shown(stamp), expected);
        QCOMPARE(text.first(stamp.length), label);
    }
}

void TestTimeNotation::findsDays()
{
    QCOMPARE(datesInside(u"2018-01-11, Warning about 19 January 2018"), (QList<QDate>{QDate(2018, 1, 11), QDate(2018, 1, 19)}));
    QCOMPARE(datesInside(u"Incident report July 11 2025 - x"), (QList<QDate>{QDate(2025, 7, 11)}));
    QCOMPARE(datesInside(u"On 22nd June 2021, things"), (QList<QDate>{QDate(2021, 6, 22)}));
    QCOMPARE(datesInside(u"no day, 10-20-30, May 7"), QList<QDate>());
    const QList<Stamp> stamps = stampsInside(u"Violation started: July 11, 2025 at 4:42PM UTC (less than 1 sec ago)");
    QCOMPARE(stamps.size(), 1);
    QCOMPARE(shown(stamps.first()), u"2025-07-11 16:42 UTC"_s);
}

void TestTimeNotation::readsSinceStart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("minutes") << u"T+5m: alert"_s << qint64(300);
    QTest::newRow("hours") << u"T + 1h 30m alert"_s << qint64(5400);
    QTest::newRow("clock") << u"T+01:05 alert"_s << qint64(3900);
    QTest::newRow("before") << u"T-7d: deployed"_s << qint64(-7 * 86400);
    QTest::newRow("zero") << u"T-0: trigger"_s << qint64(0);
    QTest::newRow("T0") << u"T0 trigger"_s << qint64(0);
}

void TestTimeNotation::readsSinceStart()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const Stamp stamp = readStamp(text, StampPlace::Row);
    QVERIFY(stamp.sinceStart.has_value());
    QCOMPARE(*stamp.sinceStart, seconds);
    QCOMPARE(readStamp(u"T-shirts sold out", StampPlace::Row).state, Stamp::State::None);
}

QTEST_GUILESS_MAIN(TestTimeNotation)
#include "tst_timenotation.moc"
