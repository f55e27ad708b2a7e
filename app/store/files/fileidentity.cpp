// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileidentity.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace fireline::store {

std::optional<FileIdentity> FileIdentity::of(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{quint64(found.st_dev), quint64(found.st_ino)};
}

bool isSameFile(const QString &one, const QString &other)
{
    const auto first = FileIdentity::of(one);
    if (const auto second = FileIdentity::of(other); first && second)
        return first == second;
    const auto name = [](const QString &path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); };
    return name(one) == name(other);
}

} // namespace fireline::store
