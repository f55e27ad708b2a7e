// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/instant.h"
#include "entry/entry.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// "--field service=checkout" as often as needed: what a process's declare form asks for.
QJsonObject fieldsOf(const QString &joined)
{
    QJsonObject fields;
    for (const QString &pair : joined.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals > 0)
            fields.insert(pair.left(equals).trimmed(), pair.mid(equals + 1).trimmed());
    }
    return fields;
}

Outcome<Command> declaration(const Console &console, const Options &options)
{
    Command command;
    command.verb = Verb::Declare;
    command.by = console.as;
    const QString title = options.text(u"title"_s);
    // The title is read as quick entry, so that fields can stand in it as they would in the window.
    EntryContext context;
    context.now = console.clock.now();
    const ParsedEntry parsed = parseEntry(u"/declare "_s + title, context);
    command.args = parsed.ok() ? parsed.command.args : QJsonObject{{u"text"_s, title}};
    QJsonObject fields = command.args.value(u"fields").toObject();
    const QJsonObject more = fieldsOf(options.text(u"fields"_s).replace(u';', u'\n'));
    for (auto it = more.begin(); it != more.end(); ++it)
        fields.insert(it.key(), it.value());
    if (!fields.isEmpty())
        command.args.insert(u"fields"_s, fields);
    if (options.isSet(u"severity"_s))
        command.args.insert(u"severity"_s, options.text(u"severity"_s));
    if (options.isSet(u"private"_s))
        command.args.insert(u"private"_s, true);
    if (options.isSet(u"at"_s)) {
        const auto at = Instant::fromRfc3339(options.text(u"at"_s));
        if (!at)
            return Problem{Problem::Kind::Usage,
                           u"time"_s,
                           Text::tr("\"%1\" is no time. Write it like 2025-01-02T03:04:05Z.").arg(options.text(u"at"_s)),
                           {},
                           {},
                           {}};
        command.at = *at;
    }
    return command;
}

// As "do" answers a line: warnings first, then the ok.
void answer(Console &console, const session::IncidentSession &incident, const QString &file)
{
    QJsonArray warnings;
    for (const Notice &notice : incident.declarationNotices()) {
        const QString source = notice.source.isEmpty() ? u"-"_s : notice.source;
        warnings.append(QJsonObject{{u"code"_s, notice.code}, {u"rule"_s, notice.source}, {u"text"_s, notice.text}});
        if (!console.json)
            console.out << u"warned %1 %2 %3\n"_s.arg(notice.code, source, notice.text);
    }
    if (!console.json) {
        console.out << Text::tr("ok %1 declared in %2\n").arg(incident.state().id, file);
        return;
    }
    QJsonObject object{{u"ok"_s, true}, {u"id"_s, incident.state().id}, {u"file"_s, file}};
    if (!warnings.isEmpty())
        object.insert(u"warnings"_s, warnings);
    console.print(object);
}

} // namespace

int runNew(Console &console, const QStringList &arguments)
{
    Options options(u"new"_s, Text::tr("Declares an incident in a new file."));
    options.positional(u"FILE"_s, Text::tr("The file to make."));
    options.value(u"process"_s, Text::tr("Id of the process to follow."), u"ID"_s);
    options.value(u"title"_s, Text::tr("What is wrong, in a few words."), u"TITLE"_s);
    options.value(u"severity"_s, Text::tr("Severity, where it is known."), u"ID"_s);
    options.value(u"fields"_s, Text::tr("What the process asks for: \"class=platform outage; source=monitoring alert\"."),
                  u"LIST"_s);
    options.value(u"at"_s, Text::tr("When it was declared (RFC 3339)."), u"TIME"_s);
    options.flag(u"private"_s, Text::tr("For members only; nothing of it goes outside."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    if (!options.isSet(u"process"_s) || options.text(u"title"_s).trimmed().isEmpty())
        return console.usage(Text::tr("Say which process and what is wrong: fireline new FILE --process ID --title TEXT"));
    const auto process = processById(console, options.text(u"process"_s));
    if (!process)
        return console.fail(process.problem());
    const auto command = declaration(console, options);
    if (!command)
        return console.fail(command.problem());
    const auto session = declareSession(console, options.positionals().first(), process.value(), command.value());
    if (!session)
        return console.fail(session.problem());
    rememberIncident(console, options.positionals().first(), *session.value());
    answer(console, *session.value(), options.positionals().first());
    return Done;
}

} // namespace fireline::cli
