// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileexamination.h"

#include "sqlite/sqlproblem.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

namespace {

using domain::Outcome;
using domain::Problem;
using Kind = Problem::Kind;

constexpr int HeadSize = 100; // SQLite file format, section 1.3

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::files)
};

Problem onShare(const QString &path, const QString &share)
{
    return {Kind::Io,
            u"network-share"_s,
            Text::tr("%1 lies on a network share (%2), where entries can be lost. Copy it to a local disk and open it there.")
                .arg(path, share),
            {},
            {},
            {}};
}

bool mayDo(const QString &path, int right)
{
    return ::access(QFile::encodeName(path).constData(), right) == 0;
}

bool mayWrite(const QString &path)
{
    return mayDo(path, W_OK);
}

quint32 number(const QByteArray &head, qsizetype offset)
{
    return qFromBigEndian<quint32>(head.constData() + offset);
}

struct Head
{
    QByteArray bytes;
    sqlite3_int64 size = 0;
};

// Read through SQLite's own file handle: closing any other handle would drop the locks that a connection of this process
// holds on the file (POSIX), and nothing is left behind, since no transaction begins.
Outcome<Head> readHead(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_file *file = nullptr;
    Head head;
    int code = sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code = file && file->pMethods ? file->pMethods->xFileSize(file, &head.size) : SQLITE_CANTOPEN;
    head.bytes.fill('\0', qMin<qint64>(head.size, HeadSize));
    if (code == SQLITE_OK && head.size > 0)
        code = file->pMethods->xRead(file, head.bytes.data(), int(head.bytes.size()), 0);
    sqlite3_close(database);
    if (code != SQLITE_OK)
        return sqlProblem(code, QString::fromUtf8(sqlite3_errstr(code)), path);
    return head;
}

// Only without a log is the length in the head what the file must have: a checkpoint cut short leaves them apart.
bool isCutShort(const QByteArray &head, qint64 size)
{
    const auto raw = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 pageSize = raw == 1 ? 65536 : raw;
    const bool lengthIsValid = number(head, 24) == number(head, 92);
    return lengthIsValid && size < pageSize * number(head, 28);
}

Outcome<void> checkHead(const QString &path, const QByteArray &head, qint64 size, bool hasLog)
{
    if (!head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return Problem{Kind::Parse,
                       u"not-fireline"_s,
                       Text::tr("%1 is not a Fireline file. Choose a file that Fireline made.").arg(path),
                       {},
                       {},
                       {}};
    if (head.size() < HeadSize)
        return damagedFile(path, u"%1 bytes"_s.arg(size));
    if (number(head, 68) != ApplicationId)
        return Problem{Kind::Parse,
                       u"foreign-file"_s,
                       Text::tr("%1 is a database of another program. Choose a file that Fireline made.").arg(path),
                       u"application_id %1"_s.arg(number(head, 68), 8, 16, QLatin1Char('0')),
                       {},
                       {}};
    if (!hasLog && isCutShort(head, size))
        return damagedFile(path, u"cut short at %1 bytes"_s.arg(size));
    return {};
}

} // namespace

Problem damagedFile(const QString &path, const QString &detail)
{
    return {Kind::Damaged,
            u"damaged-file"_s,
            Text::tr("%1 is damaged. Set it aside and go on with a backup; nothing of it is deleted.").arg(path),
            detail,
            {},
            {}};
}

Outcome<FileFacts> examineFile(const QString &path, const ShareProbe &shareOf)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Problem{Kind::NotFound, u"no-file"_s, Text::tr("There is no file %1.").arg(path), {}, {}, {}};
    if (info.isDir())
        return Problem{Kind::Io, u"is-directory"_s, Text::tr("%1 is a folder. Choose a file in it.").arg(path), {}, {}, {}};
    if (!info.isFile())
        return Problem{Kind::Io, u"not-a-file"_s, Text::tr("%1 is not an ordinary file.").arg(path), {}, {}, {}};
    if (const QString share = shareOf(path); !share.isEmpty())
        return onShare(path, share);
    FileFacts facts{info.canonicalFilePath(), 0, false};
    if (!mayDo(path, R_OK))
        return Problem{Kind::Io,
                       u"no-read-right"_s,
                       Text::tr("%1 cannot be read. Ask its owner for the right to read it.").arg(path),
                       {},
                       {},
                       {}};
    const auto head = readHead(facts.path);
    if (!head.ok())
        return head.problem();
    facts.hasLog = QFileInfo(facts.path + u"-wal"_s).size() > 0;
    if (const auto checked = checkHead(path, head.value().bytes, head.value().size, facts.hasLog); !checked.ok())
        return checked.problem();
    facts.formatVersion = number(head.value().bytes, 60);
    return facts;
}

Outcome<void> checkWritable(const QString &path)
{
    if (mayWrite(path) && mayWrite(QFileInfo(path).absolutePath()))
        return {};
    return Problem{Kind::Io,
                   u"no-write-right"_s,
                   Text::tr("%1 or its folder may not be written. Open it read-only, or copy it elsewhere.").arg(path),
                   {},
                   {},
                   {}};
}

Outcome<void> examinePlace(const QString &path, const ShareProbe &shareOf)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    if (info.exists() || info.isSymLink())
        return Problem{Kind::Io, u"file-exists"_s, Text::tr("%1 is there already. Choose another name.").arg(path), {}, {}, {}};
    if (!QFileInfo(folder).isDir())
        return Problem{
            Kind::Io, u"no-folder"_s, Text::tr("There is no folder %1. Make it, or choose another.").arg(folder), {}, {}, {}};
    if (const QString share = shareOf(folder); !share.isEmpty())
        return onShare(path, share);
    if (!mayWrite(folder))
        return Problem{
            Kind::Io, u"no-write-right"_s, Text::tr("The folder %1 may not be written. Choose another.").arg(folder), {}, {}, {}};
    return {};
}

} // namespace fireline::store
