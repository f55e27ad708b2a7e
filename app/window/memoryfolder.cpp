// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfolder.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFileInfo>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

QString memoryFolder()
{
    if (const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR"); !runtime.isEmpty())
        return runtime + u"/fireline"_s;
    const QString own = u"/dev/shm/fireline-%1"_s.arg(::getuid());
    if (::mkdir(own.toLatin1().constData(), S_IRWXU) != 0 && errno != EEXIST)
        return {};
    const QFileInfo made(own);
    const bool closed = !(made.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
    return made.isDir() && !made.isSymLink() && made.ownerId() == ::getuid() && closed ? own : QString();
}

} // namespace

QString inMemory(const QString &stateFolder, const QString &name)
{
    const QString memory = stateFolder.isEmpty() ? QString() : memoryFolder();
    const QByteArray console = QCryptographicHash::hash(stateFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return memory.isEmpty() ? QString() : u"%1/%2-%3"_s.arg(memory, QString::fromLatin1(console), name);
}

} // namespace fireline::window
