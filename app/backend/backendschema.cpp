// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendschema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace fireline::backend {

using domain::Outcome;
using domain::Problem;

namespace {

// Any number that nobody else takes: "FIRE" as the file's application id.
constexpr qint64 initialisingLock = 0x46495245;
constexpr int oldestServer = 150000;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BackendSchema)
};

Outcome<void> checkServer(BackendConnection &connection)
{
    const auto found = connection.rows(u"select current_setting('server_version_num')::int, current_setting('server_version'), "
                                       "pg_is_in_recovery()"_s);
    if (!found)
        return found.problem();
    const QVariantList row = found.value().value(0);
    if (row.value(2).toBool())
        return Problem{Problem::Kind::Io,
                       u"standby"_s,
                       Text::tr("%1 is a standby, which cannot be written. Name the primary.").arg(connection.shown()),
                       {},
                       {},
                       {}};
    if (row.value(0).toInt() < oldestServer)
        return Problem{Problem::Kind::Io,
                       u"old-server"_s,
                       Text::tr("%1 is PostgreSQL %2. A shared backend needs version 15 or later.")
                           .arg(connection.shown(), row.value(1).toString()),
                       {},
                       {},
                       {}};
    return {};
}

Outcome<int> schemaOf(BackendConnection &connection)
{
    const auto there = connection.scalar(u"select to_regclass('fireline.migration') is not null"_s);
    if (!there)
        return there.problem();
    if (!there.value().toBool())
        return 0;
    const auto number = connection.scalar(u"select coalesce(max(number), 0) from fireline.migration"_s);
    if (!number)
        return number.problem();
    return number.value().toInt();
}

Outcome<void> checkTaken(BackendConnection &connection, const QList<SchemaStep> &steps, int schema)
{
    const auto taken = connection.rows(u"select number, sha256 from fireline.migration order by number"_s);
    if (!taken)
        return taken.problem();
    const bool whole = taken.value().size() == schema;
    for (const QVariantList &row : taken.value()) {
        const SchemaStep step = steps.value(row.value(0).toInt() - 1);
        if (!whole || row.value(1).toString() != step.sha256)
            return Problem{Problem::Kind::Damaged,
                           u"foreign-schema"_s,
                           Text::tr("The schema of %1 is not one that Fireline made: step %2 is another. Nothing was changed.")
                               .arg(connection.shown(), row.value(0).toString()),
                           {},
                           {},
                           {}};
    }
    return {};
}

// One statement holds the whole step, so that the server runs it whole or not at all and tells the first fault.
Outcome<void> take(BackendConnection &connection, const SchemaStep &step)
{
    const QString sql = u"do $fireline_step$ begin execute $fireline_sql$%1$fireline_sql$;\n"
                        "insert into fireline.migration (number, name, sha256) values (%2, %3, %4); end $fireline_step$"_s;
    return connection.run(sql.arg(step.sql, QString::number(step.number), BackendConnection::quotedText(step.name),
                                  BackendConnection::quotedText(step.sha256)));
}

Outcome<QStringList> takeMissing(BackendConnection &connection, const QList<SchemaStep> &steps)
{
    const auto schema = schemaOf(connection);
    if (!schema)
        return schema.problem();
    if (schema.value() > steps.size())
        return Problem{
            Problem::Kind::Newer,
            u"newer-schema"_s,
            Text::tr("The schema of %1 is number %2; this program knows up to %3. Use a newer Fireline. Nothing was changed.")
                .arg(connection.shown())
                .arg(schema.value())
                .arg(steps.size()),
            {},
            {},
            {}};
    if (schema.value() > 0) {
        if (auto checked = checkTaken(connection, steps, schema.value()); !checked)
            return checked.problem();
    }
    QStringList names;
    for (const SchemaStep &step : steps.mid(schema.value())) {
        if (auto done = take(connection, step); !done)
            return done.problem();
        names.append(step.name);
    }
    return names;
}

} // namespace

QList<SchemaStep> schemaSteps()
{
    QList<SchemaStep> steps;
    const QDir folder(u":/sql/postgresql"_s);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        steps.append({name.left(4).toInt(), name.chopped(4), QString::fromUtf8(bytes),
                      QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())});
        Q_ASSERT(steps.last().number == steps.size());
    }
    return steps;
}

Outcome<QStringList> initialise(BackendConnection &connection, const QList<SchemaStep> &steps)
{
    if (auto checked = checkServer(connection); !checked)
        return checked.problem();
    const QString lock = QString::number(initialisingLock);
    if (auto locked = connection.run(u"select pg_advisory_lock(%1)"_s.arg(lock)); !locked)
        return locked.problem();
    auto taken = takeMissing(connection, steps);
    // The lock would go with the connection too.
    const auto unlocked = connection.run(u"select pg_advisory_unlock(%1)"_s.arg(lock));
    if (taken && !unlocked)
        return unlocked.problem();
    return taken;
}

Outcome<bool> keepWordsOutOfLog(BackendConnection &connection)
{
    QStringList steps;
    for (const auto &[setting, value] :
         {std::pair("log_min_error_statement", "panic"), std::pair("log_statement", "none"),
          std::pair("log_min_duration_statement", "-1"), std::pair("log_min_duration_sample", "-1"),
          std::pair("log_transaction_sample_rate", "0")})
        steps.append(u"execute format('alter database %I set %1 = %L', current_database(), '%2')"_s.arg(QLatin1String(setting),
                                                                                                        QLatin1String(value)));
    const auto done = connection.run(u"do $fireline_log$ begin %1; end $fireline_log$"_s.arg(steps.join(u"; "_s)));
    if (!done && done.problem().code != "not-permitted"_L1)
        return done.problem();
    return done.ok();
}

Outcome<BackendStatus> status(BackendConnection &connection)
{
    BackendStatus status;
    status.known = int(schemaSteps().size());
    const auto server = connection.scalar(u"select current_setting('server_version')"_s);
    if (!server)
        return server.problem();
    status.server = server.value().toString();
    const auto schema = schemaOf(connection);
    if (!schema)
        return schema.problem();
    status.schema = schema.value();
    if (status.schema == 0)
        return status;
    const auto counts = connection.rows(u"select s.id, s.epoch, (select count(*) from fireline.incident), "
                                        "(select count(*) from fireline.event), (select count(*) from fireline.rejection), "
                                        "current_setting('log_min_error_statement') not in ('fatal', 'panic') "
                                        "or current_setting('log_statement') not in ('none', 'ddl') "
                                        "or current_setting('log_min_duration_statement') <> '-1' "
                                        "from fireline.server s"_s);
    if (!counts)
        return counts.problem();
    const QVariantList row = counts.value().value(0);
    status.serverId = row.value(0).toString();
    status.epoch = row.value(1).toLongLong();
    status.incidents = row.value(2).toLongLong();
    status.events = row.value(3).toLongLong();
    status.rejections = row.value(4).toLongLong();
    status.logsWords = row.value(5).toBool();
    const auto people = connection.rows(
        u"select m.rolname, substr(g.rolname, 10) from pg_auth_members a join pg_roles m on m.oid = a.member "
        "join pg_roles g on g.oid = a.roleid where g.rolname in ('fireline_responder', "
        "'fireline_observer', 'fireline_auditor') order by 1, 2"_s);
    if (!people)
        return people.problem();
    for (const QVariantList &person : people.value())
        status.people.append({person.value(0).toString(), person.value(1).toString()});
    return status;
}

} // namespace fireline::backend
