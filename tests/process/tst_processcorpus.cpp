// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstddef>
#include <cstdint>

int fuzzProcess(const std::uint8_t *data, std::size_t size);

using namespace Qt::StringLiterals;

/// Replays what the fuzzer has found worth keeping, and the program's own data with a byte changed here and there.
class TestProcessCorpus : public QObject
{
    Q_OBJECT
private slots:
    void replays_data();
    void replays();
    void survivesChangedBytes();
};

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void run(const QByteArray &bytes)
{
    QCOMPARE(fuzzProcess(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())), 0);
}

} // namespace

void TestProcessCorpus::replays_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/fuzz/corpus/process"));
    const QStringList files = folder.entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(file.toUtf8().constData()) << folder.filePath(file);
}

void TestProcessCorpus::replays()
{
    QFETCH(QString, path);
    run(read(path));
}

void TestProcessCorpus::survivesChangedBytes()
{
    // A fixed walk, so that a failure comes back.
    quint32 state = 20250101;
    const auto next = [&state](quint32 below) {
        state = state * 1664525 + 1013904223;
        return (state >> 8) % below;
    };
    const QDir folder(u":/processes"_s);
    for (const QString &name : folder.entryList()) {
        const QByteArray original = read(folder.filePath(name));
        for (int round = 0; round < 40; ++round) {
            QByteArray bytes = original;
            for (int i = 0; i < 3; ++i)
                bytes[qsizetype(next(quint32(bytes.size())))] = "{}[]:,#&*!|>'\"%@`- \n\t\x80"[next(22)];
            run(bytes);
        }
    }
}

QTEST_APPLESS_MAIN(TestProcessCorpus)
#include "tst_processcorpus.moc"
