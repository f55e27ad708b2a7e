// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/searchtable.h"

#include "sqlite/eventtable.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

SearchTable::SearchTable(Connection &connection)
    : m_insert(connection, u"search/insert"_s)
    , m_clear(connection, u"search/clear"_s)
    , m_find(connection, u"search/find"_s)
{
}

Outcome<void> SearchTable::insert(qint64 seq, const QString &text)
{
    const auto rows = m_insert.run({seq, notNull(text)});
    return rows.ok() ? Outcome<void>() : rows.problem();
}

Outcome<void> SearchTable::clear()
{
    const auto rows = m_clear.run({});
    return rows.ok() ? Outcome<void>() : rows.problem();
}

Outcome<QList<QString>> SearchTable::find(const QString &words, int limit)
{
    QList<QString> ids;
    const QString query = queryFor(words);
    if (query.isEmpty())
        return ids;
    if (auto started = m_find.start({query, limit}); !started.ok())
        return started.problem();
    for (;;) {
        const auto more = m_find.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            break;
        ids.append(EventTable::idText(m_find.value(0).toByteArray()));
    }
    m_find.finish();
    return ids;
}

QString SearchTable::queryFor(const QString &words)
{
    QString clean = words;
    clean.replace(QChar::Null, u' ').replace(u'"', u' ');
    QStringList quoted;
    for (const QString &word : clean.split(u' ', Qt::SkipEmptyParts)) {
        const QString trimmed = word.simplified();
        if (std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
            quoted.append(u'"' + trimmed + u'"');
    }
    return quoted.isEmpty() ? QString() : quoted.join(u' ') + u'*';
}

} // namespace fireline::store
