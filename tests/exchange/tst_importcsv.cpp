// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtable.h"
#include "importer.h"

#include <QStringConverter>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

class TestImportCsv : public QObject
{
    Q_OBJECT

private slots:
    void tables_data();
    void tables();
    void encodings_data();
    void encodings();
    void delimiters_data();
    void delimiters();
    void columns();
    void stages();
    void updates();
    void withoutTimes();
    void kinds_data();
    void kinds();
};

namespace {

Imported read(const QByteArray &csv, const QString &name = u"x.csv"_s, const ImportOptions &options = {})
{
    const auto outcome = importRecord(SourceKind::Csv, csv, name, options);
    return outcome ? outcome.value() : Imported();
}

QString placed(const Imported &imported)
{
    QStringList out;
    for (const ImportedEntry &entry : imported.entries)
        out += u"%1 %2"_s.arg(entry.line).arg(entry.at.toRfc3339().left(16));
    for (const NotPlaced &line : imported.notPlaced)
        out += u"%1 -"_s.arg(line.line);
    return out.join(u'|');
}

} // namespace

void TestImportCsv::tables_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *csv, const char *expected) {
        QTest::newRow(name) << QByteArray(csv) << QString::fromLatin1(expected);
    };
    row("iso", "time,event\n2024-01-02T14:02:11Z,a\n2024-01-02T15:02+01:00,b\n", "2 2024-01-02T14:02|3 2024-01-02T14:02");
    row("head zone", "Time (CET);What\n2024-01-02 14:02;a\n", "2 2024-01-02T13:02");
    row("zone column", "time\ttimezone\ttext\n2024-07-02 14:02\tEurope/London\ta\n", "2 2024-07-02T13:02");
    row("day and time", "Date,Time,Description\n2024-01-02,14:02,a\n,14:10,b\n2024-01-03,00:10,c\n",
        "2 2024-01-02T14:02|3 2024-01-02T14:10|4 2024-01-03T00:10");
    row("epoch", "ts,message\n1704204131,a\n1704204131500,b\n1704204131.25,c\n1704204131500000,d\n",
        "2 2024-01-02T14:02|3 2024-01-02T14:02|4 2024-01-02T14:02|5 2024-01-02T14:02");
    row("no head", "2024-01-02 14:02,a\n2024-01-02 14:10,b\n", "1 2024-01-02T14:02|2 2024-01-02T14:10");
    row("lines in cells", "time,event\n2024-01-02 14:02,\"a\nb\n\"\"c\"\"\"\n2024-01-02 14:10,d\n",
        "2 2024-01-02T14:02|5 2024-01-02T14:10");
    row("month first", "time,event\n1/2/2024 14:02,a\n1/13/2024 14:10,b\n", "2 2024-01-02T14:02|3 2024-01-13T14:10");
    row("day first", "time,event\n1/2/2024 14:02,a\n13/2/2024 14:10,b\n", "2 2024-02-01T14:02|3 2024-02-13T14:10");
    row("month or day", "time,event\n1/2/2024 14:02,a\n3/2/2024 14:10,b\n", "2 -|3 -");
    row("both", "time,event\n1/13/2024 14:02,a\n13/1/2024 14:10,b\n1/2/2024 14:00,c\n",
        "2 2024-01-13T14:02|3 2024-01-13T14:10|4 -");
    row("clock only", "time,event\n14:02,a\n", "2 -");
    row("no time", "time,event\n2024-01-02 14:02,a\n,b\n2024-01-02 25:02,c\n,\n", "2 2024-01-02T14:02|3 -|4 -");
    row("other names", "id,occurred_at,severity,summary\n1,2024-01-02 14:02:00 UTC,high,a\n", "2 2024-01-02T14:02");
    row("open quote", "time,event\n2024-01-02 14:02,\"a\n2024-01-02 14:10,b\n", "2 2024-01-02T14:02");
}

void TestImportCsv::tables()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, expected);
    QCOMPARE(placed(read(csv)), expected);
}

void TestImportCsv::encodings_data()
{
    QTest::addColumn<QByteArray>("csv");
    const QString text = u"time;event\n2024-01-02 14:02 UTC;Größe – überschritten\n"_s;
    QStringEncoder little(QStringConverter::Utf16LE);
    QStringEncoder big(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
    QTest::newRow("utf-8") << text.toUtf8();
    QTest::newRow("utf-8 mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8());
    QTest::newRow("utf-16 le") << QByteArray(little(text));
    QTest::newRow("utf-16 be mark") << QByteArray(big(text));
    QTest::newRow("windows-1252") << QByteArray("time;event\r\n2024-01-02 14:02 UTC;Gr\xF6\xDF"
                                                "e \x96 \xFC"
                                                "berschritten\r\n");
}

void TestImportCsv::encodings()
{
    QFETCH(QByteArray, csv);
    const Imported imported = read(csv);
    QCOMPARE(imported.entries.size(), 1);
    QCOMPARE(imported.entries[0].text, u"Größe – überschritten"_s);
    QCOMPARE(imported.warnings.isEmpty(), !csv.contains("\xF6\xDF"));
}

void TestImportCsv::delimiters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("expected");
    QTest::newRow("comma") << u"a,b,c\n1,\"2;3;4;5\",3\n"_s << QChar(u',');
    QTest::newRow("semicolon") << u"a;b\n1,5;2\n3,5;4\n"_s << QChar(u';');
    QTest::newRow("tab") << u"a\tb, c\n1\t2\n"_s << QChar(u'\t');
    QTest::newRow("bar") << u"a|b\n1|2\n"_s << QChar(u'|');
    QTest::newRow("none") << u"a\nb\n"_s << QChar(u',');
}

void TestImportCsv::delimiters()
{
    QFETCH(QString, text);
    QFETCH(QChar, expected);
    QCOMPARE(guessDelimiter(text), expected);
}

void TestImportCsv::columns()
{
    const Imported imported = read(
        "Timestamp,Who,Type,Details,Extra,Tags\n2024-01-02 14:02Z,Ana,Decision,\"Wait, then act\",Plan B,\"slow, db\"\n");
    QCOMPARE(imported.entries.size(), 1);
    const ImportedEntry &entry = imported.entries[0];
    QCOMPARE(entry.role, u"Ana"_s);
    QCOMPARE(entry.kind, u"decision"_s);
    QCOMPARE(entry.text, u"Wait, then act \u2014 Plan B"_s);
    QCOMPARE(entry.tags, (QStringList{u"slow"_s, u"db"_s}));
    QVERIFY(imported.warnings.isEmpty());
}

void TestImportCsv::stages()
{
    const Imported imported = read(
        "id,Incident_Title,investigating_timestamp,investigating_description,resolved_timestamp,resolved_description,start_"
        "timestamp\n"
        "q1,Errors,2024-02-26 17:09:00+00:00,Looking,2024-02-26 18:21:00+00:00,Done,2024-02-26 17:09:00+00:00\n"
        "q2,Slow,,,2024-02-16 20:35:00+00:00,Was slow,2024-02-16 20:35:00+00:00\n");
    QCOMPARE(placed(imported), u"2 2024-02-26T17:09|2 2024-02-26T18:21|3 2024-02-16T20:35"_s);
    QCOMPARE(imported.entries[0].text, u"Errors \u2014 investigating: Looking"_s);
    QCOMPARE(imported.entries[0].kind, u"status"_s);
}

void TestImportCsv::updates()
{
    const Imported imported = read(
        "Incident_Title,Updates\nAway,\"[{\"\"Update_Title\"\": \"\"Resolved\"\", \"\"Update_Body\"\": \"\"Done.\"\", "
        "\"\"Update_Timestamp\"\": \"\"Posted 3 years ago. Jul 28, 2021 - 19:18 PDT\"\"}, {\"\"Update_Title\"\": \"\"Update\"\", "
        "\"\"Update_Body\"\": \"\"Soon.\"\", \"\"Update_Timestamp\"\": \"\"Posted 3 years ago.\"\"}]\"\n");
    QCOMPARE(placed(imported), u"2 2021-07-29T02:18|2 -"_s);
    QCOMPARE(imported.entries[0].text, u"Away \u2014 Resolved: Done."_s);
}

void TestImportCsv::withoutTimes()
{
    const auto outcome = importRecord(SourceKind::Csv, "a,b\n1,2\n", u"x.csv"_s);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.problem().code, u"import-no-time-column"_s);
    const auto zone = importRecord(SourceKind::Csv, "time,event\n14:02,a\n", u"x.csv"_s, {u"Nowhere"_s, 0});
    QVERIFY(!zone.ok());
    QCOMPARE(zone.problem().kind, fireline::domain::Problem::Kind::Usage);
    // a file's name gives the day, and says so
    const Imported named = read("time,event\n14:02,a\n", u"2024-01-02_log.csv"_s);
    QCOMPARE(placed(named), u"2 2024-01-02T14:02"_s);
    QVERIFY(named.warnings.join(u' ').contains(u"file's name"_s));
}

void TestImportCsv::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::newRow("json") << QByteArray(" {\"timeline\": []}") << u"a.txt"_s << u"incident-json"_s;
    QTest::newRow("json name") << QByteArray("nothing") << u"a.json"_s << u"incident-json"_s;
    QTest::newRow("markdown") << QByteArray("# Title\n\n- a\n") << u"-"_s << u"report-md"_s;
    QTest::newRow("markdown name") << QByteArray("plain") << u"a.html.md.erb"_s << u"report-md"_s;
    QTest::newRow("csv") << QByteArray("a,b\n1,2\n3,4\n") << u"-"_s << u"csv"_s;
    QTest::newRow("csv name") << QByteArray("# a,b\n") << u"a.CSV"_s << u"csv"_s;
    QTest::newRow("empty") << QByteArray() << u"-"_s << u"report-md"_s;
}

void TestImportCsv::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QCOMPARE(kindName(detectKind(bytes, name)), kind);
    QCOMPARE(kindFromName(kind), std::optional(detectKind(bytes, name)));
}

QTEST_GUILESS_MAIN(TestImportCsv)
#include "tst_importcsv.moc"
