// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consolesettings.h"
#include "core/clock.h"
#include "core/idsource.h"
#include "core/outcome.h"
#include "incidentsession.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

namespace fireline::cli {

/// What a command ends with. Stable for scripts.
enum ExitCode {
    Done = 0,
    Findings = 1,
    Usage = 2,
    NoAccess = 3,
    Locked = 4,
    NeedsPerson = 5,
    Unreachable = 69,
    Interrupted = 130
};

/// What every sub-command works with: streams, options that all share, and the sources of time and ids. Made once in run();
/// lives as long as the program; main thread.
class Console
{
public:
    Console();

    QTextStream out;
    QTextStream err;
    domain::SystemClock clock;
    domain::UuidV7Source ids;
    session::ConsoleSettings settings;
    bool json = false;
    bool utc = false;
    QString as; ///< who did it, where it is not the person at this console

    [[nodiscard]] session::SessionSetup setup();
    [[nodiscard]] QTimeZone zone() const { return utc ? QTimeZone::utc() : QTimeZone::systemTimeZone(); }
    /// "2025-01-02 14:05:09Z" or with the local offset.
    [[nodiscard]] QString timeText(domain::Instant t) const;

    void print(const QJsonObject &object);
    void print(const QJsonArray &array);
    /// One sentence on stderr: what, where, what to do. Returns the exit code that belongs to it.
    int fail(const domain::Problem &problem);
    int usage(const QString &text);
};

[[nodiscard]] int exitCodeOf(const domain::Problem &problem);

/// One sub-command.
struct SubCommand
{
    QString name;
    QString summary; ///< one translated line
    int (*run)(Console &, const QStringList &arguments);
};

/// A parser that knows the options all sub-commands share and takes them over into the console.
class Options
{
public:
    Options(const QString &command, const QString &summary);

    void positional(const QString &name, const QString &help) { m_parser.addPositionalArgument(name, help); }
    void value(const QString &name, const QString &help, const QString &valueName);
    void flag(const QString &name, const QString &help);

    /// False when the program is to end with `exitCode` (help was asked for, or the words are off). `least` and `most` count
    /// the positional arguments.
    [[nodiscard]] bool parse(Console &console, const QStringList &arguments, int least, int most, int &exitCode);

    [[nodiscard]] QStringList positionals() const { return m_parser.positionalArguments(); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }

private:
    [[nodiscard]] QStringList withTimesKept(const QStringList &arguments) const;

    QString m_command;
    QCommandLineParser m_parser;
    QStringList m_withValue; ///< "--name" of every option that takes a value
};

/// Every sub-command, in the order of help.
[[nodiscard]] const QList<SubCommand> &subCommands();

/// Runs the program without a window: the whole command line but for "open the window". Returns the exit code.
[[nodiscard]] int run(const QStringList &arguments);

/// Whether these words ask for something that draws letters, which takes more than a QCoreApplication.
[[nodiscard]] bool needsLetters(const QStringList &arguments);

int runNew(Console &console, const QStringList &arguments);
int runDo(Console &console, const QStringList &arguments);
int runShow(Console &console, const QStringList &arguments);
int runLog(Console &console, const QStringList &arguments);
int runImport(Console &console, const QStringList &arguments);
int runExport(Console &console, const QStringList &arguments);
int runVerify(Console &console, const QStringList &arguments);
int runProcess(Console &console, const QStringList &arguments);
int runDrill(Console &console, const QStringList &arguments);
int runBackend(Console &console, const QStringList &arguments);
int runSync(Console &console, const QStringList &arguments);

} // namespace fireline::cli
