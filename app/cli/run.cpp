// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

using namespace Qt::StringLiterals;

namespace fireline::cli {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

int help(Console &console)
{
    console.out << Text::tr("Fireline: the console of an incident commander.\n\nUsage: fireline COMMAND [options]\n\n");
    for (const SubCommand &command : subCommands())
        console.out << u"  %1 %2\n"_s.arg(command.name, -9).arg(command.summary);
    console.out << Text::tr("\nEach command has its own help: fireline COMMAND --help\n");
    console.out.flush();
    return Done;
}

} // namespace

const QList<SubCommand> &subCommands()
{
    static const QList<SubCommand> commands = {
        {u"new"_s, Text::tr("Declare an incident in a new file."), runNew},
        {u"do"_s, Text::tr("Do what a line of quick entry says."), runDo},
        {u"show"_s, Text::tr("Show where the incident stands."), runShow},
        {u"log"_s, Text::tr("Show the timeline, or every event."), runLog},
        {u"import"_s, Text::tr("Read an outside record into the timeline."), runImport},
        {u"export"_s, Text::tr("Write the record out as JSON, Markdown, HTML, PDF or CSV."), runExport},
        {u"verify"_s, Text::tr("Recompute every hash of the record."), runVerify},
        {u"process"_s, Text::tr("List, show or check processes."), runProcess},
        {u"drill"_s, Text::tr("List, show or run drills."), runDrill},
        {u"backend"_s, Text::tr("Prepare and inspect a shared backend."), runBackend},
        {u"sync"_s, Text::tr("Exchange an incident with a shared backend."), runSync},
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
    return console.usage(Text::tr("There is no command \"%1\". See: fireline --help").arg(word));
}

} // namespace fireline::cli
