// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzzers of this folder without libFuzzer: feeds every file of the named folders to the target once. So the corpus,
// and with it every fault that was ever found, is tried again by every compiler in the quick tier.
#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

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
            LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()));
            ++files;
        }
    }
    QTextStream(stdout) << files << " inputs\n";
    return files > 0 ? 0 : 1;
}
