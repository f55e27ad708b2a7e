// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectations.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

class TestImportReports : public QObject
{
    Q_OBJECT

private slots:
    void ownReports_data();
    void ownReports();
    void countedReports_data();
    void countedReports();
    void countedTogether();
    void everyReport();
    void incidentsInFull();
    void warningsNameTheLine();
    void milestones();
    void keysAreStable();
};

namespace {

const QString data = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/exchange/data/");

Imported import(const QString &path, const ImportOptions &options)
{
    const QByteArray bytes = contentOf(path);
    const QString name = QFileInfo(path).fileName();
    const auto outcome = importRecord(detectKind(bytes, name), bytes, name, options);
    return outcome ? outcome.value() : Imported();
}

QSet<QString> keysOf(const Imported &imported)
{
    QSet<QString> keys;
    for (const ImportedEntry &entry : imported.entries)
        keys.insert(entry.stableKey);
    return keys;
}

} // namespace

void TestImportReports::ownReports_data()
{
    QTest::addColumn<QString>("path");
    const QStringList files = QDir(data + u"own"_s).entryList({u"*.md"_s, u"*.csv"_s, u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 20);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << data + u"own/"_s + file;
}

void TestImportReports::ownReports()
{
    QFETCH(QString, path);
    const QFileInfo info(path);
    const QList<Expectation> expected = readExpectations(contentOf(info.path() + u'/' + info.completeBaseName() + u".expect"_s));
    QCOMPARE(expected.size(), 1);
    const Imported imported = import(path, expected.first().options);
    const Tally tally = compare(expected.first(), imported);
    QVERIFY2(tally.faults.isEmpty(), qPrintable(tally.faults.join(u'\n')));
    for (const ImportedEntry &entry : imported.entries)
        QVERIFY(!entry.text.isEmpty() && !entry.kind.isEmpty());
}

void TestImportReports::countedReports_data()
{
    QTest::addColumn<int>("index");
    const QList<Expectation> all = readExpectations(contentOf(data + u"reports.expect"_s));
    QVERIFY(all.size() >= 30);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(u"%1 %2"_s.arg(i + 1).arg(all[i].path))) << i;
}

void TestImportReports::countedReports()
{
    QFETCH(int, index);
    const QString shared = sharedFolder();
    if (shared.isEmpty())
        QSKIP("the reports are not here: set FIRELINE_SHARED to the folder of shared material");
    const Expectation expected = readExpectations(contentOf(data + u"reports.expect"_s)).at(index);
    const Imported imported = import(shared + u"/data/reports/"_s + expected.path, expected.options);
    const Tally tally = compare(expected, imported);
    QVERIFY2(tally.faults.isEmpty(), qPrintable(tally.faults.join(u'\n')));
}

void TestImportReports::countedTogether()
{
    const QString shared = sharedFolder();
    if (shared.isEmpty())
        QSKIP("the reports are not here: set FIRELINE_SHARED to the folder of shared material");
    Tally all;
    int known = 0; // lines whose time the document itself settles
    for (const Expectation &expected : readExpectations(contentOf(data + u"reports.expect"_s))) {
        const Tally one = compare(expected, import(shared + u"/data/reports/"_s + expected.path, expected.options));
        all.timed += one.timed;
        all.taken += one.taken;
        all.wrong += one.wrong;
        all.refused += one.refused;
        for (const ExpectedLine &line : expected.lines)
            known += line.kind == ExpectedLine::Kind::At;
    }
    qInfo().noquote() << u"counted by hand: %1 timed lines, %2 taken, %3 refused with a reason, %4 wrong"_s.arg(all.timed)
                             .arg(all.taken)
                             .arg(all.refused)
                             .arg(all.wrong);
    QCOMPARE(all.wrong, 0);
    QVERIFY(known >= 300);
    QVERIFY2(all.taken * 100 >= known * 95, qPrintable(u"%1 of %2"_s.arg(all.taken).arg(known)));
}

void TestImportReports::everyReport()
{
    const QString shared = sharedFolder();
    if (shared.isEmpty())
        QSKIP("the reports are not here: set FIRELINE_SHARED to the folder of shared material");
    QStringList paths;
    for (const QString &folder : {u"/data/incidents"_s, u"/data/reports"_s, u"/data/exports"_s}) {
        QDirIterator each(shared + folder, {u"*.json"_s, u"*.md*"_s, u"*.csv"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            if (!(folder == u"/data/exports" && path.endsWith(u".json"_s)))
                paths += path;
        }
    }
    paths.sort();
    QVERIFY(paths.size() > 100);
    qInfo("taken  not placed  warnings  file");
    int empty = 0;
    for (const QString &path : paths) {
        const QByteArray bytes = contentOf(path);
        const QString name = QFileInfo(path).fileName();
        const auto outcome = importRecord(detectKind(bytes, name), bytes, name);
        QVERIFY2(outcome.ok(), qPrintable(path + u": "_s + (outcome.ok() ? QString() : outcome.problem().text)));
        const Imported &imported = outcome.value();
        empty += imported.entries.isEmpty() && imported.notPlaced.isEmpty();
        qInfo().noquote() << u"%1  %2  %3  %4"_s.arg(imported.entries.size(), 5)
                                 .arg(imported.notPlaced.size(), 10)
                                 .arg(imported.warnings.size(), 8)
                                 .arg(path.mid(shared.size() + 6));
        for (const NotPlaced &line : imported.notPlaced)
            QVERIFY2(!line.reason.isEmpty(), qPrintable(path));
        QCOMPARE(keysOf(imported).size(), imported.entries.size());
    }
    QVERIFY2(empty <= 4, qPrintable(u"%1 records without a single timed line"_s.arg(empty)));
}

/// Each timed line of the incident records is taken at its time, each line without one is reported.
void TestImportReports::incidentsInFull()
{
    const QString shared = sharedFolder();
    if (shared.isEmpty())
        QSKIP("the incidents are not here: set FIRELINE_SHARED to the folder of shared material");
    const QDir folder(shared + u"/data/incidents"_s);
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 18);
    int timed = 0;
    for (const QString &file : files) {
        const Imported imported = import(folder.filePath(file), {});
        QSet<QString> got;
        for (const ImportedEntry &entry : imported.entries)
            got.insert(entry.at.toRfc3339() + entry.text);
        int untimed = 0;
        const QJsonObject record = QJsonDocument::fromJson(contentOf(folder.filePath(file))).object();
        for (const QString &key : {u"timeline"_s, u"status_updates"_s}) {
            for (const QJsonValue &value : record.value(key).toArray()) {
                const auto at = fireline::domain::Instant::fromRfc3339(value[u"at"].toString());
                untimed += !at;
                timed += at.has_value();
                QVERIFY2(!at || got.contains(at->toRfc3339() + value[u"text"].toString().trimmed()), qPrintable(file));
            }
        }
        QCOMPARE(imported.notPlaced.size(), untimed);
    }
    qInfo("%d timed lines in %lld incident records, all taken", timed, (long long)files.size());
}

void TestImportReports::warningsNameTheLine()
{
    const Imported slips = import(data + u"own/slips.md"_s, {});
    QVERIFY(slips.warnings.join(u'\n').contains(u"Line 6: the day is written 2023-01-10; read as 2024-01-10"_s));
    QVERIFY(slips.warnings.join(u'\n').contains(u"Line 16: earlier than line 15"_s));
    const Imported unstated = import(data + u"own/bracket-headings.md"_s, {});
    QVERIFY(unstated.warnings.join(u'\n').contains(u"No time zone is stated"_s));
    const Imported other = import(data + u"own/config-push.md"_s, {u"Europe/Paris"_s, 0});
    QCOMPARE(other.entries.first().at.toRfc3339(), u"2024-07-04T07:58:00.000Z"_s);
    QVERIFY(other.warnings.join(u'\n').contains(u"Pacific Time; --zone Europe/Paris was used"_s));
}

void TestImportReports::milestones()
{
    const Imported slips = import(data + u"own/slips.md"_s, {});
    QCOMPARE(slips.detectedAt->toRfc3339(), u"2024-01-10T10:02:00.000Z"_s);
    QCOMPARE(slips.declaredAt->toRfc3339(), u"2024-01-10T10:10:00.000Z"_s);
    QCOMPARE(slips.impactEnd->toRfc3339(), u"2024-01-10T10:40:00.000Z"_s);
    QCOMPARE(slips.resolvedAt->toRfc3339(), u"2024-01-10T11:30:00.000Z"_s);
    const Imported page = import(data + u"own/search-page.md"_s, {});
    QCOMPARE(page.title, u"Sonnet search outage (incident 465)"_s);
    QCOMPARE(page.severity, u"SEV1"_s);
}

void TestImportReports::keysAreStable()
{
    const QString path = data + u"own/wrapped.md"_s;
    const QSet<QString> keys = keysOf(import(path, {}));
    QCOMPARE(keysOf(import(path, {})), keys);
    QCOMPARE(keysOf(import(path, {u"Asia/Tokyo"_s, 0})), keys);
    // a line more changes no other line's key
    QByteArray longer = contentOf(path);
    longer.replace("* 10.36", "* 10:33 One more\n* 10.36");
    const auto grown = importRecord(SourceKind::ReportMarkdown, longer, u"other name.md"_s);
    QVERIFY(grown.ok());
    QVERIFY(keysOf(grown.value()).contains(keys));
    QCOMPARE(grown.value().entries.size(), keys.size() + 1);
    // the same words at the same time twice are two entries
    const auto twice = importRecord(SourceKind::ReportMarkdown, "# 2024-01-02\n## Timeline (UTC)\n- 10:00 a\n- 10:00 a\n",
                                    u"x.md"_s);
    QCOMPARE(keysOf(twice.value()).size(), 2);
}

QTEST_GUILESS_MAIN(TestImportReports)
#include "tst_importreports.moc"
