// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/situationform.h"

#include "entry/entry.h"
#include "text/timedisplay.h"
#include "triage/triagedelegate.h"
#include "triage/triagemodel.h"
#include "triage/triageplaces.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace t = models::triage;
using domain::Command;
using domain::Instant;
using domain::Verb;
using models::TriageModel;
using Kind = FormInput::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SituationForm)
};

const QString begins = u"start"_s;
const QString ends = u"end"_s;

QList<QPair<QString, QString>> phaseChoices(const TriageModel &model)
{
    QList<QPair<QString, QString>> choices{{QString(), Text::tr("as it is")}};
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        if (triageKind(index) != t::Next || index.data(t::ProposesRole).toString() != "phase"_L1)
            continue;
        const QString name = index.data().toString();
        const bool blocked = index.data(t::StateRole).toInt() == t::Blocked;
        choices.append({index.data(t::IdRole).toString(), blocked ? Text::tr("%1 · something is missing").arg(name) : name});
    }
    return choices;
}

/// Some phase that can be chosen ends the incident, and something is not over for others.
QString noteOfPhases(const TriageModel &model)
{
    const QStringList open = model.stillOpen();
    QStringList ending;
    for (const auto &[id, name] : phaseChoices(model)) {
        if (model.endsIncident(id))
            ending.append(name);
    }
    return ending.isEmpty() || open.isEmpty()
               ? QString()
               : Text::tr("With the phase %1 it ends. Still open: %2.").arg(ending.join(u", "_s), open.join(u"; "_s));
}

/// As it is typed: with the day where it is another.
QString impactText(const QString &word, const TriageModel &model, const TimeDisplay &times)
{
    const QModelIndex row = triageRow(model, t::Impact, t::IdRole, word);
    const Instant at{row.data(t::AtRole).toLongLong()};
    if (!at.isSet())
        return {};
    const QString time = times.minute(at);
    return times.day(at) == times.day(model.now()) ? time : u"%1 %2"_s.arg(times.day(at), time);
}

domain::Problem unclear(const QString &text)
{
    domain::Problem problem;
    problem.kind = domain::Problem::Kind::Usage;
    problem.code = u"usage"_s;
    problem.text = text;
    return problem;
}

domain::Outcome<Command> stated(const QString &word, const QString &typed, const TriageModel &model, const TimeDisplay &times)
{
    domain::EntryContext context;
    context.now = model.now();
    context.zone = times.zone();
    context.local = times.local();
    const QString time = typed.compare(Text::tr("now"), Qt::CaseInsensitive) == 0 ? QString() : typed;
    domain::ParsedEntry entry = domain::parseEntry(u"/impact %1 %2"_s.arg(word, time), context);
    if (!entry.ok())
        return unclear(Text::tr("“%1” is no time. Write one like 13:02, or -20m.").arg(typed));
    if (!entry.command.args.contains(u"timeUs"_s))
        entry.command.args.insert(u"timeUs"_s, model.now().us);
    return entry.command;
}

Command withWhy(Verb verb, const QString &id, const QJsonObject &values)
{
    Command command;
    command.verb = verb;
    command.args = {{u"id"_s, id}, {u"why"_s, values.value(u"why").toString()}};
    return command;
}

} // namespace

SeverityChoices severityChoices(const TriageModel &model)
{
    SeverityChoices made;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        if (triageKind(index) != t::Severity)
            continue;
        const QString one = index.data(t::IdRole).toString();
        const QString text = severityText(index.data(t::RankRole).toInt(), one, index.data().toString());
        const int state = index.data(t::StateRole).toInt();
        made.choices.append({one, state == t::Current    ? Text::tr("%1 · set now").arg(text)
                                  : state == t::Proposed ? Text::tr("%1 · proposed").arg(text)
                                                         : text});
        if (state == t::Current)
            made.set = one;
    }
    return made;
}

namespace {

/// As it can be typed, to the second.
QStringList typedTime(const std::optional<Instant> &at)
{
    return at ? QStringList{at->toUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u'Z'} : QStringList();
}

} // namespace

FormSpec situationForm(const TriageModel &model, const TimeDisplay &times)
{
    const SeverityChoices severities = severityChoices(model);
    const QModelIndex proposed = proposedSeverity(model);
    const QString howTimed = Text::tr("A time like 13:02, -20m for twenty minutes ago, or now.");
    const models::ImpactHint hint = model.impactHint();
    QStringList notes{noteOfPhases(model), hint.text};
    notes.removeAll(QString());
    return {
        u"situation"_s,
        Text::tr("Severity, phase and impact"),
        Text::tr("Record what is different"),
        {{u"id"_s, Kind::Choice, Text::tr("Severity"), Text::tr("Its definition and examples stand above."), severities.choices},
         {u"why"_s, Kind::Line, Text::tr("Why"), Text::tr("One sentence; it stands in the timeline beside severity and phase.")},
         {u"phase"_s, Kind::Choice, Text::tr("Phase"), Text::tr("The phases that can be entered from here."),
          phaseChoices(model)},
         {begins, Kind::Line, Text::tr("Impact began"), howTimed, {}, typedTime(hint.start)},
         {ends, Kind::Line, Text::tr("Impact ended"), howTimed, {}, typedTime(hint.end)}},
        {{u"id"_s, proposed.isValid() ? proposed.data(t::IdRole).toString() : severities.set},
         {u"why"_s, proposed.data(t::ReasonRole).toString()},
         {begins, impactText(begins, model, times)},
         {ends, impactText(ends, model, times)}},
        u"id"_s,
        {},
        notes.join(u' ')};
}

domain::Outcome<QList<Command>> situationCommands(const QJsonObject &values, const TriageModel &model, const TimeDisplay &times)
{
    QList<Command> commands;
    if (const QString id = values.value(u"id").toString(); !id.isEmpty() && id != severityChoices(model).set)
        commands.append(withWhy(Verb::Severity, id, values));
    for (const QString &word : {begins, ends}) {
        const QString typed = values.value(word).toString();
        if (typed.isEmpty() || typed == impactText(word, model, times))
            continue;
        auto made = stated(word, typed, model, times);
        if (!made)
            return made.problem();
        commands.append(made.value());
    }
    if (const QString phase = values.value(u"phase").toString(); !phase.isEmpty())
        commands.append(withWhy(Verb::Phase, phase, values));
    if (commands.isEmpty())
        return unclear(Text::tr("Nothing is different yet. Esc puts this aside."));
    return commands;
}

} // namespace fireline::views
