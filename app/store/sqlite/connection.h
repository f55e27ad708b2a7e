// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <memory>

namespace fireline::store {

/// One open SQLite connection with its pragmas set. Used in the thread that opened it; owned by its journal, and outlives
/// every Statement made on it.
class Connection
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly,  ///< needs the right to write beside the file, or that its log is there
        Immutable, ///< no locks, no log: only for a file that nobody can be writing
    };

    /// The file must exist. A lock that stays longer than `busyTimeoutMs` is Problem::Locked.
    [[nodiscard]] static domain::Outcome<std::unique_ptr<Connection>> open(const QString &path, Access access, int busyTimeoutMs);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }

    /// Runs one statement for its effect.
    [[nodiscard]] domain::Outcome<void> run(const QString &sql);
    /// First column of the first row; an invalid variant when there is no row.
    [[nodiscard]] domain::Outcome<QVariant> scalar(const QString &sql);
    /// Runs several statements, as a schema step has them.
    [[nodiscard]] domain::Outcome<void> runScript(const QByteArray &sql);

    /// Whether the last connection to close folds the log into the file. Off while a file is only being looked at.
    void setCheckpointOnClose(bool on);
    /// Refuses every write from now on.
    [[nodiscard]] domain::Outcome<void> setQueryOnly(bool on);

private:
    Connection(const QString &path, const QString &name);
    void *handle() const;

    QString m_path;
    QSqlDatabase m_database;
};

/// The text of resources/sql/sqlite/NAME.sql.
[[nodiscard]] QString sqlText(const QString &name);

} // namespace fireline::store
