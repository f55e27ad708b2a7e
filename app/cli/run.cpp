// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

using namespace Qt::StringLiterals;

namespace fireline::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

int help(Console &console)
{
    console.out << tr("Fireline: the console of an incident commander.\n\nUsage: fireline COMMAND [options]\n\n");
    for (const SubCommand &command : subCommands())
        console.out << u"  %1 %2\n"_s.arg(command.name, -9).arg(command.summary);
    console.out << tr("\nEach command has its own help: fireline COMMAND --help\n");
    console.out.flush();
    return Done;
}

} // namespace

const QList<SubCommand> &subCommands()
{
    static const QList<SubCommand> commands = {
        {u"new"_s, tr("Declare an incident in a new file."), runNew},
        {u"do"_s, tr("Do what a line of quick entry says."), runDo},
        {u"show"_s, tr("Show where the incident stands."), runShow},
        {u"log"_s, tr("Show the timeline, or every event."), runLog},
        {u"import"_s, tr("Read an outside record into the timeline."), runImport},
        {u"export"_s, tr("Write the record out as JSON, Markdown or CSV."), runExport},
        {u"verify"_s, tr("Recompute every hash of the record."), runVerify},
        {u"process"_s, tr("List, show or check processes."), runProcess},
        {u"drill"_s, tr("List, show or run drills."), runDrill},
    };
    return commands;
}

int run(const QStringList &arguments)
{
    Console console;
    const QString word = arguments.value(0);
    if (word == "--version"_L1) {
        console.out << u"fireline "_s << QStringLiteral(FIRELINE_VERSION) << '\n';
        return Done;
    }
    if (word.isEmpty() || word == "--help"_L1 || word == "help"_L1)
        return help(console);
    for (const SubCommand &command : subCommands()) {
        if (command.name == word)
            return command.run(console, arguments.mid(1));
    }
    return console.usage(tr("There is no command \"%1\". See: fireline --help").arg(word));
}

} // namespace fireline::cli
