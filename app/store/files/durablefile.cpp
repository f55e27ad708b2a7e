// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/durablefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

namespace {

using domain::Outcome;
using domain::Problem;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::files)
};

Problem failure(const QString &path, int error)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(error));
    if (error == ENOSPC || error == EDQUOT)
        return {Problem::Kind::Full,
                u"disk-full"_s,
                Text::tr("There is no space left to write %1. Make room and try again.").arg(path),
                detail,
                {},
                {}};
    if (error == EEXIST)
        return {
            Problem::Kind::Io, u"file-exists"_s, Text::tr("%1 is there already. Choose another name.").arg(path), detail, {}, {}};
    return {Problem::Kind::Io,
            u"cannot-write"_s,
            Text::tr("%1 cannot be written (%2). Choose another folder.").arg(path, detail),
            detail,
            {},
            {}};
}

Outcome<void> flush(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return failure(path, errno);
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (error != 0)
        return failure(path, error);
    return {};
}

Outcome<void> flushFolderOf(const QString &path)
{
    return flush(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
}

} // namespace

Outcome<void> createPrivateFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(path, errno);
    ::close(descriptor);
    return {};
}

Outcome<void> flushFile(const QString &path)
{
    return flush(path, O_RDWR);
}

Outcome<void> publishNew(const QString &from, const QString &to)
{
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        // Some file systems (FAT) know no second name.
        if (errno != EPERM && errno != EOPNOTSUPP)
            return failure(to, errno);
        if (QFileInfo::exists(to))
            return failure(to, EEXIST);
        return publishOver(from, to);
    }
    ::unlink(QFile::encodeName(from).constData());
    return flushFolderOf(to);
}

Outcome<void> publishOver(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure(to, errno);
    return flushFolderOf(to);
}

void removeDatabase(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

} // namespace fireline::store
