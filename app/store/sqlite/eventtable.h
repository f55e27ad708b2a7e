// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "sqlite/statement.h"

#include <QSet>

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

    enum class Origin {
        Here,   ///< written into this file
        Backend ///< taken from a backend, written elsewhere
    };
    /// Where an event stands, and what it hashes to.
    struct Known
    {
        qint64 seq = 0; ///< 0: nowhere
        QByteArray hash;
    };

    /// False when the id is there already; then nothing is written.
    [[nodiscard]] domain::Outcome<bool> insert(qint64 seq, const domain::Event &event, const QByteArray &recordHash,
                                               Origin origin);
    [[nodiscard]] domain::Outcome<Known> find(const QString &id);
    [[nodiscard]] domain::Outcome<std::optional<Row>> at(qint64 seq);
    /// Hash of the event with that id; empty when there is none.
    [[nodiscard]] domain::Outcome<QByteArray> hashOf(const QString &id);
    /// The event with that id, by the index of ids; nothing when there is none.
    [[nodiscard]] domain::Outcome<std::optional<Row>> row(const QString &id);
    /// Numbers of the events that were taken from a backend.
    [[nodiscard]] domain::Outcome<QSet<qint64>> pulled() const;
    /// Rows after `afterSeq` in recorded order until `take` returns false.
    [[nodiscard]] domain::Outcome<void> read(qint64 afterSeq, const std::function<bool(const Row &)> &take) const;

    /// Ids are stored as their 16 bytes; empty for what is not a UUID in lower-case canonical form.
    [[nodiscard]] static QByteArray idBytes(const QString &id);
    [[nodiscard]] static QString idText(const QByteArray &bytes);

private:
    static domain::Outcome<std::optional<Row>> one(Statement &statement, const QVariant &key);

    Connection &m_connection;
    Statement m_insert;
    Statement m_hash;
    Statement m_find;
    Statement m_at;
    Statement m_row;
};

} // namespace fireline::store
