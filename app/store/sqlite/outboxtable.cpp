// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/outboxtable.h"

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

OutboxTable::OutboxTable(Connection &connection)
    : m_insert(connection, u"outbox/insert"_s)
    , m_count(connection, u"outbox/count"_s)
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

} // namespace fireline::store
