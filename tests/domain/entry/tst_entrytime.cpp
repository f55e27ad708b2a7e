// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"
#include "entry/entrytime.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

Instant utc(const QString &text)
{
    return Instant::fromRfc3339(text).value_or(Instant{});
}

} // namespace

/// Times before an entry and in it: all spellings, midnight, the fold in autumn and the gap in spring.
class TestEntryTime : public QObject
{
    Q_OBJECT
private slots:
    void readsTimes_data();
    void readsTimes();
    void refusesTimes_data();
    void refusesTimes();
    void leavesTextAlone_data();
    void leavesTextAlone();
    void findsInstants_data();
    void findsInstants();
    void saysWhichOfTwo();
    void dueIsTheNextClock_data();
    void dueIsTheNextClock();
    void countsFromTheFirstKeystroke();
    void readsDurations_data();
    void readsDurations();
    void writesDurations();
};

void TestEntryTime::readsTimes_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("at");
    const auto row = [](const char *name, const char *zone, const char *now, const char *written, const char *at) {
        QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(now) << QString::fromUtf8(written)
                            << QString::fromLatin1(at);
    };
    const char *noon = "2025-03-01T12:00:00Z";
    row("minutes ago", "UTC", noon, "-5m", "2025-03-01T11:55:00.000Z");
    row("hours and minutes", "UTC", noon, "-1h20m", "2025-03-01T10:40:00.000Z");
    row("seconds", "UTC", noon, "-90s", "2025-03-01T11:58:30.000Z");
    row("real minus sign", "UTC", noon, "−5m", "2025-03-01T11:55:00.000Z");
    row("clock", "UTC", noon, "11:05", "2025-03-01T11:05:00.000Z");
    row("one digit", "UTC", noon, "9:05", "2025-03-01T09:05:00.000Z");
    row("seconds of a clock", "UTC", noon, "11:05:30Z", "2025-03-01T11:05:30.000Z");
    row("clock with colon", "UTC", noon, "11:05:", "2025-03-01T11:05:00.000Z");
    row("clock in another word UTC", "Asia/Tokyo", noon, "11:05 UTC", "2025-03-01T11:05:00.000Z");
    row("bare clock is of the zone shown", "Europe/Berlin", noon, "11:05", "2025-03-01T10:05:00.000Z");
    row("local clock", "UTC", noon, "20:05L", "2025-03-01T11:05:00.000Z"); // local is Tokyo in this test
    row("dated", "UTC", noon, "2025-02-03 14:05", "2025-02-03T14:05:00.000Z");
    row("dated in the zone", "Europe/Berlin", noon, "2025-02-03 14:05", "2025-02-03T13:05:00.000Z");
    row("ISO", "Europe/Berlin", noon, "2025-02-03T14:05:06.7Z", "2025-02-03T14:05:06.700Z");
    row("ISO with offset", "UTC", noon, "2025-02-03T14:05+01:00", "2025-02-03T13:05:00.000Z");
    row("ISO with western offset", "UTC", noon, "2025-02-03 14:05:00-0500", "2025-02-03T19:05:00.000Z");
    row("two minutes ahead is today", "UTC", noon, "12:02", "2025-03-01T12:02:00.000Z");
    row("three minutes ahead is yesterday", "UTC", noon, "12:03", "2025-02-28T12:03:00.000Z");
    row("across midnight", "UTC", "2025-03-01T00:10:00Z", "23:55", "2025-02-28T23:55:00.000Z");
    row("just past midnight", "UTC", "2025-03-01T23:59:00Z", "00:00", "2025-03-02T00:00:00.000Z");
    row("midnight of the zone", "Asia/Tokyo", "2025-03-01T15:30:00Z", "23:50", "2025-03-01T14:50:00.000Z");
    row("year end", "UTC", "2025-01-01T00:05:00Z", "23:58", "2024-12-31T23:58:00.000Z");
    row("first in the fold", "Europe/Berlin", "2025-10-26T00:45:00Z", "02:30", "2025-10-26T00:30:00.000Z");
    row("second in the fold", "Europe/Berlin", "2025-10-26T01:45:00Z", "02:30", "2025-10-26T01:30:00.000Z");
    row("fold, dated, later", "Europe/Berlin", "2025-10-27T12:00:00Z", "2025-10-26 02:30", "2025-10-26T01:30:00.000Z");
    row("fold, the first said in UTC", "Europe/Berlin", "2025-10-27T12:00:00Z", "2025-10-26 00:30Z", "2025-10-26T00:30:00.000Z");
    row("before the gap", "Europe/Berlin", "2025-03-30T02:00:00Z", "01:59", "2025-03-30T00:59:00.000Z");
    row("after the gap", "Europe/Berlin", "2025-03-30T02:00:00Z", "03:00", "2025-03-30T01:00:00.000Z");
    row("gap still to come: yesterday", "Europe/Berlin", "2025-03-30T00:10:00Z", "02:30", "2025-03-29T01:30:00.000Z");
    row("fold of half an hour", "Australia/Lord_Howe", "2025-04-05T15:20:00Z", "01:45", "2025-04-05T15:15:00.000Z");
    row("fold in New York", "America/New_York", "2025-11-02T05:40:00Z", "01:30", "2025-11-02T05:30:00.000Z");
}

void TestEntryTime::readsTimes()
{
    QFETCH(QString, zone);
    QFETCH(QString, now);
    QFETCH(QString, written);
    QFETCH(QString, at);
    EntryContext context;
    context.now = utc(now);
    context.zone = QTimeZone(zone.toLatin1());
    context.local = QTimeZone("Asia/Tokyo");
    QVERIFY(context.zone.isValid() && context.local.isValid());
    const ParsedEntry entry = parseEntry(written + u" pod restarted"_s, context);
    QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
    QVERIFY(entry.hasTime && entry.isPlainNote);
    QCOMPARE(entry.command.at.toRfc3339(), at);
    QCOMPARE(entry.command.text(), u"pod restarted"_s);
    QCOMPARE(entry.parts.first().kind, EntryPart::Kind::Time);
    QCOMPARE(entry.parts.first().length, written.size());
}

void TestEntryTime::refusesTimes_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const QString noon = u"2025-03-01T12:00:00Z"_s;
    QTest::newRow("hour 24") << noon << u"24:00 x"_s << u"time of day"_s;
    QTest::newRow("minute 60") << noon << u"10:60 x"_s << u"time of day"_s;
    QTest::newRow("no such day") << noon << u"2025-02-30 10:00 x"_s << u"no date"_s;
    QTest::newRow("date alone") << noon << u"2025-02-03 pod restarted"_s << u"time of day"_s;
    QTest::newRow("to come") << noon << u"2025-03-01 13:03 x"_s << u"still to come"_s;
    QTest::newRow("time alone") << noon << u"-5m"_s << u"what happened"_s;
    QTest::newRow("gap") << u"2025-03-30T01:30:00Z"_s << u"02:30 x"_s << u"does not exist on 2025-03-30"_s;
    QTest::newRow("gap, dated") << u"2025-04-30T01:30:00Z"_s << u"2025-03-30 02:30 x"_s << u"clocks went forward"_s;
    QTest::newRow("gap, a day later") << u"2025-03-31T00:10:00Z"_s << u"/impact start 02:30"_s
                                      << u"does not exist on 2025-03-30"_s;
    QTest::newRow("before 1970") << noon << u"1969-03-01 12:03 x"_s << u"1970"_s;
    QTest::newRow("half a clock") << noon << u"2025-03-01 12:3 x"_s << u"time"_s;
}

void TestEntryTime::refusesTimes()
{
    QFETCH(QString, now);
    QFETCH(QString, line);
    QFETCH(QString, words);
    EntryContext context;
    context.now = utc(now);
    context.zone = QTimeZone("Europe/Berlin");
    const ParsedEntry entry = parseEntry(line, context);
    QVERIFY(!entry.ok());
    QVERIFY2(entry.problems.first().contains(words), qPrintable(entry.problems.first()));
}

void TestEntryTime::leavesTextAlone_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"-5 degrees in the hall", "- a bullet", "12:30-13:00 window closed", "3:1 ratio", "12:300 x", "-5m3 x",
          "2025 was better", "10:43pm pod", "2025-03-01x was", "+5m x", "-0m x", "-99999999h x", "11:05:3 x"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestEntryTime::leavesTextAlone()
{
    QFETCH(QString, line);
    EntryContext context;
    context.now = utc(u"2025-03-01T12:00:00Z"_s);
    const ParsedEntry entry = parseEntry(line, context);
    QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
    QVERIFY(!entry.command.at.isSet() && !entry.hasTime);
    QCOMPARE(entry.command.text(), line);
}

void TestEntryTime::findsInstants_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("clock");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("plain") << u"Europe/Berlin"_s << u"2025-06-01T12:00:00"_s << QStringList{u"2025-06-01T10:00:00.000Z"_s};
    QTest::newRow("fold") << u"Europe/Berlin"_s << u"2025-10-26T02:30:00"_s
                          << QStringList{u"2025-10-26T00:30:00.000Z"_s, u"2025-10-26T01:30:00.000Z"_s};
    QTest::newRow("fold begins") << u"Europe/Berlin"_s << u"2025-10-26T02:00:00"_s
                                 << QStringList{u"2025-10-26T00:00:00.000Z"_s, u"2025-10-26T01:00:00.000Z"_s};
    QTest::newRow("fold is over") << u"Europe/Berlin"_s << u"2025-10-26T03:00:00"_s << QStringList{u"2025-10-26T02:00:00.000Z"_s};
    QTest::newRow("gap") << u"Europe/Berlin"_s << u"2025-03-30T02:00:00"_s << QStringList();
    QTest::newRow("gap is over") << u"Europe/Berlin"_s << u"2025-03-30T03:00:00"_s << QStringList{u"2025-03-30T01:00:00.000Z"_s};
    QTest::newRow("lost day") << u"Pacific/Apia"_s << u"2011-12-30T12:00:00"_s << QStringList();
    QTest::newRow("no such zone is UTC") << u"Nowhere/At_All"_s << u"2025-06-01T12:00:00"_s
                                         << QStringList{u"2025-06-01T12:00:00.000Z"_s};
}

void TestEntryTime::findsInstants()
{
    QFETCH(QString, zone);
    QFETCH(QString, clock);
    QFETCH(QStringList, found);
    const QDateTime naive = QDateTime::fromString(clock, Qt::ISODate);
    QStringList texts;
    for (const Instant at : instantsOf(naive.date(), naive.time(), QTimeZone(zone.toLatin1())))
        texts << at.toRfc3339();
    QCOMPARE(texts, found);
}

void TestEntryTime::saysWhichOfTwo()
{
    EntryContext context;
    context.zone = QTimeZone("Europe/Berlin");
    context.now = utc(u"2025-10-26T00:45:00Z"_s);
    const QStringList first = parseEntry(u"02:30 x", context).remarks;
    QVERIFY(first.size() == 1 && first.first().contains(u"first one is meant"));
    context.now = utc(u"2025-10-26T01:45:00Z"_s);
    const QStringList second = parseEntry(u"02:30 x", context).remarks;
    QVERIFY(second.size() == 1 && second.first().contains(u"second one is meant"));
    QVERIFY(parseEntry(u"01:30 x", context).remarks.isEmpty());
}

void TestEntryTime::dueIsTheNextClock_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("due");
    QTest::newRow("today") << u"/a @ol x by 12:10"_s << u"2025-03-01T12:10:00.000Z"_s;
    QTest::newRow("tomorrow") << u"/a @ol x by 11:50"_s << u"2025-03-02T11:50:00.000Z"_s;
    QTest::newRow("this very minute is over") << u"/a @ol x by 12:00"_s << u"2025-03-02T12:00:00.000Z"_s;
    QTest::newRow("counted from when it happened") << u"-1h /a @ol x by 11:50"_s << u"2025-03-01T11:50:00.000Z"_s;
    QTest::newRow("dated") << u"/a @ol x by 2025-03-04 09:00"_s << u"2025-03-04T09:00:00.000Z"_s;
    QTest::newRow("revisit") << u"/d wait revisit 12:30"_s << u"2025-03-01T12:30:00.000Z"_s;
    QTest::newRow("revisit by") << u"/d wait revisit by 12:30"_s << u"2025-03-01T12:30:00.000Z"_s;
}

void TestEntryTime::dueIsTheNextClock()
{
    QFETCH(QString, line);
    QFETCH(QString, due);
    EntryContext context;
    context.now = utc(u"2025-03-01T12:00:00Z"_s);
    const ParsedEntry entry = parseEntry(line, context);
    QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
    QCOMPARE(Instant{entry.command.args.value(u"dueAtUs").toInteger()}.toRfc3339(), due);
}

void TestEntryTime::countsFromTheFirstKeystroke()
{
    EntryContext context;
    context.now = utc(u"2025-03-01T12:01:00Z"_s);
    context.firstKeystroke = utc(u"2025-03-01T12:00:00Z"_s);
    QCOMPARE(parseEntry(u"pod restarted", context).command.at, *context.firstKeystroke);
    QVERIFY(!parseEntry(u"pod restarted", context).hasTime);
    QCOMPARE(parseEntry(u"-5m pod restarted", context).command.at.toRfc3339(), u"2025-03-01T11:55:00.000Z"_s);
    context.firstKeystroke.reset();
    QVERIFY(!parseEntry(u"pod restarted", context).command.at.isSet());
}

void TestEntryTime::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("minutes") << u"5m"_s << qint64(300);
    QTest::newRow("mixed") << u"1h20m5s"_s << qint64(4805);
    QTest::newRow("days") << u"400d"_s << qint64(400 * 86400);
    QTest::newRow("too long") << u"401d"_s << qint64(0);
    QTest::newRow("no unit") << u"5"_s << qint64(0);
    QTest::newRow("no number") << u"m"_s << qint64(0);
    QTest::newRow("zero") << u"0m"_s << qint64(0);
    QTest::newRow("empty") << QString() << qint64(0);
    QTest::newRow("other digits") << u"\u0665m"_s << qint64(0);
    QTest::newRow("huge") << u"99999999999999999999m"_s << qint64(0);
}

void TestEntryTime::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto span = readDuration(text);
    QCOMPARE(span.has_value(), seconds > 0);
    if (span)
        QCOMPARE(span->us, seconds * 1000000);
}

void TestEntryTime::writesDurations()
{
    QCOMPARE(durationText(Span::seconds(4805)), u"1h20m5s"_s);
    QCOMPARE(durationText(Span::days(2)), u"2d"_s);
    QCOMPARE(isoText(Instant{1740830400000000}), u"2025-03-01T12:00:00Z"_s);
    QCOMPARE(isoText(Instant{1740830400120000}), u"2025-03-01T12:00:00.12Z"_s);
}

QTEST_APPLESS_MAIN(TestEntryTime)
#include "tst_entrytime.moc"
