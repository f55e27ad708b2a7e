// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/statement.h"

#include "sqlite/connection.h"
#include "sqlite/sqlproblem.h"

#include <QSqlError>

namespace fireline::store {

using domain::Outcome;

Statement::Statement(Connection &connection, const QString &name)
    : m_connection(connection)
    , m_name(name)
    , m_query(connection.database())
{
    m_query.setForwardOnly(true);
}

Outcome<void> Statement::start(std::initializer_list<QVariant> values)
{
    if (!m_prepared) {
        if (!m_query.prepare(sqlText(m_name)))
            return sqlProblem(m_query.lastError(), m_connection.path());
        m_prepared = true;
    }
    int place = 0;
    for (const QVariant &value : values)
        m_query.bindValue(place++, value);
    if (m_query.exec())
        return {};
    const auto problem = sqlProblem(m_query.lastError(), m_connection.path());
    m_query.finish();
    return problem;
}

Outcome<int> Statement::run(std::initializer_list<QVariant> values)
{
    if (auto started = start(values); !started.ok())
        return started.problem();
    const int rows = m_query.numRowsAffected();
    m_query.finish();
    return rows;
}

Outcome<bool> Statement::next()
{
    if (m_query.next())
        return true;
    if (!m_query.lastError().isValid())
        return false;
    const auto problem = sqlProblem(m_query.lastError(), m_connection.path());
    m_query.finish();
    return problem;
}

} // namespace fireline::store
