// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/statement.h"

namespace fireline::store {

/// The table `outbox`: which events no backend has shown back yet. One thread; owned by its journal.
class OutboxTable
{
public:
    explicit OutboxTable(Connection &connection);

    [[nodiscard]] domain::Outcome<void> insert(qint64 seq);
    [[nodiscard]] domain::Outcome<qint64> count();

private:
    Statement m_insert;
    Statement m_count;
};

} // namespace fireline::store
