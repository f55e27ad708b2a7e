// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "drillincident.h"
#include "drilllibrary.h"
#include "drillplayer.h"
#include "processlibrary.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Processes by id, read once each and kept as long as the scenarios that refer to them.
class ProcessShelf
{
public:
    explicit ProcessShelf(const Console &console) : m_console(console) { }

    const Process *find(const QString &id)
    {
        auto it = m_processes.find(id);
        if (it == m_processes.end()) {
            auto process = processById(m_console, id);
            if (!process)
                return nullptr;
            it = m_processes.emplace(id, std::make_unique<Process>(std::move(process).value())).first;
        }
        return it->second.get();
    }

private:
    const Console &m_console;
    std::map<QString, std::unique_ptr<Process>> m_processes;
};

int list(Console &console, const drill::DrillLibrary &library)
{
    QJsonArray rows;
    for (const drill::ScenarioInfo &info : library.list()) {
        rows.append(QJsonObject{
            {u"id"_s, info.id}, {u"title"_s, info.title}, {u"process"_s, info.process}, {u"usable"_s, info.usable()}});
        if (!console.json)
            console.out << u"%1 %2 %3%4\n"_s.arg(info.id, -24)
                               .arg(info.process, -16)
                               .arg(info.title, info.usable()
                                                    ? QString()
                                                    : Text::tr(" (not usable: %1)").arg(info.findings.value(0).toText()));
    }
    if (console.json)
        console.print(rows);
    return Done;
}

int show(Console &console, const drill::Scenario &scenario)
{
    if (console.json) {
        console.print(QJsonObject{{u"id"_s, scenario.id},
                                  {u"title"_s, scenario.title},
                                  {u"process"_s, scenario.process},
                                  {u"source"_s, scenario.source},
                                  {u"steps"_s, int(scenario.steps.size())},
                                  {u"start"_s, scenario.start.toRfc3339()}});
        return Done;
    }
    console.out << u"%1 — %2 (%3)\n%4\n"_s.arg(scenario.id, scenario.title, scenario.process, scenario.source);
    for (const drill::Person &person : scenario.people)
        console.out << u"  %1 %2\n"_s.arg(person.name, person.role);
    console.out << Text::tr("%1 steps. Run it: fireline drill run %2 --auto\n").arg(scenario.steps.size()).arg(scenario.id);
    return Done;
}

// "60" plays an hour in a minute; "max" does not wait at all.
session::DrillIncident::Pace paceOf(const QString &speed)
{
    const double factor = speed.isEmpty() || speed == "max"_L1 ? 0 : speed.toDouble();
    if (factor <= 0)
        return {};
    return [factor](Span span) { std::this_thread::sleep_for(std::chrono::microseconds(qint64(double(span.us) / factor))); };
}

std::optional<QString> wrongWords(const Options &options)
{
    bool ok = true;
    if (const QString speed = options.text(u"speed"_s);
        !speed.isEmpty() && speed != "max"_L1 && (speed.toDouble(&ok) <= 0 || !ok))
        return Text::tr("--speed is a number above zero, or max.");
    if (const QString seed = options.text(u"seed"_s); !seed.isEmpty() && (seed.toULongLong(&ok), !ok))
        return Text::tr("--seed is a whole number.");
    return std::nullopt;
}

int play(Console &console, const Options &options, const drill::Scenario &scenario, const Process &process)
{
    const QTemporaryDir scratch;
    const QString path = options.isSet(u"out"_s) ? options.text(u"out"_s) : scratch.filePath(u"drill.fireline"_s);
    std::optional<quint64> seed;
    if (options.isSet(u"seed"_s))
        seed = options.text(u"seed"_s).toULongLong();
    const drill::DrillSetup setup = drill::setupOf(scenario, seed);
    auto incident = session::DrillIncident::declare([&] { return makeStore(console, path); }, setup, process,
                                                    paceOf(options.text(u"speed"_s)));
    if (!incident)
        return console.fail(incident.problem());
    drill::PlayOptions how;
    how.automatic = options.isSet(u"auto"_s);
    how.seed = setup.seed;
    how.onLine = [&](const drill::DrillLine &line) {
        if (!console.json)
            console.out << drill::lineText(line) << '\n';
    };
    const drill::DrillResult result = drill::DrillPlayer(scenario, *incident.value(), how).play();
    if (options.isSet(u"out"_s))
        rememberIncident(console, path, incident.value()->session());
    if (console.json)
        console.print(drill::reportJson(result));
    else
        console.out << drill::reportText(result);
    return result.passed() ? Done : Findings;
}

} // namespace

int runDrill(Console &console, const QStringList &arguments)
{
    Options options(u"drill"_s, Text::tr("Lists, shows or runs drills. Nothing in a drill is real."));
    options.positional(u"list|show|run"_s, Text::tr("What to do."));
    options.positional(u"ID|FILE"_s, Text::tr("The scenario."));
    options.value(u"out"_s, Text::tr("Keep the drill's record in this file."), u"FILE"_s);
    options.value(u"speed"_s, Text::tr("How fast time goes: a number, or max."), u"N"_s);
    options.value(u"seed"_s, Text::tr("Another seed than the scenario's."), u"N"_s);
    options.flag(u"auto"_s, Text::tr("Play the recorded responders too."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 2, exitCode))
        return exitCode;
    if (const auto wrong = wrongWords(options))
        return console.usage(*wrong);
    ProcessShelf shelf(console);
    const drill::DrillLibrary library(console.settings.configDir, [&](const QString &id) { return shelf.find(id); });
    const QString what = options.positionals().first();
    const QString which = options.positionals().value(1);
    if (what == "list"_L1 && which.isEmpty())
        return list(console, library);
    if ((what != "show"_L1 && what != "run"_L1) || which.isEmpty())
        return console.usage(Text::tr("Say: fireline drill list, fireline drill show ID, or fireline drill run ID --auto."));
    const auto scenario = library.find(which);
    if (!scenario)
        return console.fail(scenario.problem());
    if (what == "show"_L1)
        return show(console, scenario.value());
    const Process *process = shelf.find(scenario.value().process);
    if (!process)
        return console.usage(Text::tr("The scenario's process %1 is not there.").arg(scenario.value().process));
    return play(console, options, scenario.value(), *process);
}

} // namespace fireline::cli
