// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/statement.h"

#include <QList>

namespace fireline::store {

/// The table `outbox`: which events no backend has shown back yet. One thread; owned by its journal.
class OutboxTable
{
public:
    explicit OutboxTable(Connection &connection);

    [[nodiscard]] domain::Outcome<void> insert(qint64 seq);
    [[nodiscard]] domain::Outcome<qint64> count();

    struct Row
    {
        qint64 seq = 0;
        QString refusedFor; ///< goes there for its author's chain alone
    };
    [[nodiscard]] domain::Outcome<QList<Row>> read(int limit);
    /// False when it was not there.
    [[nodiscard]] domain::Outcome<bool> free(qint64 seq);

private:
    Statement m_insert;
    Statement m_count;
    Statement m_read;
    Statement m_free;
};

} // namespace fireline::store
