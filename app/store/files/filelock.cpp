// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

namespace {

using domain::Problem;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::FileLock)
};

Problem cannotLock(const QString &path)
{
    return {Problem::Kind::Io,
            u"no-write-right"_s,
            Text::tr("%1 cannot be locked for writing: its folder is not writable. Open it read-only, or copy it elsewhere.")
                .arg(path),
            QString::fromLocal8Bit(std::strerror(errno)),
            {},
            {}};
}

Problem heldElsewhere(const QString &path, int descriptor)
{
    QByteArray text(256, '\0');
    text.truncate(qMax<qsizetype>(0, ::pread(descriptor, text.data(), size_t(text.size()), 0)));
    const QByteArrayList lines = text.split('\n');
    const QString holder = lines.size() >= 2
                               ? Text::tr("process %1 on %2").arg(QString::fromUtf8(lines[0]), QString::fromUtf8(lines[1]))
                               : Text::tr("another process");
    return {Problem::Kind::Locked,
            u"open-elsewhere"_s,
            Text::tr("%1 is open in %2. Close it there, or open it read-only.").arg(path, holder),
            {},
            {},
            {}};
}

// Whoever held the lock may have removed the file between our open and our lock.
bool isStillThere(int descriptor, const QByteArray &name)
{
    struct stat mine = {};
    struct stat named = {};
    return ::fstat(descriptor, &mine) == 0 && ::stat(name.constData(), &named) == 0 && mine.st_ino == named.st_ino
           && mine.st_dev == named.st_dev;
}

} // namespace

QString FileLock::lockPath(const QString &path)
{
    return path + u".lock"_s;
}

domain::Outcome<FileLock> FileLock::take(const QString &path)
{
    const QString lockFile = lockPath(path);
    const QByteArray name = QFile::encodeName(lockFile);
    for (int attempt = 0; attempt < 100; ++attempt) {
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0)
            return cannotLock(path);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const Problem problem = errno == EWOULDBLOCK ? heldElsewhere(path, descriptor) : cannotLock(path);
            ::close(descriptor);
            return problem;
        }
        if (!isStillThere(descriptor, name)) {
            ::close(descriptor);
            continue;
        }
        const QByteArray who = QByteArray::number(QCoreApplication::applicationPid()) + '\n'
                               + QSysInfo::machineHostName().toUtf8() + '\n';
        // The text only serves a message: on a full disk the lock holds without it.
        if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
            const auto written = ::pwrite(descriptor, who.constData(), size_t(who.size()), 0);
        return FileLock(descriptor, lockFile);
    }
    return cannotLock(path);
}

FileLock::FileLock(int descriptor, QString lockFile) : m_descriptor(descriptor), m_lockFile(std::move(lockFile)) { }

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_lockFile(std::move(other.m_lockFile))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_lockFile, other.m_lockFile);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(QFile::encodeName(m_lockFile).constData()); // still locked: nobody else's file can be meant
    ::close(m_descriptor);
}

} // namespace fireline::store
