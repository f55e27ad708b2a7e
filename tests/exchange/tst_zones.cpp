// SPDX-License-Identifier: GPL-3.0-or-later
#include "zones.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

class TestZones : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void isNone_data();
    void isNone();
    void statements_data();
    void statements();
    void options_data();
    void options();
};

namespace {

/// A January and a July noon in UTC, or the start of the problem.
QString inSummerAndWinter(const Zone &zone)
{
    QStringList out;
    for (const QDate &date : {QDate(2024, 1, 15), QDate(2024, 7, 15)}) {
        const LocalReading reading = toInstant(date, QTime(12, 0), 0, zone);
        out += reading.at ? reading.at->toUtc().toString(u"HH:mm"_s) : u"no"_s;
    }
    return out.join(u' ');
}

} // namespace

void TestZones::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("noons");
    QTest::addColumn<qsizetype>("length");
    const auto row = [](const char *text, const char *noons, int length) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(noons) << qsizetype(length);
    };
    row("UTC: text", "12:00 12:00", 3);
    row("Z", "12:00 12:00", 1);
    row("utc", "12:00 12:00", 3);
    row("UTC+2 x", "10:00 10:00", 5);
    row("UTC +05:30", "06:30 06:30", 10);
    row("GMT-7", "19:00 19:00", 5);
    row("+02:00", "10:00 10:00", 6);
    row("-0700 x", "19:00 19:00", 5);
    row("PST", "20:00 no", 3);
    row("PDT", "no 19:00", 3);
    row("PST (UTC-7)", "19:00 19:00", 11);
    row("PT - x", "20:00 19:00", 2);
    row("Pacific Time (PT)", "20:00 19:00", 17);
    row("CET/CEST", "11:00 10:00", 8);
    row("CET (GMT+1)", "11:00 11:00", 11);
    row("Central European Time (CET)", "11:00 no", 27);
    row("BST", "no 11:00", 3);
    row("Europe/London", "12:00 11:00", 13);
    row("UC/Pacific", "20:00 19:00", 10);
    row("US/Eastern", "17:00 16:00", 10);
    row("UK time", "12:00 11:00", 7);
    row("Zurich time", "11:00 10:00", 11);
    row("Bucharest time", "10:00 09:00", 14);
    row("UTC+1 (Zurich time)", "11:00 11:00", 19);
    row("IST", "no no", 3);
    row("CST", "no no", 3);
    row("IST (UTC+5:30)", "06:30 06:30", 14);
    row("India Standard Time", "06:30 06:30", 19);
    row("JST", "03:00 03:00", 3);
}

void TestZones::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, noons);
    QFETCH(qsizetype, length);
    const auto match = readZone(text);
    QVERIFY(match.has_value());
    QCOMPARE(match->length, length);
    QCOMPARE(inSummerAndWinter(match->zone), noons);
}

void TestZones::isNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"API", "GET", "pst2", "Zebra", "Z-index", "ET's", "-7", "- 5 pods", "+1", "Pacifica", "time", "",
                             "UTCX", "office time"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestZones::isNone()
{
    QFETCH(QString, text);
    QVERIFY(!readZone(text).has_value());
}

void TestZones::statements_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("bare");
    QTest::addColumn<QString>("noons"); // empty: no statement; "?": announced but not known
    const auto row = [](const char *line, bool bare, const char *noons) {
        QTest::newRow(line) << QString::fromUtf8(line) << bare << QString::fromLatin1(noons);
    };
    row("All times in CET.", false, "11:00 no");
    row("_All times in EDT_", false, "no 16:00");
    row("All times UTC.", false, "12:00 12:00");
    row("*(All times are in UTC+2)*", false, "10:00 10:00");
    row("All times in PST, on February 5th 2019", false, "20:00 no");
    row("All times listed in this report are in Bucharest time.", false, "10:00 09:00");
    row("most times are in UTC-7", false, "19:00 19:00");
    row("Note: times are Pacific Time", false, "20:00 19:00");
    row("Time zone: Europe/London", false, "12:00 11:00");
    row("All times are in office time.", false, "?");
    row("Times (UTC or PT)", true, "?");
    row("Timeline (times in BST)", true, "no 11:00");
    row("Timeline (UTC)", true, "12:00 12:00");
    row("Timeline (all times UTC, 2026-07-26)", true, "12:00 12:00");
    row("Timeline (ours)", true, "");
    row("Load times in ET were slow", false, "");
    row("see https://a.example/?x=1&tz=UTC for it", false, "");
    row("It failed 13 times. PST is a zone.", false, "");
}

void TestZones::statements()
{
    QFETCH(QString, line);
    QFETCH(bool, bare);
    QFETCH(QString, noons);
    const auto statement = readZoneStatement(line, bare);
    QCOMPARE(statement.has_value(), !noons.isEmpty());
    if (!statement)
        return;
    QCOMPARE(statement->unreadable, noons == u"?");
    QCOMPARE(statement->hedged, line.startsWith(u"most"));
    if (!statement->unreadable)
        QCOMPARE(inSummerAndWinter(statement->zone), noons);
}

void TestZones::options_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("known");
    for (const char *text : {"Europe/London", "UTC", "UTC+1", "+05:30", "PST", "UTC-08:00"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char *text : {"London/Europe", "IST", "UTC please", "", "5", "../../etc/passwd"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void TestZones::options()
{
    QFETCH(QString, text);
    QFETCH(bool, known);
    QCOMPARE(zoneFromOption(text).has_value(), known);
}

QTEST_GUILESS_MAIN(TestZones)
#include "tst_zones.moc"
