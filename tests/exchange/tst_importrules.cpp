// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify.h"
#include "evidence.h"
#include "markdownblocks.h"
#include "reportfacts.h"
#include "slips.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

class TestImportRules : public QObject
{
    Q_OBJECT

private slots:
    void kindsOfText_data();
    void kindsOfText();
    void kindsOfWords();
    void slips_data();
    void slips();
    void brokenYears();
    void evidence();
    void headings_data();
    void headings();
    void blocks();
    void plain();
};

namespace {

QString slipsOf(const QString &days, const QDate &title)
{
    QList<WrittenDay> written;
    for (const QString &day : days.split(u' ')) {
        const QString date = day.section(u'@', 0, 0);
        const QTime time = QTime::fromString(day.section(u'@', 1), u"H:mm"_s);
        written += WrittenDay{written.size(), QDate::fromString(date, Qt::ISODate), time, time.isValid()};
    }
    QStringList out;
    for (const Slip &slip : findSlips(written, title.isValid() ? QList<QDate>{title} : QList<QDate>()))
        out += u"%1%2"_s.arg(slip.row).arg(slip.certain ? u"!"_s : QString());
    return out.join(u' ');
}

} // namespace

void TestImportRules::kindsOfText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *text, const char *kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(kind);
    };
    row("Incident resolved.", "resolve");
    row("Incident is marked as resolved", "resolve");
    row("We could not resolve the name", "note");
    row("Alert fires: queue too long", "alert");
    row("Users report errors", "report");
    row("The change is rolled back", "mitigation");
    row("It was decided to wait", "decision");
    row("We suspect the network", "hypothesis");
    row("Root cause identified: disk", "finding");
    row("Restarted the database", "action");
    row("Status page updated", "status");
    row("On-call engineer is paged", "page");
    row("A quiet hour", "note");
    row("", "note");
}

void TestImportRules::kindsOfText()
{
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QCOMPARE(kindOfText(text), kind);
}

void TestImportRules::kindsOfWords()
{
    QStringList tags;
    QCOMPARE(kindOfWord(u"Finding"_s, tags), u"finding"_s);
    QCOMPARE(kindOfWord(u"event"_s, tags), u"note"_s);
    QCOMPARE(kindOfWord(QString(), tags), QString());
    QVERIFY(tags.isEmpty());
    QCOMPARE(kindOfWord(u"comms"_s, tags), u"status"_s);
    QCOMPARE(kindOfWord(u"declare"_s, tags), u"note"_s);
    QCOMPARE(kindOfWord(u"Coffee"_s, tags), u"note"_s);
    QCOMPARE(tags, (QStringList{u"comms"_s, u"declare"_s, u"coffee"_s}));
}

void TestImportRules::slips_data()
{
    QTest::addColumn<QString>("days");
    QTest::addColumn<QDate>("title");
    QTest::addColumn<QString>("expected");
    const QDate title(2023, 1, 11);
    QTest::newRow("in order") << u"2023-01-11@10:00 2023-01-11@11:00 2023-01-12@09:00"_s << title << QString();
    QTest::newRow("wrong year, certain") << u"2023-01-11@10:00 2022-01-11@10:30 2023-01-11@11:00"_s << title << u"1!"_s;
    QTest::newRow("wrong year, clock outside") << u"2023-01-11@10:00 2022-01-11@12:30 2023-01-11@11:00"_s << title << u"1"_s;
    QTest::newRow("wrong year, no title") << u"2023-01-11@10:00 2022-01-11@10:30 2023-01-11@11:00"_s << QDate() << u"1"_s;
    QTest::newRow("wrong year last") << u"2023-01-11@10:00 2023-01-11@10:30 2022-01-11@11:00"_s << title << u"2"_s;
    QTest::newRow("wrong year first") << u"2022-01-11@10:00 2023-01-11@10:30 2023-01-11@11:00"_s << title << u"0"_s;
    QTest::newRow("alone against the title") << u"2022-01-11@10:00"_s << title << u"0"_s;
    QTest::newRow("title of another report") << u"2022-06-02@10:00 2022-06-02@21:00"_s << QDate(2022, 1, 27) << QString();
    QTest::newRow("title of another year") << u"2022-01-11@10:00 2022-01-11@21:00"_s << title << QString();
    QTest::newRow("wrong digit") << u"2023-07-25@16:00 2023-07-25@16:18 2023-07-05@16:18"_s << QDate(2023, 7, 25) << u"2"_s;
    QTest::newRow("wrong month last") << u"2023-07-25@15:21 2023-07-25@15:55 2023-09-25@15:55"_s << QDate(2023, 7, 25) << u"2"_s;
    QTest::newRow("a month later, twice") << u"2023-07-25@15:21 2023-09-25@15:55 2023-09-25@16:55"_s << QDate(2023, 7, 25)
                                          << QString();
    QTest::newRow("new year") << u"2021-12-20@09:15 2022-01-04@11:03"_s << QDate() << QString();
    QTest::newRow("out of order, no slip") << u"2023-01-11@10:00 2023-01-24@10:00 2023-01-13@10:00"_s << QDate() << QString();
}

void TestImportRules::slips()
{
    QFETCH(QString, days);
    QFETCH(QDate, title);
    QFETCH(QString, expected);
    QCOMPARE(slipsOf(days, title), expected);
}

void TestImportRules::brokenYears()
{
    QVERIFY(daysOfBrokenYear(u"22025"_s, 3, 18).contains(QDate(2025, 3, 18)));
    QCOMPARE(daysOfBrokenYear(u"20202"_s, 1, 16),
             (QList<QDate>{QDate(2202, 1, 16), QDate(2002, 1, 16), QDate(2022, 1, 16), QDate(2020, 1, 16)}));
    QVERIFY(daysOfBrokenYear(u"202020"_s, 1, 16).isEmpty());
    QVERIFY(daysOfBrokenYear(u"22025"_s, 2, 30).isEmpty());
}

void TestImportRules::evidence()
{
    const QList<Evidence> links = findEvidence(
        u"see https://a.slack.com/archives/C514ETYJX/p1690294889724869 and "
        "https://gitter.im/a/b?at=5b5f56df12f1be7137683cbc, not https://a.example/p1690294889724869"_s);
    QCOMPARE(links.size(), 2);
    QCOMPARE(links[0].at.toRfc3339(), u"2023-07-25T14:21:29.000Z"_s);
    QCOMPARE(links[1].at.toRfc3339(), u"2018-07-30T18:20:15.000Z"_s);
    const qint64 local = QDateTime(QDate(2023, 7, 25), QTime(15, 21), Qt::UTC).toSecsSinceEpoch();
    QCOMPARE(offsetShown(local, links[0], 90), std::optional(3600));
    QCOMPARE(offsetShown(local - 600, links[0], 90), std::optional<int>());
    QCOMPARE(offsetShown(local + 1800, links[0], 90), std::optional<int>()); // no zone is an hour and a half ahead
    const QList<Evidence> stamps = findEvidence(
        u"Violation started: July 11, 2025 at 4:42PM UTC; planned for 2025-07-12 10:00 UTC"_s);
    QCOMPARE(stamps.size(), 2);
    QVERIFY(stamps[0].eventBegan && !stamps[1].eventBegan);
}

void TestImportRules::headings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<int>("use");
    for (const char *text :
         {"Timeline", "2. Timeline of Events", "**Timeline**", "Follow-up timeline", "Key events", "Chronology", "Incident log"})
        QTest::newRow(text) << QString::fromLatin1(text) << int(SectionUse::Timeline);
    for (const char *text :
         {"Action Items", "Lessons learnt", "What went wrong", "References", "Where we got lucky", "Next steps"})
        QTest::newRow(text) << QString::fromLatin1(text) << int(SectionUse::Aside);
    for (const char *text : {"Summary", "Impact", "Root cause", "Resolution and recovery", "14:02"})
        QTest::newRow(text) << QString::fromLatin1(text) << int(SectionUse::Other);
}

void TestImportRules::headings()
{
    QFETCH(QString, heading);
    QFETCH(int, use);
    QCOMPARE(int(useOfHeading(heading)), use);
}

void TestImportRules::blocks()
{
    const QList<MarkdownBlock> blocks = readMarkdown(
        u"---\ntitle: \"T\"\n---\n# H\ntext\nmore\n===\n- a\n  - b\n1. c\n| x | y |\n|--|--|\n| `a|b` | c\\|d\n```\nf\n`"
        u"``\n<!-- - 10:00 x\n-->\n> - q\n"_s);
    QStringList seen;
    for (const MarkdownBlock &block : blocks)
        seen += QString::number(int(block.kind)) + (block.cells.isEmpty() ? block.text : block.cells.join(u'/'));
    QCOMPARE(seen.join(u' '), u"0T 1H 5text 5more 5=== 2a 2b 2c 3x/y 4`a|b`/c|d 6f 2q 7"_s);
    QCOMPARE(blocks.first().key, u"title"_s);
    QCOMPARE(blocks.last().line, 20);
}

void TestImportRules::plain()
{
    QCOMPARE(plainText(u"**a** [b](https://c.example/d) &amp; e\\_f<br>g ![x](y.png)"_s),
             u"a b (https://c.example/d) & e_f\ng"_s);
    QCOMPARE(plainText(u"  2 * 3 * 4, snake_case_name "_s), u"2 * 3 * 4, snake_case_name"_s);
}

QTEST_GUILESS_MAIN(TestImportRules)
#include "tst_importrules.moc"
