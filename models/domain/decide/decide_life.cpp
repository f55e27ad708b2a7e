// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"

#include "core/instant.h"
#include "process/phaseword.h"
#include "rules/facts.h"
#include "state/componentstate.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideLife)
};

template<typename Def>
QStringList idsOf(const QList<Def> &defs)
{
    QStringList ids;
    for (const Def &def : defs)
        ids.append(def.id);
    return ids;
}

// Ids are typed at 3 a.m.: case, blanks and a missing prefix ("2" for SEV2) do not matter as long as one is meant.
template<typename Def>
const Def *meant(const QList<Def> &defs, const QString &word)
{
    const QString clean = QString(word).remove(u' ').toLower();
    const Def *found = nullptr;
    for (const Def &def : defs) {
        if (def.id.toLower() == clean)
            return &def;
        if (!clean.isEmpty() && (def.id.toLower().endsWith(clean) || def.name.compare(word, Qt::CaseInsensitive) == 0)) {
            if (found)
                return nullptr;
            found = &def;
        }
    }
    return found;
}

Outcome<Proposal> declare(const Asking &a)
{
    QJsonObject fields = a.fields();
    QJsonObject body{{u"title"_s, a.arg(u"text")},
                     {u"process"_s, a.process().id},
                     {u"processHash"_s, a.process().sha256},
                     {u"processText"_s, QString::fromUtf8(a.process().text)}};
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say in a few words what is wrong."));
    if (!a.arg(u"severity").isEmpty()) {
        const SeverityDef *severity = meant(a.process().severities, a.arg(u"severity"));
        if (!severity)
            return noSuch(Text::tr("severity"), a.arg(u"severity"), idsOf(a.process().severities));
        body.insert(u"severity"_s, severity->id);
        fields.insert(u"severity"_s, severity->id);
    }
    const QHash<QString, QString> moved = {
        {u"source"_s, u"source"_s}, {u"detected_by"_s, u"detectedBy"_s}, {u"class"_s, u"class"_s}, {u"service"_s, u"service"_s}};
    for (auto it = moved.begin(); it != moved.end(); ++it) {
        if (fields.contains(it.key()))
            body.insert(it.value(), fields.value(it.key()));
    }
    for (const QString &key : {u"drill"_s, u"private"_s}) {
        if (a.command().args.value(key).toBool())
            body.insert(key, true);
    }
    for (const QString &key : {u"scenario"_s, u"seed"_s}) {
        if (a.command().args.contains(key))
            body.insert(key, a.command().args.value(key));
    }
    if (!fields.isEmpty())
        body.insert(u"fields"_s, fields);
    Proposal proposal = a.propose(u"incident.declared"_s, body, Act::Declare);
    // Whoever types it sees it by that; and so does for whom it is typed.
    if (body.contains(u"private"_s) && a.by() != a.typist())
        proposal.events.append(a.event(u"member.added"_s, {{u"person"_s, a.by()}}));
    proposal.record = RecordAtHand{u"declare"_s, {}, fields, a.arg(u"text")};
    return proposal;
}

Outcome<Proposal> withdraw(const Asking &a)
{
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why it is withdrawn: /withdraw false positive, test traffic."));
    return a.propose(u"incident.withdrawn"_s, {{u"why"_s, a.arg(u"why")}}, Act::Withdraw);
}

Outcome<Proposal> confirm(const Asking &a)
{
    const QJsonValue answer = a.command().args.value(u"real");
    const bool real = answer.toBool() || answer.toString() == "real"_L1;
    if (!real && a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why it is a false alarm: /confirm false the probe was wrong."));
    return a.propose(u"incident.confirmed"_s, {{u"real"_s, real}, {u"why"_s, a.arg(u"why")}}, Act::Confirm);
}

Outcome<Proposal> begin(const Asking &a)
{
    if (a.state().begunAt.isSet())
        return refusal(u"state"_s, Text::tr("The incident has begun already."));
    return a.propose(u"incident.begun"_s, {}, Act::Begin);
}

Outcome<Proposal> setSeverity(const Asking &a)
{
    const SeverityDef *severity = meant(a.process().severities, a.arg(u"id"));
    if (!severity)
        return noSuch(Text::tr("severity"), a.arg(u"id"), idsOf(a.process().severities));
    if (severity->id == a.state().severity)
        return refusal(u"no-change"_s, Text::tr("The severity is %1 already.").arg(severity->id));
    return a.propose(u"severity.set"_s, {{u"from"_s, a.state().severity}, {u"to"_s, severity->id}, {u"why"_s, a.arg(u"why")}},
                     Act::SeveritySet);
}

/// By name, with the word to type where it is another.
QString nextPhases(const PhaseDef &from, const Process &process)
{
    QStringList names;
    for (const QString &id : from.next) {
        const PhaseDef *phase = process.phase(id);
        names.append(phase && phase->name.compare(id, Qt::CaseInsensitive) != 0 ? u"%1 (/phase %2)"_s.arg(phase->name, id) : id);
    }
    return names.join(u", "_s);
}

Outcome<Proposal> movePhase(const Asking &a)
{
    const PhaseDef *to = phaseMeant(a.process(), a.arg(u"id"));
    if (!to)
        return noSuch(Text::tr("phase"), a.arg(u"id"), idsOf(a.process().phases));
    const PhaseDef *first = a.process().firstPhase();
    const PhaseDef *from = a.state().phase.isEmpty() ? first : a.process().phase(a.state().phase);
    if (from == to)
        return refusal(u"no-change"_s, Text::tr("The phase is %1 already.").arg(to->name));
    if (from && !from->next.contains(to->id))
        return refusal(u"phase-order"_s,
                       from->next.isEmpty()
                           ? Text::tr("%1 is the last phase.").arg(from->name)
                           : Text::tr("From %1 the next phase is: %2.").arg(from->name, nextPhases(*from, a.process())));
    if (!holds(to->when, a.context()))
        return refusal(u"phase-order"_s,
                       Text::tr("%1 is not a phase of this incident as it now stands; check the severity.").arg(to->name));
    Proposal proposal = a.propose(u"phase.moved"_s,
                                  {{u"from"_s, from ? from->id : QString()},
                                   {u"to"_s, to->id},
                                   {u"why"_s, behindPhaseName(*to, a.arg(u"id"), a.arg(u"why"))}},
                                  Act::PhaseMove);
    proposal.atHand.phaseInto = to->id;
    return proposal;
}

Outcome<Proposal> impact(const Asking &a)
{
    const QString field = a.arg(u"id").isEmpty() ? u"text"_s : a.arg(u"id");
    QJsonObject body{{u"field"_s, field}, {u"value"_s, a.arg(u"text")}, {u"source"_s, a.arg(u"source")}};
    if (field == "start"_L1 || field == "end"_L1) {
        const Instant at = a.command().args.contains(u"timeUs"_s) ? Instant{a.command().args.value(u"timeUs").toInteger()}
                                                                  : a.at();
        if (field == "end"_L1 && a.state().impactStart.isSet() && at < a.state().impactStart)
            return refusal(u"order"_s,
                           Text::tr("The impact cannot end before it started (%1).").arg(a.state().impactStart.toRfc3339()));
        body.insert(u"atUs"_s, at.us);
        body.insert(u"value"_s, at.toRfc3339());
    } else if (a.arg(u"text").isEmpty()) {
        return refusal(u"usage"_s, Text::tr("Say what the impact is: /impact checkout down for all EU users."));
    } else if (!componentName(field).isEmpty() && !componentWords().contains(a.arg(u"text"))) {
        return refusal(u"usage"_s, Text::tr("Say of a component one of these: %1.").arg(componentWords().join(u", "_s)));
    }
    return a.propose(u"impact.stated"_s, body, Act::EntryPost);
}

Outcome<Proposal> flag(const Asking &a)
{
    const FlagDef *def = meant(a.process().flags, a.arg(u"id"));
    if (!def)
        return noSuch(Text::tr("flag"), a.arg(u"id"), idsOf(a.process().flags));
    const bool set = a.command().verb == Verb::Flag;
    if (set == a.state().flags.contains(def->id))
        return refusal(u"no-change"_s, set ? Text::tr("This flag is set already.") : Text::tr("This flag is not set."));
    return a.propose(set ? u"flag.set"_s : u"flag.cleared"_s, {{u"flag"_s, def->id}, {u"why"_s, a.arg(u"why")}}, Act::FlagSet);
}

Outcome<Proposal> resolve(const Asking &a)
{
    if (a.state().resolvedAt.isSet())
        return refusal(u"state"_s, Text::tr("The incident is resolved already."));
    Proposal proposal = a.propose(u"incident.resolved"_s, {{u"text"_s, a.arg(u"text")}}, Act::Resolve);
    RecordAtHand record{u"resolution"_s, {}, a.fields(), a.arg(u"text")};
    record.fields = filledFields(record, a.context());
    proposal.record = record;
    if (!a.fields().isEmpty())
        proposal.events.prepend(a.event(u"field.set"_s, {{u"fields"_s, a.fields()}}));
    return proposal;
}

Outcome<Proposal> reopen(const Asking &a)
{
    if (!a.state().resolvedAt.isSet() && !a.state().closedAt.isSet())
        return refusal(u"state"_s, Text::tr("The incident is still open."));
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why it is reopened: /reopen errors are back."));
    return a.propose(u"incident.reopened"_s, {{u"why"_s, a.arg(u"why")}}, Act::Reopen);
}

Outcome<Proposal> close(const Asking &a)
{
    if (!a.state().resolvedAt.isSet())
        return refusal(u"state"_s, Text::tr("The incident is not resolved yet. Resolve it first."));
    Proposal proposal = a.propose(u"incident.closed"_s, {{u"text"_s, a.arg(u"text")}}, Act::Close);
    if (!a.fields().isEmpty())
        proposal.events.prepend(a.event(u"field.set"_s, {{u"fields"_s, a.fields()}}));
    return proposal;
}

Outcome<Proposal> adoptProcess(const Asking &a)
{
    if (a.arg(u"process").isEmpty() || a.arg(u"processText").isEmpty() || a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Name the process file and why it is taken: /adoptprocess <FILE newer version."));
    return a.propose(u"process.adopted"_s, {{u"process"_s, a.arg(u"process")},
                                            {u"processHash"_s, a.arg(u"processHash")},
                                            {u"processText"_s, a.command().args.value(u"processText")},
                                            {u"why"_s, a.arg(u"why")}});
}

} // namespace

QHash<Verb, Proposer> lifeProposers()
{
    return {{Verb::Declare, declare},
            {Verb::Withdraw, withdraw},
            {Verb::Confirm, confirm},
            {Verb::Begin, begin},
            {Verb::Severity, setSeverity},
            {Verb::Phase, movePhase},
            {Verb::Impact, impact},
            {Verb::Flag, flag},
            {Verb::Unflag, flag},
            {Verb::Resolve, resolve},
            {Verb::Reopen, reopen},
            {Verb::Close, close},
            {Verb::AdoptProcess, adoptProcess}};
}

} // namespace fireline::domain
