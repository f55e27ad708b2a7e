// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::window {

void writeDraft(const QString &path, const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        QFile::remove(path);
        return;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.flush())
        return;
    file.close();
    std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData());
}

QByteArray readDraft(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestDraft) : QByteArray();
}

} // namespace fireline::window
