// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlitebackup.h"

#include "files/durablefile.h"
#include "files/fileexamination.h"
#include "sqlite/connection.h"
#include "sqlite/sqlproblem.h"

#include <QRegularExpression>
#include <QScopeGuard>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

namespace {

Outcome<void> check(const QString &path)
{
    auto copy = Connection::open(path, Connection::Access::Immutable, 0);
    if (!copy.ok())
        return copy.problem();
    return checkPages(*copy.value());
}

} // namespace

// The check reports a page that the disk did not give like a page that is wrong: the file must not pass for damaged then.
Outcome<void> checkPages(Connection &connection)
{
    const auto answer = connection.scalar(u"PRAGMA quick_check(1)"_s);
    if (!answer.ok())
        return answer.problem();
    const QString text = answer.value().toString();
    // A row that breaks a rule of its table is verify()'s matter: it names the event.
    static const QRegularExpression rowFault(u"^(CHECK constraint failed|NULL value|non-\\w+ value|TEXT value|NUMERIC value)"_s);
    if (text == u"ok"_s || rowFault.match(text).hasMatch())
        return {};
    static const QRegularExpression code(u"error code=(\\d+)"_s);
    const auto match = code.match(text);
    if (match.hasMatch())
        return sqlProblem(match.captured(1).toInt(), text, connection.path());
    return damagedFile(connection.path(), text);
}

Outcome<void> backUp(Connection &connection, const QString &path)
{
    const QString unfinished = path + u".unfinished"_s;
    removeDatabase(unfinished);
    // Made before SQLite sees it: that would give it the rights of an ordinary file.
    if (auto made = createPrivateFile(unfinished); !made.ok())
        return made;
    const auto tidy = qScopeGuard([&] { removeDatabase(unfinished); });
    QString quoted = unfinished;
    quoted.replace(u'\'', u"''"_s);
    if (auto written = connection.run(u"VACUUM INTO '%1'"_s.arg(quoted)); !written.ok()) {
        // SQLite calls the target taken when the disk does not tell its length; it is ours, and empty.
        const bool unexpected = written.problem().kind == domain::Problem::Kind::Internal;
        return unexpected ? sqlProblem(SQLITE_IOERR, written.problem().detail, connection.path()) : written;
    }
    if (auto flushed = flushFile(unfinished); !flushed.ok())
        return flushed;
    if (auto checked = check(unfinished); !checked.ok())
        return checked;
    return publishOver(unfinished, path);
}

} // namespace fireline::store
