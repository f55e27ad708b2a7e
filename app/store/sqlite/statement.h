// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <initializer_list>

namespace fireline::store {

class Connection;

/// One named statement of resources/sql/sqlite, prepared at its first use and kept. Forward only: the driver would keep
/// every row otherwise. Owned by a table; one thread; must go before its Connection.
class Statement
{
public:
    Statement(Connection &connection, const QString &name);

    /// Runs it for its effect; the number of rows changed.
    [[nodiscard]] domain::Outcome<int> run(std::initializer_list<QVariant> values);
    /// Starts reading: next() until false, then finish().
    [[nodiscard]] domain::Outcome<void> start(std::initializer_list<QVariant> values);
    /// False at the end of the rows; a broken page shows only here.
    [[nodiscard]] domain::Outcome<bool> next();
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    void finish() { m_query.finish(); }

private:
    Connection &m_connection;
    QString m_name;
    QSqlQuery m_query;
    bool m_prepared = false;
};

/// A string as SQLite shall store it: an unset one would become NULL.
[[nodiscard]] inline QVariant notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}
[[nodiscard]] inline QVariant notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace fireline::store
