// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedincident.h"

#include "backendpeople.h"
#include "backendschema.h"

using namespace Qt::StringLiterals;

namespace fireline::test {

using namespace backend;

SharedIncident::Connection SharedIncident::openAs(const QString &login) const
{
    auto connection = BackendConnection::open(parseAddress(m_server->uri(login)).value());
    if (!connection)
        qWarning("%s", qPrintable(connection.problem().detail));
    return connection ? std::move(connection).value() : nullptr;
}

bool SharedIncident::openServer()
{
    m_server = std::make_unique<PostgresServer>();
    if (!m_server->start())
        return false;
    m_logins[u"admin"_s] = openAs(u"admin"_s);
    if (!m_logins[u"admin"_s] || !initialise(as(u"admin"_s)))
        return false;
    const QList<std::pair<QString, BackendRole>> people = {{u"ana"_s, BackendRole::Responder},
                                                           {u"Bo"_s, BackendRole::Responder},
                                                           {u"cy"_s, BackendRole::Responder},
                                                           {u"olly"_s, BackendRole::Observer},
                                                           {u"audra"_s, BackendRole::Auditor}};
    for (const auto &[name, role] : people) {
        if (!addPerson(as(u"admin"_s), name, role))
            return false;
        m_logins[name] = openAs(name);
        if (!m_logins[name])
            return false;
    }
    return true;
}

void SharedIncident::begin()
{
    m_incident = m_ids.next({1'740'996'000'000'000});
    for (const QString &name : {u"ana"_s, u"Bo"_s, u"cy"_s, u"olly"_s, u"audra"_s})
        m_authors[name] = std::make_shared<Author>(m_ids, name, m_incident);
}

QString SharedIncident::push(const QString &login, const QList<domain::Event> &events)
{
    return said(append(as(login), m_incident, events, m_table));
}

QString SharedIncident::push(const QString &login, const QString &type, const QJsonObject &payload)
{
    return push(login, {author(login).next(type, payload)});
}

QJsonObject SharedIncident::declaration(bool isPrivate) const
{
    return {{u"title"_s, u"Payments fail"_s},
            {u"process"_s, m_process.id},
            {u"processHash"_s, m_process.sha256},
            {u"processText"_s, QString::fromUtf8(m_process.text)},
            {u"private"_s, isPrivate}};
}

QString SharedIncident::declareAndCommand(bool isPrivate)
{
    return push(u"ana"_s, {author(u"ana"_s).next(u"incident.declared"_s, declaration(isPrivate)),
                           author(u"ana"_s).next(u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"ana"_s}})});
}

int SharedIncident::rejections(const QString &reason, const QString &login)
{
    return as(u"admin"_s)
        .scalar(u"select count(*) from fireline.rejection where incident = ?::uuid and reason = ? and login = ?"_s,
                {m_incident, reason, login})
        .value()
        .toInt();
}

QJsonObject SharedIncident::note()
{
    return {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}};
}

} // namespace fireline::test
