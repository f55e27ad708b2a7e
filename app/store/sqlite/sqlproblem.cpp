// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlproblem.h"

#include "files/fileexamination.h"

#include <QCoreApplication>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Problem;
using Kind = Problem::Kind;

Problem sqlProblem(const QSqlError &error, const QString &path)
{
    return sqlProblem(error.nativeErrorCode().toInt(), error.text(), path);
}

Problem sqlProblem(int nativeCode, const QString &detail, const QString &path)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("fireline::store::SqliteJournal", text); };
    const QString technical = u"SQLite %1: %2"_s.arg(nativeCode).arg(detail);
    switch (nativeCode & 0xff) {
    case SQLITE_FULL:
        return {Kind::Full,
                u"disk-full"_s,
                tr("There is no space left to write %1. Make room; then it goes on.").arg(path),
                technical,
                {},
                {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::Locked,
                u"open-elsewhere"_s,
                tr("%1 is in use by another process. Close it there, or open it read-only.").arg(path),
                technical,
                {},
                {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return damagedFile(path, technical);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {Kind::Io,
                u"no-write-right"_s,
                tr("%1 or its folder may not be written. Open it read-only, or copy it elsewhere.").arg(path),
                technical,
                {},
                {}};
    case SQLITE_CANTOPEN:
        return {Kind::Io,
                u"cannot-open"_s,
                tr("%1 cannot be opened. Check that it and its folder can be read and written.").arg(path),
                technical,
                {},
                {}};
    case SQLITE_IOERR:
        return {Kind::Io,
                u"disk-fault"_s,
                tr("The disk reported a fault at %1. Check the disk, then try again.").arg(path),
                technical,
                {},
                {}};
    case SQLITE_CONSTRAINT:
        return {Kind::Refused,
                u"out-of-line"_s,
                tr("The event contradicts one that %1 holds already; nothing was recorded.").arg(path),
                technical,
                {},
                {}};
    case SQLITE_NOMEM:
        return {Kind::Io,
                u"no-memory"_s,
                tr("There is not enough memory to go on with %1. Close other programs.").arg(path),
                technical,
                {},
                {}};
    default:
        return {Kind::Internal, u"database"_s, tr("The database of %1 gave an unexpected answer.").arg(path), technical, {}, {}};
    }
}

} // namespace fireline::store
