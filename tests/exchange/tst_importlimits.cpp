// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

class TestImportLimits : public QObject
{
    Q_OBJECT

private slots:
    void growsLinearly_data();
    void growsLinearly();
    void takesManyRows();
    void corpus();
    void mutations();
};

namespace {

QByteArray repeated(const QByteArray &head, const QByteArray &row, int times)
{
    QByteArray out = head;
    out.reserve(head.size() + row.size() * times);
    for (int i = 0; i < times; ++i)
        out += row;
    return out;
}

QList<QByteArray> corpusFiles()
{
    QList<QByteArray> all;
    QDir folder(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/fuzz/corpus/import"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

void TestImportLimits::growsLinearly_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("row");
    const auto add = [](const char *name, SourceKind kind, const char *head, const QByteArray &row) {
        QTest::newRow(name) << int(kind) << QByteArray(head) << row;
    };
    const auto md = SourceKind::ReportMarkdown;
    add("csv", SourceKind::Csv, "time,event\n", "2024-01-02 14:02:11 UTC,something happened\n");
    add("csv clocks", SourceKind::Csv, "time,event\n", "14:02,a\n");
    add("csv quotes", SourceKind::Csv, "time,event\n2024-01-02 14:02,\"", "\"\"a\n");
    add("csv columns", SourceKind::Csv, "time,event\n", "2024-01-02 14:02,");
    add("list", md, "# 2024-01-02\n## Timeline (UTC)\n", "- 14:02 something happened\n");
    add("list out of order", md, "# 2024-01-02\n## Timeline (UTC)\n", "- 14:02 a\n- 09:01 b\n- 23:50 c\n");
    add("list without times", md, "## Timeline\n- 2024-01-02 10:00 a\n", "- b\n");
    add("half days", md, "# 2024-01-02\n## Timeline (UTC)\n- 9:00 AM a\n", "- 1:02 a\n");
    add("table", md, "## Timeline (UTC)\n| Time | Event |\n|---|---|\n", "| 2024-01-02 14:02 | something |\n");
    add("headings", md, "# 2024-01-02\n## Timeline\n", "### 14:02\n\nsomething\n");
    add("days", md, "## Timeline\n", "### 2024-01-02\n\n14:02 a\n");
    add("body", md, "# 2024-01-02\n## Timeline\n### 14:02\n", "a line of text\n");
    add("paragraphs", md, "# 2024-01-02\n", "**14:02** text\n\n");
    add("log lines", md, "# 2024-01-02\n## Timeline (UTC)\n- 14:02 a\n```\n", "2024-01-02 14:02:11 UTC x\n");
    add("links", md, "# 2024-01-02\n## Timeline\n", "- 14:02 [a](https://x.slack.com/archives/C514ETYJX/p1690294889724869)\n");
    add("bars", md, "", "|");
    add("brackets", md, "# 2024-01-02\n## Timeline\n- 14:02 ", "[");
    add("parentheses", md, "# 2024-01-02\n## Timeline\n### a ", "(");
    add("stars", md, "- ", "**");
    add("digits", md, "- ", "1");
    add("colons", md, "- ", "1:");
    add("backticks", md, "| `", "`|");
    add("quotes", md, "", ">");
    add("hashes", md, "", "# ");
    add("zones", md, "All times in ", "CET/");
    add("json", SourceKind::IncidentJson, "{\"timeline\": [", "{\"at\": \"2024-01-02T14:02:00Z\", \"text\": \"a\"},");
    add("nul", md, "# x\n", QByteArray("a\0b cdefghijklmnop\n", 19));
    add("latin", md, "# x\n", "- 14:02 \xFF\xFE caf\xE9\n");
}

void TestImportLimits::growsLinearly()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, row);
    const auto seconds = [&](int bytes) {
        const QByteArray record = repeated(head, row, bytes / int(row.size())) + (kind == 0 ? "{}]}" : "\n");
        const std::clock_t start = std::clock(); // of this process: the machine may be busy with others
        const auto outcome = importRecord(SourceKind(kind), record, u"x"_s);
        if (!outcome && outcome.problem().text.isEmpty())
            qFatal("a refusal without a word");
        return double(std::clock() - start) / CLOCKS_PER_SEC;
    };
    // quadratic would be 64 times as long
    const double small = qMax(0.005, qMin(seconds(25000), seconds(25000)));
    const double large = seconds(200000);
    QVERIFY2(large < small * 28, qPrintable(u"%1 s for 25 kB, %2 s for 200 kB"_s.arg(small).arg(large)));
}

void TestImportLimits::takesManyRows()
{
    const QByteArray row = "2024-01-02 14:02Z,a\n";
    const QByteArray csv = repeated("time,event\n", row, int(2 * 1024 * 1024 / row.size()));
    QElapsedTimer timer;
    timer.start();
    const auto outcome = importRecord(SourceKind::Csv, csv, u"x.csv"_s);
    QVERIFY(outcome.ok());
    QVERIFY(outcome.value().entries.size() > 100000);
    QVERIFY(outcome.value().warnings.size() <= 1001);
    qInfo("%lld rows in %lld ms", (long long)outcome.value().entries.size(), (long long)timer.elapsed());
    QVERIFY(!importRecord(SourceKind::Csv, QByteArray(16 * 1024 * 1024 + 1, 'a'), u"x.csv"_s).ok());
}

void TestImportLimits::corpus()
{
    const QList<QByteArray> files = corpusFiles();
    QVERIFY(files.size() >= 10);
    for (const QByteArray &bytes : files)
        QCOMPARE(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size())), 0);
}

/// Cut, changed and joined corpus files: a poor man's fuzzer that always runs, with a fixed seed.
void TestImportLimits::mutations()
{
    QRandomGenerator random(20240102);
    const QList<QByteArray> files = corpusFiles();
    QVERIFY(!files.isEmpty());
    for (int round = 0; round < 800; ++round) {
        QByteArray bytes = files[random.bounded(files.size())].left(3000);
        for (int change = random.bounded(6); change >= 0 && !bytes.isEmpty(); --change) {
            const int at = int(random.bounded(bytes.size()));
            switch (random.bounded(4)) {
            case 0: bytes[at] = char(random.bounded(256)); break;
            case 1: bytes.remove(at, int(random.bounded(20))); break;
            case 2: bytes.insert(at, files[random.bounded(files.size())].mid(int(random.bounded(200)), 60)); break;
            default: bytes.insert(at, bytes.mid(at, 40)); break;
            }
        }
        if (!bytes.isEmpty())
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size()));
    }
}

QTEST_GUILESS_MAIN(TestImportLimits)
#include "tst_importlimits.moc"
