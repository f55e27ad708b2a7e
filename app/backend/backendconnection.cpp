// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendconnection.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

using namespace Qt::StringLiterals;

namespace fireline::backend {

using domain::Outcome;
using domain::Problem;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BackendConnection)
};

QString nextName()
{
    static std::atomic<int> count = 0;
    return u"fireline-backend-%1"_s.arg(++count);
}

// A failed connection has no code, only the server's words or libpq's. Those of the server are about who we are.
Problem connectProblem(const QString &detail, const QString &shown)
{
    const bool isFull = detail.contains("too many connections"_L1) || detail.contains("too many clients"_L1)
                        || detail.contains("remaining connection slots"_L1);
    if (isFull)
        return {Problem::Kind::Io,
                u"unreachable"_s,
                Text::tr("The backend %1 has no room for another connection just now. It is tried again; what you record is kept "
                         "here meanwhile.")
                    .arg(shown),
                detail,
                {},
                {}};
    // libpq's words about a server whose certificate does not hold; what the server says of ours is about us.
    const bool isUntrusted = detail.contains("certificate verify failed"_L1) || detail.contains("does not match host name"_L1)
                             || detail.contains("root certificate"_L1) || detail.contains("does not support SSL"_L1);
    if (isUntrusted)
        return {Problem::Kind::Io,
                u"untrusted"_s,
                Text::tr("The backend %1 does not prove who it is, so nothing was sent there. Ask whoever runs it for the "
                         "certificate of its authority; it belongs into ~/.postgresql/root.crt.")
                    .arg(shown),
                detail,
                {},
                {}};
    const bool answered = detail.contains("authentication"_L1) || detail.contains("password"_L1) || detail.contains("role \""_L1)
                          || detail.contains("pg_hba"_L1) || detail.contains("permission denied for database"_L1)
                          || detail.contains("does not exist"_L1) || detail.contains("certificate"_L1);
    if (answered)
        return {
            Problem::Kind::Io,
            u"login"_s,
            Text::tr("The backend %1 does not let this login in. Check its name, its password or certificate, and the name of "
                     "the database.")
                .arg(shown),
            detail,
            {},
            {}};
    return {Problem::Kind::Io,
            u"unreachable"_s,
            Text::tr("The backend %1 does not answer. Check the address and the network; what you record is kept here meanwhile.")
                .arg(shown),
            detail,
            {},
            {}};
}

} // namespace

Outcome<std::unique_ptr<BackendConnection>> BackendConnection::open(const BackendAddress &address)
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return Problem{Problem::Kind::Io,
                       u"driver"_s,
                       Text::tr("The driver for PostgreSQL is missing. Install the package %1.").arg(u"libqt6sql6-psql"_s),
                       {},
                       {},
                       {}};
    std::unique_ptr<BackendConnection> connection(new BackendConnection(address, nextName()));
    if (!connection->m_database.open())
        return connectProblem(connection->m_database.lastError().text(), address.shown);
    // Someone's settings may put other schemas first; every name below is written out anyway.
    if (auto done = connection->run(u"set search_path = pg_catalog"_s); !done)
        return done.problem();
    return connection;
}

BackendConnection::BackendConnection(const BackendAddress &address, const QString &name)
    : m_shown(address.shown)
    , m_database(QSqlDatabase::addDatabase(u"QPSQL"_s, name))
{
    m_database.setConnectOptions(address.options);
    if (!address.password.isEmpty())
        m_database.setPassword(address.password);
}

BackendConnection::~BackendConnection()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Problem BackendConnection::problem(const QSqlError &error) const
{
    const QString code = error.nativeErrorCode();
    if (code == "42501"_L1)
        return {Problem::Kind::Refused,
                u"not-permitted"_s,
                Text::tr("This login may not do that on the backend %1.").arg(m_shown),
                error.text(),
                {},
                {}};
    if (code.isEmpty() || code.startsWith("57P"_L1) || code.startsWith("08"_L1))
        return connectProblem({}, m_shown);
    return {Problem::Kind::Io,
            u"database"_s,
            Text::tr("The backend %1 refused: %2").arg(m_shown, error.databaseText().section(u'\n', 0, 0)),
            error.text(),
            {},
            {}};
}

Outcome<void> BackendConnection::run(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return problem(query.lastError());
    // Each statement has a result of its own, and any of them may be a failure.
    while (query.nextResult()) { }
    return query.lastError().isValid() ? Outcome<void>(problem(query.lastError())) : Outcome<void>();
}

// By the driver, as it writes them behind EXECUTE too: a statement that is prepared for one call and freed behind it goes there and back
// two times more.
QString BackendConnection::written(const QString &sql, const QVariantList &values) const
{
    QString text;
    bool isQuoted = false;
    qsizetype next = 0;
    for (const QChar sign : sql) {
        isQuoted = isQuoted != (sign == u'\'');
        if (sign != u'?' || isQuoted || next == values.size()) {
            text.append(sign);
            continue;
        }
        const QVariant &value = values.at(next++);
        QSqlField field({}, value.metaType());
        field.setValue(value);
        text.append(m_database.driver()->formatValue(field));
    }
    return text;
}

Outcome<QList<QVariantList>> BackendConnection::rows(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(written(sql, values)))
        return problem(query.lastError());
    QList<QVariantList> all;
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        for (int column = 0; column < columns; ++column)
            row.append(query.value(column));
        all.append(row);
    }
    // The rows come before the commit, and one by one: what ended them may be that it failed, or that nobody is there any more.
    if (query.lastError().isValid())
        return problem(query.lastError());
    return all;
}

Outcome<QVariant> BackendConnection::scalar(const QString &sql, const QVariantList &values)
{
    const auto all = rows(sql, values);
    if (!all)
        return all.problem();
    return all.value().isEmpty() ? QVariant() : all.value().first().value(0);
}

QString BackendConnection::quotedName(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString BackendConnection::quotedText(const QString &text)
{
    return u"E'"_s + QString(text).replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s) + u'\'';
}

} // namespace fireline::backend
