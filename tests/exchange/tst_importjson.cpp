// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

class TestImportJson : public QObject
{
    Q_OBJECT

private slots:
    void readsARecord();
    void refuses_data();
    void refuses();
    void placesOnlyTimes_data();
    void placesOnlyTimes();
    void repeatsAreOne();
};

namespace {

Imported read(const QByteArray &json, const ImportOptions &options = {})
{
    const auto outcome = importRecord(SourceKind::IncidentJson, json, u"x.json"_s, options);
    return outcome ? outcome.value() : Imported();
}

} // namespace

void TestImportJson::readsARecord()
{
    const Imported record = read(R"({
 "id": "x", "title": "Disk full", "severity_in_source": "SEV2", "time_basis": "source in CET, converted",
 "started_at": null, "detected_at": "2024-01-02T14:02:00Z", "resolved_at": "2024-01-02T15:02:00+01:00",
 "timeline": [
  {"at": "2024-01-02T14:02:00Z", "text": "Alert", "kind": "alert", "role": "pager"},
  {
   "at": "2024-01-02T14:05:00Z",
   "text": "Told the \"users\", at last",
   "kind": "comms", "at_note": "source says about 14:05", "hindsight": true
  },
  {"at": null, "text": "Somebody looked", "kind": "note", "at_note": "after 14:05"}
 ],
 "caveats": ["one"], "action_items": [{"text": "a"}, {"text": "b"}]
})");
    QCOMPARE(record.title, u"Disk full"_s);
    QCOMPARE(record.severity, u"SEV2"_s);
    QVERIFY(!record.impactStart);
    QCOMPARE(record.resolvedAt->toRfc3339(), u"2024-01-02T14:02:00.000Z"_s);
    QCOMPARE(record.entries.size(), 2);
    QCOMPARE(record.entries[0].line, 5);
    QCOMPARE(record.entries[0].kind, u"alert"_s);
    QCOMPARE(record.entries[0].role, u"pager"_s);
    QCOMPARE(record.entries[0].sourceRef, u"x.json:5"_s);
    QCOMPARE(record.entries[1].line, 6);
    QCOMPARE(record.entries[1].kind, u"status"_s);
    QCOMPARE(record.entries[1].tags, (QStringList{u"comms"_s, u"hindsight"_s}));
    QVERIFY(record.entries[1].approximate);
    QCOMPARE(record.notPlaced.size(), 1);
    QCOMPARE(record.notPlaced[0].line, 11);
    QVERIFY(record.notPlaced[0].reason.contains(u"after 14:05"_s));
    const QString warnings = record.warnings.join(u'\n');
    QVERIFY(warnings.contains(u"source in CET"_s));
    QVERIFY(warnings.contains(u"2 action item"_s));
}

void TestImportJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("broken") << QByteArray("{\n\"timeline\": [\n{]\n}") << u"line 3"_s;
    QTest::newRow("other") << QByteArray("{\"a\": 1}") << u"timeline"_s;
    QTest::newRow("array") << QByteArray("[1, 2]") << u"timeline"_s;
    QTest::newRow("deep") << QByteArray(100000, '[') << u"levels"_s;
    QTest::newRow("deep timeline") << QByteArray("{\"timeline\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + "}")
                                   << u"levels"_s;
    QTest::newRow("binary") << QByteArray(5000, '\0') << u"not text"_s;
    QTest::newRow("large") << QByteArray(17 * 1024 * 1024, ' ') << u"16 MiB"_s;
}

void TestImportJson::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto outcome = importRecord(SourceKind::IncidentJson, json, u"x.json"_s);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.problem().kind, fireline::domain::Problem::Kind::Parse);
    QVERIFY2(outcome.problem().text.contains(says), qPrintable(outcome.problem().text));
    QVERIFY(outcome.problem().text.contains(u"x.json"_s));
}

void TestImportJson::placesOnlyTimes_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expected");
    QTest::newRow("offset") << QByteArray("\"2024-01-02T14:02:11.5+02:00\"") << QString() << u"2024-01-02T12:02:11.500Z"_s;
    QTest::newRow("no zone") << QByteArray("\"2024-01-02T14:02\"") << QString() << QString();
    QTest::newRow("no zone, option") << QByteArray("\"2024-01-02T14:02\"") << u"Europe/Berlin"_s << u"2024-01-02T13:02:00.000Z"_s;
    QTest::newRow("day") << QByteArray("\"2024-01-02\"") << QString() << QString();
    QTest::newRow("word") << QByteArray("\"soon\"") << QString() << QString();
    QTest::newRow("number") << QByteArray("1704204131") << QString() << QString();
    QTest::newRow("no such day") << QByteArray("\"2024-02-30T10:00:00Z\"") << QString() << QString();
    QTest::newRow("more behind") << QByteArray("\"2024-01-02T14:02:00Z or so\"") << QString() << QString();
}

void TestImportJson::placesOnlyTimes()
{
    QFETCH(QByteArray, at);
    QFETCH(QString, zone);
    QFETCH(QString, expected);
    const Imported record = read("{\"timeline\": [{\"at\": " + at + ", \"text\": \"x\"}]}", {zone, 0});
    QCOMPARE(record.entries.size(), expected.isEmpty() ? 0 : 1);
    QCOMPARE(record.notPlaced.size(), expected.isEmpty() ? 1 : 0);
    if (!expected.isEmpty())
        QCOMPARE(record.entries[0].at.toRfc3339(), expected);
}

void TestImportJson::repeatsAreOne()
{
    const QByteArray entry = "{\"at\": \"2024-01-02T14:02:00Z\", \"text\": \"We look into it\"}";
    const Imported record = read("{\"timeline\": [" + entry + "," + entry + "], \"status_updates\": [" + entry + "]}");
    QCOMPARE(record.entries.size(), 2); // twice in the timeline is twice; the status page says the same once more
    QVERIFY(record.entries[0].stableKey != record.entries[1].stableKey);
}

QTEST_GUILESS_MAIN(TestImportJson)
#include "tst_importjson.moc"
