// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendaddress.h"

#include <QSqlDatabase>
#include <QVariantList>

#include <memory>

namespace fireline::backend {

/// One connection to a backend, closed when it goes. Blocks: for the command line, or a thread of its own. Used in the thread that
/// opened it; owned by whoever opened it.
class BackendConnection
{
public:
    /// Problem::Io with code "unreachable" (nobody answers), "login" (the server does not let us in), "untrusted" (it does not prove
    /// who it is) or "driver" (Qt's driver for PostgreSQL is not installed).
    [[nodiscard]] static domain::Outcome<std::unique_ptr<BackendConnection>> open(const BackendAddress &address);
    BackendConnection(const BackendConnection &) = delete;
    BackendConnection &operator=(const BackendConnection &) = delete;
    ~BackendConnection();

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    [[nodiscard]] const QString &shown() const { return m_shown; }

    /// Runs SQL as it is written, several statements too: no placeholders.
    [[nodiscard]] domain::Outcome<void> run(const QString &sql);
    /// The rows of a query with "?" for each value: all of them, committed, or the problem.
    [[nodiscard]] domain::Outcome<QList<QVariantList>> rows(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; an invalid variant when there is none.
    [[nodiscard]] domain::Outcome<QVariant> scalar(const QString &sql, const QVariantList &values = {});

    /// A name or a text as it is written in SQL.
    [[nodiscard]] static QString quotedName(const QString &name);
    [[nodiscard]] static QString quotedText(const QString &text);

private:
    BackendConnection(const BackendAddress &address, const QString &name);
    [[nodiscard]] QString written(const QString &sql, const QVariantList &values) const;
    [[nodiscard]] domain::Problem problem(const class QSqlError &error) const;

    QString m_shown;
    QSqlDatabase m_database;
};

} // namespace fireline::backend
