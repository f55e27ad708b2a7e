// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlproblem.h"

#include "files/fileexamination.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Problem;
using Kind = Problem::Kind;

namespace {

struct Meaning
{
    int code;
    Kind kind;
    const char *word;
    const char *text;
};

constexpr const char *Context = "fireline::store::SqliteJournal";
constexpr std::array Meanings{
    Meaning{
        SQLITE_FULL, Kind::Full, "disk-full",
        QT_TRANSLATE_NOOP("fireline::store::SqliteJournal", "There is no space left to write %1. Make room; then it goes on.")},
    Meaning{SQLITE_BUSY, Kind::Locked, "open-elsewhere",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "%1 is in use by another process. Close it there, or open it read-only.")},
    Meaning{SQLITE_LOCKED, Kind::Locked, "open-elsewhere",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "%1 is in use by another process. Close it there, or open it read-only.")},
    Meaning{SQLITE_READONLY, Kind::Io, "no-write-right",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "%1 or its folder may not be written. Open it read-only, or copy it elsewhere.")},
    Meaning{SQLITE_PERM, Kind::Io, "no-write-right",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "%1 or its folder may not be written. Open it read-only, or copy it elsewhere.")},
    Meaning{SQLITE_CANTOPEN, Kind::Io, "cannot-open",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "%1 cannot be opened. Check that it and its folder can be read and written.")},
    Meaning{
        SQLITE_IOERR, Kind::Io, "disk-fault",
        QT_TRANSLATE_NOOP("fireline::store::SqliteJournal", "The disk reported a fault at %1. Check the disk, then try again.")},
    Meaning{SQLITE_CONSTRAINT, Kind::Refused, "out-of-line",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "The event contradicts one that %1 holds already; nothing was recorded.")},
    Meaning{SQLITE_NOMEM, Kind::Io, "no-memory",
            QT_TRANSLATE_NOOP("fireline::store::SqliteJournal",
                              "There is not enough memory to go on with %1. Close other programs.")},
};
constexpr Meaning Unexpected{
    SQLITE_ERROR, Kind::Internal, "database",
    QT_TRANSLATE_NOOP("fireline::store::SqliteJournal", "The database of %1 gave an unexpected answer.")};

} // namespace

Problem sqlProblem(const QSqlError &error, const QString &path)
{
    return sqlProblem(error.nativeErrorCode().toInt(), error.text(), path);
}

Problem sqlProblem(int nativeCode, const QString &detail, const QString &path)
{
    const QString technical = u"SQLite %1: %2"_s.arg(nativeCode).arg(detail);
    const int code = nativeCode & 0xff;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return damagedFile(path, technical);
    const auto found = std::find_if(Meanings.begin(), Meanings.end(),
                                    [&](const Meaning &meaning) { return meaning.code == code; });
    const Meaning &meaning = found == Meanings.end() ? Unexpected : *found;
    return {meaning.kind,
            QString::fromLatin1(meaning.word),
            QCoreApplication::translate(Context, meaning.text).arg(path),
            technical,
            {},
            {}};
}

} // namespace fireline::store
