// SPDX-License-Identifier: GPL-3.0-or-later
#include "filearguments.h"
#include "files.h"

#include "core/limits.h"
#include "entry/entry.h"
#include "entry/statecontext.h"
#include "entry/verblabels.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;
using session::Executed;
using session::IncidentSession;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Problem usageProblem(const QString &text)
{
    return {Problem::Kind::Usage, u"usage"_s, text, {}, {}, {}};
}

/// Does lines one after the other and answers each; says in the end whether all went through.
class Doer
{
public:
    Doer(Console &console, IncidentSession &incident) : m_console(console), m_incident(incident) { }

    void doLine(const QString &line);
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    [[nodiscard]] bool diskFailed() const { return m_exitCode == NoAccess; }

private:
    Outcome<Command> commandOf(const QString &line);
    Outcome<void> readFile(Command &command);
    void answer(const Executed &executed);
    void refuse(const Problem &problem);

    Console &m_console;
    IncidentSession &m_incident;
    int m_exitCode = Done;
};

Outcome<Command> Doer::commandOf(const QString &line)
{
    // A bare clock time in a script is UTC; the window reads it in the zone of its strip.
    const ParsedEntry parsed = parseEntry(line, entryContext(m_incident.state(), m_incident.process(), m_incident.now()));
    if (!parsed.ok())
        return usageProblem(parsed.problems.first());
    Command command = parsed.command;
    if (command.by.isEmpty())
        command.by = m_console.as;
    if (!session::fileOf(command).isEmpty()) {
        if (const auto read = readFile(command); !read)
            return read.problem();
    }
    return command;
}

Outcome<void> Doer::readFile(Command &command)
{
    const QString path = session::fileOf(command);
    const auto bytes = path == "-"_L1 ? readBytes(path, domain::largestAttachment) : session::readFileArgument(path);
    if (!bytes)
        return bytes.problem();
    if (command.verb != Verb::Attach) {
        session::putFileText(command, bytes.value(), m_incident.process().id);
        return {};
    }
    const auto hash = m_incident.store().putBlob(bytes.value());
    if (!hash)
        return hash.problem();
    session::putAttachment(command, hash.value(), QFileInfo(path).fileName(), bytes.value().size());
    return {};
}

void Doer::doLine(const QString &line)
{
    const auto command = commandOf(line);
    if (!command)
        return refuse(command.problem());
    auto executed = m_incident.execute(command.value());
    if (!executed)
        return refuse(executed.problem());
    const auto &events = executed.value().events;
    if (std::any_of(events.begin(), events.end(), [&](const Event &event) { return m_incident.isPending(event); }))
        executed.value().notices.append({RuleEffect::Warn,
                                         u"pending"_s,
                                         Text::tr("Not done yet: the shared backend has to confirm it (fireline sync)."),
                                         {},
                                         {}});
    answer(executed.value());
}

void Doer::answer(const Executed &executed)
{
    const QString id = executed.events.first().id;
    if (m_console.json) {
        QJsonArray warnings;
        for (const Notice &notice : executed.notices)
            warnings.append(QJsonObject{{u"code"_s, notice.code}, {u"rule"_s, notice.source}, {u"text"_s, notice.text}});
        QJsonObject object{{u"ok"_s, true}, {u"id"_s, id}};
        if (!warnings.isEmpty())
            object.insert(u"warnings"_s, warnings);
        return m_console.print(object);
    }
    for (const Notice &notice : executed.notices)
        m_console.out << u"warned %1 %2 %3\n"_s.arg(notice.code, notice.source.isEmpty() ? u"-"_s : notice.source, notice.text);
    m_console.out << u"ok "_s << id << '\n';
    m_console.out.flush();
}

void Doer::refuse(const Problem &problem)
{
    const bool disk = problem.kind == Problem::Kind::Io || problem.kind == Problem::Kind::Full;
    m_exitCode = disk ? int(NoAccess) : m_exitCode == NoAccess ? m_exitCode : int(Findings);
    if (m_console.json)
        return m_console.print(
            QJsonObject{{u"ok"_s, false}, {u"code"_s, problem.code}, {u"rule"_s, problem.source}, {u"text"_s, problem.text}});
    m_console.out << u"refused %1 %2 %3\n"_s.arg(problem.code, problem.source.isEmpty() ? u"-"_s : problem.source, problem.text);
    m_console.out.flush();
}

void doStdin(Doer &doer)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return;
    while (!doer.diskFailed()) {
        const QByteArray raw = input.readLine();
        if (raw.isEmpty())
            return;
        const QString line = QString::fromUtf8(raw).trimmed();
        if (!line.isEmpty())
            doer.doLine(line);
    }
}

void tellVerbs(Console &console)
{
    console.out << Text::tr("\nEntries (REF is an object like #A1, WHO is @name, fields are name=value):\n");
    for (const VerbSpec &spec : verbTable())
        console.out << "  " << verbUsage(spec.verb).leftJustified(44) << ' ' << verbLabel(spec.verb) << '\n';
    console.out.flush();
}

} // namespace

int runDo(Console &console, const QStringList &arguments)
{
    Options options(u"do"_s, Text::tr("Does what a line of quick entry says, under the rules of the incident's process."));
    options.positional(u"FILE"_s, Text::tr("The incident's file."));
    options.positional(u"ENTRY"_s, Text::tr("The line, exactly as typed in the window."));
    options.flag(u"stdin"_s, Text::tr("Read lines from standard input, one entry each."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 2, exitCode)) {
        if (options.isSet(u"help"_s))
            tellVerbs(console);
        return exitCode;
    }
    const bool fromStdin = options.isSet(u"stdin"_s);
    if (fromStdin == (options.positionals().size() == 2))
        return console.usage(Text::tr("Give either one entry or --stdin."));
    const auto incident = openSession(console, options.positionals().first(), true);
    if (!incident)
        return console.fail(incident.problem());
    Doer doer(console, *incident.value());
    if (fromStdin)
        doStdin(doer);
    else
        doer.doLine(options.positionals().at(1));
    rememberIncident(console, options.positionals().first(), *incident.value());
    return doer.exitCode();
}

} // namespace fireline::cli
