// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstddef>
#include <cstdint>

int fuzzProcess(const std::uint8_t *data, std::size_t size);

using namespace Qt::StringLiterals;

/// The program's own processes with a byte changed here and there, through all that the fuzzer calls.
class TestChangedProcesses : public QObject
{
    Q_OBJECT
private slots:
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

void TestChangedProcesses::survivesChangedBytes()
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

QTEST_APPLESS_MAIN(TestChangedProcesses)
#include "tst_changedprocesses.moc"
