// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendpeople.h"

#include "scramverifier.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::backend {

using domain::Outcome;
using domain::Problem;

namespace {

constexpr qsizetype longestName = 63; // bytes of a name in PostgreSQL

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BackendPeople)
};

Problem usage(const QString &code, const QString &text)
{
    return {Problem::Kind::Usage, code, text, {}, {}, {}};
}

QString groupOf(BackendRole role)
{
    switch (role) {
    case BackendRole::Responder: return u"fireline_responder"_s;
    case BackendRole::Observer: return u"fireline_observer"_s;
    case BackendRole::Auditor: return u"fireline_auditor"_s;
    }
    return {};
}

std::optional<Problem> badName(const QString &name)
{
    const bool hasControl = std::any_of(name.begin(), name.end(), [](QChar c) { return c < u' ' || c == QChar(0x7f); });
    const QString lower = name.toLower();
    if (name.trimmed() != name || name.isEmpty() || name.toUtf8().size() > longestName || hasControl)
        return usage(u"name"_s,
                     Text::tr("\"%1\" cannot be a login: give a name of up to 63 bytes, without blanks at its ends.").arg(name));
    if (lower.startsWith("pg_"_L1) || lower.startsWith("fireline_"_L1) || lower == "public"_L1 || lower == "none"_L1)
        return usage(u"name"_s, Text::tr("\"%1\" is a name of the server's own. Take the person's.").arg(name));
    return std::nullopt;
}

Outcome<bool> isThere(BackendConnection &connection, const QString &name)
{
    const auto same = connection.rows(
        u"select rolname, rolsuper or rolcreaterole from pg_roles where fireline.word(rolname::text) = fireline.word(?)"_s,
        {name});
    if (!same)
        return same.problem();
    for (const QVariantList &row : same.value()) {
        if (row.value(0).toString() != name)
            return usage(u"name"_s, Text::tr("There is a login \"%1\" already. Two that differ by case only would be one person.")
                                        .arg(row.value(0).toString()));
        if (row.value(1).toBool())
            return usage(u"name"_s,
                         Text::tr("\"%1\" administers the server and cannot be a person of the record too.").arg(name));
    }
    return !same.value().isEmpty();
}

/// Of the three, by name. What a login is in already, and what it is not, is left alone: PostgreSQL warns of each.
Outcome<QStringList> groupsOf(BackendConnection &connection, const QString &name)
{
    const auto found = connection.rows(u"select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid "
                                       "join pg_roles p on p.oid = m.member where p.rolname = ?"_s,
                                       {name});
    if (!found)
        return found.problem();
    QStringList groups;
    for (const QVariantList &row : found.value())
        groups.append(row.value(0).toString());
    return groups;
}

QByteArray newSalt()
{
    QByteArray salt(16, '\0');
    for (char &byte : salt)
        byte = char(QRandomGenerator::system()->bounded(256));
    return salt;
}

} // namespace

std::optional<BackendRole> backendRole(const QString &word)
{
    for (const BackendRole role : {BackendRole::Responder, BackendRole::Observer, BackendRole::Auditor}) {
        if (groupOf(role).mid(9) == word)
            return role;
    }
    return std::nullopt;
}

Outcome<void> addPerson(BackendConnection &connection, const QString &name, BackendRole role, const QByteArray &password)
{
    if (const auto bad = badName(name))
        return *bad;
    if (std::any_of(password.begin(), password.end(), [](char c) { return c < ' ' || c > '~'; }))
        return usage(u"password"_s,
                     Text::tr("Take a password of plain letters, digits and signs: others are spelled in several ways."));
    const auto there = isThere(connection, name);
    if (!there)
        return there.problem();
    const auto groups = groupsOf(connection, name);
    if (!groups)
        return groups.problem();
    const QString login = BackendConnection::quotedName(name);
    QStringList steps;
    if (!there.value())
        steps.append(u"create role %1 login nosuperuser nocreatedb nocreaterole noreplication"_s.arg(login));
    // One for each incident that is open, one for the start window, and those of laptops that went to sleep a moment ago.
    steps.append(u"alter role %1 connection limit 50"_s.arg(login));
    // What one console can hold up on the server ends by itself.
    steps.append(u"alter role %1 set statement_timeout = '10s'"_s.arg(login));
    steps.append(u"alter role %1 set lock_timeout = '5s'"_s.arg(login));
    steps.append(u"alter role %1 set idle_in_transaction_session_timeout = '15s'"_s.arg(login));
    // A computer that is gone tells nobody: without these its connections would count for two hours.
    for (const auto &[setting, value] : {std::pair("tcp_keepalives_idle", "10"), std::pair("tcp_keepalives_interval", "5"),
                                         std::pair("tcp_keepalives_count", "3"), std::pair("tcp_user_timeout", "20s")})
        steps.append(u"alter role %1 set %2 = '%3'"_s.arg(login, QLatin1String(setting), QLatin1String(value)));
    for (const BackendRole other : {BackendRole::Responder, BackendRole::Observer, BackendRole::Auditor}) {
        if (other != role && groups.value().contains(groupOf(other)))
            steps.append(u"revoke %1 from %2"_s.arg(groupOf(other), login));
    }
    if (!groups.value().contains(groupOf(role)))
        steps.append(u"grant %1 to %2"_s.arg(groupOf(role), login));
    if (!password.isEmpty())
        steps.append(
            u"alter role %1 password %2"_s.arg(login, BackendConnection::quotedText(scramVerifier(password, newSalt()))));
    return connection.run(u"do $fireline_person$ begin %1; end $fireline_person$"_s.arg(steps.join(u"; "_s)));
}

} // namespace fireline::backend
