// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlitebackup.h"

#include "files/durablefile.h"
#include "files/fileexamination.h"
#include "sqlite/connection.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

namespace {

Outcome<void> check(const QString &path)
{
    auto copy = Connection::open(path, Connection::Access::Immutable, 0);
    if (!copy.ok())
        return copy.problem();
    const auto answer = copy.value()->scalar(u"PRAGMA quick_check(1)"_s);
    if (!answer.ok())
        return answer.problem();
    if (answer.value().toString() != u"ok"_s)
        return damagedFile(path, answer.value().toString());
    return {};
}

} // namespace

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
    if (auto written = connection.run(u"VACUUM INTO '%1'"_s.arg(quoted)); !written.ok())
        return written;
    if (auto flushed = flushFile(unfinished); !flushed.ok())
        return flushed;
    if (auto checked = check(unfinished); !checked.ok())
        return checked;
    return publishOver(unfinished, path);
}

} // namespace fireline::store
