// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace fireline::store {

std::optional<FileIdentity> FileIdentity::of(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{quint64(found.st_dev), quint64(found.st_ino)};
}

} // namespace fireline::store
