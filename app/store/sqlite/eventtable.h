// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "sqlite/statement.h"

#include <functional>
#include <optional>

namespace fireline::store {

/// The table `events`: rows are added and read, never changed. One thread; owned by its journal.
class EventTable
{
public:
    /// A row as it stands on the disk, which may no longer be an event.
    struct Row
    {
        qint64 seq = 0;
        QString id; ///< as far as it can be read
        domain::Outcome<domain::Event> event;
        QByteArray recordHash;
    };

    explicit EventTable(Connection &connection);

    /// False when the id is there already; then nothing is written.
    [[nodiscard]] domain::Outcome<bool> insert(qint64 seq, const domain::Event &event, const QByteArray &recordHash);
    /// Hash of the event with that id; empty when there is none.
    [[nodiscard]] domain::Outcome<QByteArray> hashOf(const QString &id);
    /// The event with that id, by the index of ids; nothing when there is none.
    [[nodiscard]] domain::Outcome<std::optional<Row>> row(const QString &id);
    /// Rows after `afterSeq` in recorded order until `take` returns false.
    [[nodiscard]] domain::Outcome<void> read(qint64 afterSeq, const std::function<bool(const Row &)> &take) const;

    /// Ids are stored as their 16 bytes; empty for what is not a UUID in lower-case canonical form.
    [[nodiscard]] static QByteArray idBytes(const QString &id);
    [[nodiscard]] static QString idText(const QByteArray &bytes);

private:
    Connection &m_connection;
    Statement m_insert;
    Statement m_hash;
    Statement m_row;
};

} // namespace fireline::store
