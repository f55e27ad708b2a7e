// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "clocks/processnames.h"
#include "incidentview.h"

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Folds the record up to a moment: what was known then.
struct PastView
{
    IncidentState state;
    Instant now;
};

Outcome<PastView> asOf(session::IncidentSession &incident, const QString &time)
{
    const auto at = Instant::fromRfc3339(time);
    if (!at)
        return Problem{Problem::Kind::Usage,
                       u"time"_s,
                       Text::tr("\"%1\" is no time. Write it like 2025-01-02T03:04:05Z.").arg(time),
                       {},
                       {},
                       {}};
    PastView view;
    view.now = *at;
    const ProcessNames names(incident.process());
    const auto read = incident.store().read(0, [&](qint64, const Event &event) {
        if (event.recordedAt <= *at)
            apply(view.state, event, &names);
        return true;
    });
    if (!read)
        return read.problem();
    return view;
}

} // namespace

int runShow(Console &console, const QStringList &arguments)
{
    Options options(u"show"_s, Text::tr("Shows severity, phase, command, roles, clocks, call-backs, gates and checklists."));
    options.positional(u"FILE"_s, Text::tr("The incident's file."));
    options.value(u"as-of"_s, Text::tr("As it was known at this time (RFC 3339)."), u"TIME"_s);
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 1, exitCode))
        return exitCode;
    auto incident = openSession(console, options.positionals().first(), false);
    if (!incident)
        return console.fail(incident.problem());
    session::IncidentSession &session = *incident.value();
    IncidentView view{session.state(), session.process(), session.state().drill ? lastInstant(session.state()) : session.now()};
    PastView past;
    if (options.isSet(u"as-of"_s)) {
        auto folded = asOf(session, options.text(u"as-of"_s));
        if (!folded)
            return console.fail(folded.problem());
        past = std::move(folded).value();
        if (!past.state.declared())
            return console.usage(Text::tr("Nothing was declared yet at that time."));
        view = {past.state, session.process(), past.now};
    }
    if (console.json)
        console.print(view.toJson());
    else
        console.out << view.toText(console);
    return Done;
}

} // namespace fireline::cli
