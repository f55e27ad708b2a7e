// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/statement.h"

#include <QList>

namespace fireline::store {

/// The full-text index over entries (FTS5, contentless). One thread; owned by its journal.
class SearchTable
{
public:
    explicit SearchTable(Connection &connection);

    [[nodiscard]] domain::Outcome<void> insert(qint64 seq, const QString &text);
    [[nodiscard]] domain::Outcome<void> clear();
    /// Ids of events that hold every word, the last word as a prefix; newest first, at most `limit`.
    [[nodiscard]] domain::Outcome<QList<QString>> find(const QString &words, int limit);

    /// What a person typed as a query that FTS5 takes word by word, whatever is in it; empty when there is no word. Pure.
    [[nodiscard]] static QString queryFor(const QString &words);

private:
    Statement m_insert;
    Statement m_clear;
    Statement m_find;
};

} // namespace fireline::store
