// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

namespace fireline::store {

class Connection;

/// All or nothing: what is not committed is rolled back at the end of the scope. One thread; not nested.
class Transaction
{
public:
    enum class Kind {
        Write, ///< BEGIN IMMEDIATE: waits for its turn now, not in the middle
        Read,  ///< one consistent view over several reads
    };
    explicit Transaction(Connection &connection) : m_connection(connection) { }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] domain::Outcome<void> begin(Kind kind = Kind::Write);
    /// When it is ok the writes are durable.
    [[nodiscard]] domain::Outcome<void> commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace fireline::store
