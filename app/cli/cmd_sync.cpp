// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"
#include "syncrun.h"

using namespace Qt::StringLiterals;

namespace fireline::cli {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

int runSync(Console &console, const QStringList &arguments)
{
    Options options(u"sync"_s,
                    Text::tr("Exchanges the events of an incident with a shared backend, without a window. A password comes "
                             "from a passfile, the service file or PGPASSWORD."));
    options.positional(u"FILE"_s, Text::tr("The incident's file; one that does not exist is made from the backend."));
    options.value(u"backend"_s, Text::tr("Where: postgresql://LOGIN@HOST/DATABASE, or service=NAME."), u"URI"_s);
    options.value(u"incident"_s, Text::tr("Which incident of the backend goes into a new file."), u"ID"_s);
    options.flag(u"once"_s, Text::tr("End when both have the same."));
    options.flag(u"watch"_s, Text::tr("Go on until interrupted (this is so without --once)."));
    options.flag(u"adopt"_s, Text::tr("Put a file that was on no backend there, with everything in it as history."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    if (options.text(u"backend"_s).isEmpty())
        return console.usage(Text::tr("Say where the backend is: --backend postgresql://LOGIN@HOST/DATABASE."));
    if (options.isSet(u"once"_s) && options.isSet(u"watch"_s))
        return console.usage(Text::tr("Say either --once or --watch."));
    const auto address = backend::parseAddress(options.text(u"backend"_s));
    if (!address)
        return console.fail(address.problem());
    const QString path = options.positionals().first();
    {
        SyncRun run(console, {path, options.text(u"incident"_s), options.isSet(u"once"_s), options.isSet(u"adopt"_s)},
                    address.value());
        exitCode = run.run();
    }
    // Whoever opens the start window next finds what came from there.
    if (const auto session = exitCode == Done ? openSession(console, path, false)
                                              : domain::Outcome<SessionPointer>(domain::Problem{}))
        rememberIncident(console, path, *session.value());
    return exitCode;
}

} // namespace fireline::cli
