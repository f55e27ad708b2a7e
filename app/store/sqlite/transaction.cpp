// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/transaction.h"

#include "sqlite/connection.h"

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

Outcome<void> Transaction::begin(Kind kind)
{
    auto begun = m_connection.run(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_open = begun.ok();
    return begun;
}

Outcome<void> Transaction::commit()
{
    auto done = m_connection.run(u"COMMIT"_s);
    if (done.ok())
        m_open = false;
    return done;
}

Transaction::~Transaction()
{
    // After some faults SQLite has rolled back by itself; then this finds nothing to do.
    if (m_open) [[maybe_unused]]
        const auto undone = m_connection.run(u"ROLLBACK"_s);
}

} // namespace fireline::store
