// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/connection.h"

#include "sqlite/sqlproblem.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

namespace {

QString uriOf(const QString &path, Connection::Access access)
{
    QString uri = u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    switch (access) {
    case Connection::Access::ReadWrite: return uri + u"?mode=rw"_s;
    case Connection::Access::ReadOnly: return uri + u"?mode=ro"_s;
    case Connection::Access::Immutable: return uri + u"?mode=ro&immutable=1"_s;
    }
    return uri;
}

} // namespace

Outcome<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access, int busyTimeoutMs)
{
    std::unique_ptr<Connection> connection(new Connection(path, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase &database = connection->m_database;
    database.setDatabaseName(uriOf(path, access));
    database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1%2"_s.arg(busyTimeoutMs)
                                   .arg(access == Access::ReadWrite ? u""_s : u";QSQLITE_OPEN_READONLY"_s));
    if (!database.open())
        return sqlProblem(database.lastError(), path);
    // Nothing in a file that came from elsewhere may call our functions, and a broken cell must not pass for a value.
    for (const QString &pragma : {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s}) {
        if (auto done = connection->run(pragma); !done.ok())
            return done.problem();
    }
    return connection;
}

Connection::Connection(const QString &path, const QString &name)
    : m_path(path)
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, name))
{
}

Connection::~Connection()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Outcome<void> Connection::run(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return sqlProblem(query.lastError(), m_path);
    return {};
}

Outcome<QVariant> Connection::scalar(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return sqlProblem(query.lastError(), m_path);
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return sqlProblem(query.lastError(), m_path);
    return QVariant();
}

Outcome<void> Connection::runScript(const QByteArray &sql)
{
    auto *const database = static_cast<sqlite3 *>(handle());
    const int code = sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqlProblem(sqlite3_extended_errcode(database), QString::fromUtf8(sqlite3_errmsg(database)), m_path);
    return {};
}

void Connection::setCheckpointOnClose(bool on)
{
    sqlite3_db_config(static_cast<sqlite3 *>(handle()), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

Outcome<void> Connection::setQueryOnly(bool on)
{
    return run(on ? u"PRAGMA query_only=ON"_s : u"PRAGMA query_only=OFF"_s);
}

// Debian's driver uses the system's SQLite, the same library we link.
void *Connection::handle() const
{
    const QVariant handle = m_database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QString sqlText(const QString &name)
{
    QFile file(u":/sql/sqlite/%1.sql"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no SQL text named %s in this program", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

} // namespace fireline::store
