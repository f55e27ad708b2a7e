// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventverifier.h"
#include "sqlite/statement.h"

namespace fireline::store {

/// The table `meta`: what holds for the file as a whole. One thread; owned by its journal.
class MetaTable
{
public:
    explicit MetaTable(Connection &connection);

    /// Null when the key is not there.
    [[nodiscard]] domain::Outcome<QString> read(const QString &key);
    [[nodiscard]] domain::Outcome<void> write(const QString &key, const QString &value);

    /// Before the first event: zero events. Problem::Damaged when what is written there is no head.
    [[nodiscard]] domain::Outcome<domain::RecordedHead> head();
    [[nodiscard]] domain::Outcome<void> setHead(const domain::RecordedHead &head);

private:
    Connection &m_connection;
    Statement m_read;
    Statement m_write;
};

} // namespace fireline::store
