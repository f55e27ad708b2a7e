// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

/// A connection of somebody else to a database.
class OtherDatabase
{
public:
    explicit OtherDatabase(const QString &path) : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("the database cannot be opened");
    }
    ~OtherDatabase()
    {
        const QString name = m_database.connectionName();
        m_database = {};
        QSqlDatabase::removeDatabase(name);
    }
    Q_DISABLE_COPY_MOVE(OtherDatabase)

    bool run(const QString &sql) const { return QSqlQuery(m_database).exec(sql); }

private:
    QSqlDatabase m_database;
};
