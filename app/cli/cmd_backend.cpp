// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "backendpeople.h"
#include "backendschema.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;
using backend::BackendConnection;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

int fail(Console &console, const Problem &problem)
{
    const int exitCode = console.fail(problem);
    return problem.code == "unreachable"_L1 ? int(Unreachable) : exitCode;
}

int init(Console &console, BackendConnection &connection)
{
    const auto taken = backend::initialise(connection);
    if (!taken)
        return fail(console, taken.problem());
    const auto quiet = backend::keepWordsOutOfLog(connection);
    if (!quiet)
        return fail(console, quiet.problem());
    if (!quiet.value()) {
        console.err << u"fireline: "_s
                    << Text::tr("This login may not say what the server writes into its log. Words of private incidents can come "
                                "to stand there until a superuser runs this once more.")
                    << '\n';
        console.err.flush();
    }
    const int schema = int(backend::schemaSteps().size());
    if (console.json) {
        console.print(QJsonObject{{u"backend"_s, connection.shown()},
                                  {u"schema"_s, schema},
                                  {u"steps"_s, QJsonArray::fromStringList(taken.value())},
                                  {u"logsWords"_s, !quiet.value()}});
    } else {
        console.out << (taken.value().isEmpty() ? Text::tr("%1 is ready: schema %2.").arg(connection.shown()).arg(schema)
                                                : Text::tr("%1 is ready now: schema %2.").arg(connection.shown()).arg(schema))
                    << '\n';
        console.out.flush();
    }
    return Done;
}

QString row(const QString &label, const QString &value)
{
    return label.leftJustified(12) + value + u'\n';
}

void show(Console &console, const QString &shown, const backend::BackendStatus &status)
{
    console.out << row(Text::tr("Backend"), shown) << row(Text::tr("Server"), u"PostgreSQL "_s + status.server)
                << row(Text::tr("Schema"),
                       status.schema == 0 ? Text::tr("not prepared; run: fireline backend init")
                                          : Text::tr("%1 (this program knows up to %2)").arg(status.schema).arg(status.known));
    if (status.schema > 0) {
        console.out << row(Text::tr("Incidents"), QString::number(status.incidents))
                    << row(Text::tr("Events"), QString::number(status.events))
                    << row(Text::tr("Refused"), QString::number(status.rejections))
                    << row(Text::tr("Log"), status.logsWords
                                                ? Text::tr("may hold words of private incidents; run: fireline backend init")
                                                : Text::tr("holds no words of incidents"));
        for (const auto &[name, role] : status.people)
            console.out << row(role, name);
    }
    console.out.flush();
}

int status(Console &console, BackendConnection &connection)
{
    const auto found = backend::status(connection);
    if (!found)
        return fail(console, found.problem());
    const backend::BackendStatus &status = found.value();
    if (!console.json) {
        show(console, connection.shown(), status);
    } else {
        QJsonArray people;
        for (const auto &[name, role] : status.people)
            people.append(QJsonObject{{u"name"_s, name}, {u"role"_s, role}});
        console.print(QJsonObject{{u"backend"_s, connection.shown()},
                                  {u"server"_s, status.server},
                                  {u"id"_s, status.serverId},
                                  {u"epoch"_s, status.epoch},
                                  {u"schema"_s, status.schema},
                                  {u"known"_s, status.known},
                                  {u"incidents"_s, status.incidents},
                                  {u"events"_s, status.events},
                                  {u"refused"_s, status.rejections},
                                  {u"logsWords"_s, status.logsWords},
                                  {u"people"_s, people}});
    }
    return status.schema == status.known ? Done : Findings;
}

// The first line of standard input: a password has no place among the arguments, where every process can read it.
QByteArray readPassword()
{
    QFile input;
    QByteArray line = input.open(stdin, QIODevice::ReadOnly) ? input.readLine(1024) : QByteArray();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

int addPerson(Console &console, BackendConnection &connection, const QString &name, backend::BackendRole role, bool withPassword)
{
    const QByteArray password = withPassword ? readPassword() : QByteArray();
    if (withPassword && password.isEmpty())
        return console.usage(Text::tr("There is no password on standard input."));
    const auto done = backend::addPerson(connection, name, role, password);
    if (!done)
        return fail(console, done.problem());
    if (!console.json && withPassword)
        console.out << Text::tr("%1 may now log in to %2 with this password.").arg(name, connection.shown()) << '\n';
    else if (!console.json)
        console.out << Text::tr(
                           "%1 has a login on %2. No password was given: one that was set before still counts. Without any, the "
                           "server lets in only who proves it otherwise, by a certificate for example. To set one, add "
                           "--password-stdin.")
                           .arg(name, connection.shown())
                    << '\n';
    else
        console.print(QJsonObject{{u"backend"_s, connection.shown()}, {u"name"_s, name}});
    console.out.flush();
    return Done;
}

/// What was asked, before anything is connected.
struct Asked
{
    QString what;
    QString name;
    QString address;
    std::optional<backend::BackendRole> role;
};

std::optional<Asked> read(const Options &options)
{
    const QStringList words = options.positionals();
    if ((words.first() == "init"_L1 || words.first() == "status"_L1) && words.size() == 2)
        return Asked{words.first(), {}, words.at(1), {}};
    const auto role = backend::backendRole(options.text(u"role"_s));
    if (words.first() == "user"_L1 && words.value(1) == "add"_L1 && words.size() == 4 && role)
        return Asked{u"user"_s, words.at(2), words.at(3), role};
    return std::nullopt;
}

} // namespace

int runBackend(Console &console, const QStringList &arguments)
{
    Options options(u"backend"_s, Text::tr("Prepares and inspects a shared PostgreSQL backend."));
    options.positional(u"init|status|user add NAME"_s, Text::tr("What to do."));
    options.positional(u"URI"_s, Text::tr("Where: postgresql://LOGIN@HOST/DATABASE, or service=NAME."));
    options.value(u"role"_s, Text::tr("What the person may do: responder, observer or auditor."), u"ROLE"_s);
    options.flag(u"password-stdin"_s, Text::tr("Read the person's password from standard input."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 4, exitCode))
        return exitCode;
    const auto asked = read(options);
    if (!asked)
        return console.usage(Text::tr("Say: fireline backend init URI, fireline backend status URI, or "
                                      "fireline backend user add NAME --role responder|observer|auditor URI."));
    const auto address = backend::parseAddress(asked->address);
    if (!address)
        return fail(console, address.problem());
    const auto connection = BackendConnection::open(address.value());
    if (!connection)
        return fail(console, connection.problem());
    if (asked->what == "init"_L1)
        return init(console, *connection.value());
    if (asked->what == "status"_L1)
        return status(console, *connection.value());
    return addPerson(console, *connection.value(), asked->name, *asked->role, options.isSet(u"password-stdin"_s));
}

} // namespace fireline::cli
