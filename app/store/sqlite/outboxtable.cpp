// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/outboxtable.h"

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

OutboxTable::OutboxTable(Connection &connection)
    : m_insert(connection, u"outbox/insert"_s)
    , m_count(connection, u"outbox/count"_s)
    , m_read(connection, u"outbox/read"_s)
    , m_free(connection, u"outbox/free"_s)
{
}

Outcome<void> OutboxTable::insert(qint64 seq)
{
    const auto rows = m_insert.run({seq});
    return rows.ok() ? Outcome<void>() : rows.problem();
}

Outcome<qint64> OutboxTable::count()
{
    if (auto started = m_count.start({}); !started.ok())
        return started.problem();
    const auto row = m_count.next();
    if (!row.ok())
        return row.problem();
    const qint64 count = m_count.value(0).toLongLong();
    m_count.finish();
    return count;
}

Outcome<QList<OutboxTable::Row>> OutboxTable::read(int limit)
{
    if (auto started = m_read.start({limit}); !started.ok())
        return started.problem();
    QList<Row> rows;
    for (;;) {
        const auto more = m_read.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            break;
        rows.append({m_read.value(0).toLongLong(), m_read.value(1).toString()});
    }
    m_read.finish();
    return rows;
}

Outcome<bool> OutboxTable::free(qint64 seq)
{
    const auto rows = m_free.run({seq});
    if (!rows.ok())
        return rows.problem();
    return rows.value() == 1;
}

} // namespace fireline::store
