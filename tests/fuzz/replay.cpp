// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzzers of this folder without libFuzzer: feeds every file of the named folders to the target, as it is and changed
// a little. So the corpus, and with it every fault that was ever found, is tried again by every compiler in the quick tier.
#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

namespace {

void run(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()));
}

// A fixed walk over changed, cut and doubled bytes, so that a failure comes back.
void runChanged(const QByteArray &bytes, quint32 state)
{
    const auto next = [&state](qsizetype below) {
        state = state * 1664525 + 1013904223;
        return qsizetype(state >> 8) % below;
    };
    constexpr qsizetype largest = 16 * 1024; // the quick tier is quick
    for (int i = 0; i < 25 && !bytes.isEmpty() && bytes.size() <= largest; ++i) {
        QByteArray changed = bytes;
        const qsizetype at = next(bytes.size());
        switch (next(4)) {
        case 0: changed[at] = char(next(256)); break;
        case 1: changed.truncate(at); break;
        case 2: changed.remove(at, 1 + next(8)); break;
        default: changed.insert(at, bytes.mid(next(bytes.size()), 16));
        }
        run(changed);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    int files = 0;
    for (const QString &folder : QCoreApplication::arguments().mid(1)) {
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray bytes = file.readAll();
            run(bytes);
            runChanged(bytes, quint32(files));
            ++files;
        }
    }
    QTextStream(stdout) << files << " inputs\n";
    return files > 0 ? 0 : 1;
}
