// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/authoritytable.h"
#include "author.h"
#include "backendconnection.h"
#include "postgresserver.h"
#include "randomevents.h"

#include <map>
#include <memory>

namespace fireline::test {

/// A server with a prepared database and the people of the attack tests: ana (declares and commands), Bo and cy (responders), olly
/// (observer), audra (auditor). Base of a test class; a new incident by begin().
class SharedIncident
{
protected:
    using Connection = std::unique_ptr<backend::BackendConnection>;

    /// False when there is no server; the log has said why.
    [[nodiscard]] bool openServer();
    void begin();
    [[nodiscard]] Connection openAs(const QString &login) const;
    [[nodiscard]] backend::BackendConnection &as(const QString &login) { return *m_logins.at(login); }
    [[nodiscard]] Author &author(const QString &login) { return *m_authors.at(login); }
    /// The verdicts in words.
    QString push(const QString &login, const QList<domain::Event> &events);
    QString push(const QString &login, const QString &type, const QJsonObject &payload = {});
    /// "accepted; accepted" when ana has declared and commands.
    QString declareAndCommand(bool isPrivate = false);
    [[nodiscard]] QJsonObject declaration(bool isPrivate = false) const;
    /// How often this was refused to that login in this incident, as the server has written it down.
    [[nodiscard]] int rejections(const QString &reason, const QString &login);
    [[nodiscard]] static QJsonObject note();

    std::unique_ptr<PostgresServer> m_server;
    std::map<QString, Connection> m_logins;
    std::map<QString, std::shared_ptr<Author>> m_authors;
    domain::UuidV7Source m_ids{7};
    domain::Process m_process = processWithEverything();
    QByteArray m_table = domain::authorityTable(m_process);
    QString m_incident;
};

} // namespace fireline::test
