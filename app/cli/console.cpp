// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "processlibrary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using domain::Problem;

Console::Console() : out(stdout), err(stderr) { }

session::SessionSetup Console::setup()
{
    const auto withPlaybooks = [this](domain::Process process) {
        return process::ProcessLibrary(settings.configDir).withPlaybooks(std::move(process));
    };
    return {clock, ids, settings.profile, settings.device, withPlaybooks};
}

QString Console::timeText(domain::Instant t) const
{
    if (!t.isSet())
        return u"—"_s;
    const QDateTime time = t.toUtc();
    return utc ? time.toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s)
               : time.toTimeZone(QTimeZone::systemTimeZone()).toString(u"yyyy-MM-dd HH:mm:ss t"_s);
}

void Console::print(const QJsonObject &object)
{
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
    out.flush();
}

void Console::print(const QJsonArray &array)
{
    out << QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
    out.flush();
}

int Console::fail(const Problem &problem)
{
    if (problem.kind == Problem::Kind::Refused) {
        out << u"refused %1 %2 %3\n"_s.arg(problem.code, problem.source.isEmpty() ? u"-"_s : problem.source, problem.text);
        out.flush();
    } else {
        err << u"fireline: "_s << problem.text << '\n';
        err.flush();
    }
    return exitCodeOf(problem);
}

int Console::usage(const QString &text)
{
    err << u"fireline: "_s << text << '\n';
    err.flush();
    return Usage;
}

int exitCodeOf(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Refused:
    case Problem::Kind::Damaged: return Findings;
    case Problem::Kind::Usage: return Usage;
    case Problem::Kind::Parse:
    case Problem::Kind::Io:
    case Problem::Kind::Full:
    case Problem::Kind::Newer:
    case Problem::Kind::NotFound: return NoAccess;
    case Problem::Kind::Locked: return Locked;
    case Problem::Kind::Internal: return Findings;
    }
    return Findings;
}

Options::Options(const QString &command, const QString &summary) : m_command(command)
{
    m_parser.setApplicationDescription(summary);
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    flag(u"json"_s, QCoreApplication::translate("Cli", "Speak to programs: JSON on standard output."));
    flag(u"utc"_s, QCoreApplication::translate("Cli", "Show times in UTC."));
    flag(u"no-color"_s, QCoreApplication::translate("Cli", "Plain output, without colours."));
    value(u"as"_s, QCoreApplication::translate("Cli", "Who did it, if not the person at this console."), u"NAME"_s);
    value(u"config"_s, QCoreApplication::translate("Cli", "Folder of settings, processes and scenarios."), u"DIR"_s);
    value(u"log"_s, QCoreApplication::translate("Cli", "Write diagnostics to this file."), u"FILE"_s);
    flag(u"help"_s, QCoreApplication::translate("Cli", "Show this help."));
    flag(u"version"_s, QCoreApplication::translate("Cli", "Show the version."));
}

/// An entry may begin with "-5m": a time, no option. Such words go behind "--", where they are taken as they are.
QStringList Options::withTimesKept(const QStringList &arguments) const
{
    QStringList words;
    QStringList kept;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (word == "--"_L1)
            return words + QStringList{u"--"_s} + kept + arguments.mid(i + 1);
        const bool isValue = i > 0 && m_withValue.contains(arguments.at(i - 1));
        const bool isTime = word.size() > 1 && word.front() == u'-' && word.at(1).isDigit();
        (isTime && !isValue ? kept : words).append(word);
    }
    return kept.isEmpty() ? words : words + QStringList{u"--"_s} + kept;
}

void Options::value(const QString &name, const QString &help, const QString &valueName)
{
    m_parser.addOption(QCommandLineOption(name, help, valueName));
    m_withValue.append(u"--"_s + name);
}

void Options::flag(const QString &name, const QString &help)
{
    m_parser.addOption(QCommandLineOption(name, help));
}

bool Options::parse(Console &console, const QStringList &arguments, int least, int most, int &exitCode)
{
    const bool parsed = m_parser.parse(QStringList{u"fireline "_s + m_command} + withTimesKept(arguments));
    if (m_parser.isSet(u"help"_s)) {
        QString help = m_parser.helpText(); // Qt names the program as it was called, and knows no sub-commands
        console.out << help.replace(QCoreApplication::arguments().value(0) + u" [options]"_s,
                                    u"fireline %1 [options]"_s.arg(m_command));
        console.out.flush();
        exitCode = Done;
        return false;
    }
    const auto count = m_parser.positionalArguments().size();
    if (!parsed || count < least || count > most) {
        const QString what = parsed ? QCoreApplication::translate("Cli", "Wrong number of arguments.") : m_parser.errorText();
        exitCode = console.usage(QCoreApplication::translate("Cli", "%1 See: fireline %2 --help").arg(what, m_command));
        return false;
    }
    console.json = m_parser.isSet(u"json"_s);
    console.utc = m_parser.isSet(u"utc"_s);
    console.as = m_parser.value(u"as"_s);
    console.settings = session::ConsoleSettings::read(m_parser.value(u"config"_s), console.ids, console.clock.now());
    exitCode = Done;
    return true;
}

} // namespace fireline::cli
