// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/runningclock.h"
#include "decide/proposal.h"
#include "decide/rungmeant.h"
#include "rules/tickline.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideEscalation)
};

QStringList ladderIds(const Process &process)
{
    QStringList ids;
    for (const LadderRule &ladder : process.ladders)
        ids.append(ladder.rule.id);
    return ids;
}

bool isSameLadder(const RunningClock &a, const RunningClock &b)
{
    return a.kind == RunningClock::Kind::Rung && a.rule == b.rule && a.item == b.item;
}

QList<EventDraft> followingEvents(const Asking &a, const LadderRule &ladder, const QList<EffectSpec> &effects)
{
    QList<EventDraft> events;
    for (const EffectSpec &effect : effects) {
        const QJsonArray who = QJsonArray::fromStringList(effect.who);
        if (effect.kind == EffectKind::Page)
            events.append(a.event(u"page.done"_s, {{u"who"_s, who}, {u"how"_s, u"by hand"_s}, {u"why"_s, ladder.rule.id}}));
        else if (effect.kind == EffectKind::Notify)
            events.append(a.event(u"notify.done"_s, {{u"who"_s, who}, {u"text"_s, ladder.rule.id}}));
        else if (effect.kind == EffectKind::SetFlag && !a.state().flags.contains(effect.text))
            events.append(a.event(u"flag.set"_s, {{u"flag"_s, effect.text}, {u"why"_s, ladder.rule.id}}));
        else if (effect.kind == EffectKind::Open && a.process().list(effect.text))
            events.append(a.event(u"list.started"_s, {{u"list"_s, effect.text}}));
    }
    return events;
}

Outcome<Proposal> rungEvent(const Asking &a, const QString &type, int wanted)
{
    const QList<RunningClock> clocks = runningClocks(a.state(), a.process(), a.now());
    const auto rung = rungMeant(a.arg(u"id"), wanted, clocks);
    const LadderRule *ladder = a.process().ladder(rung ? rung->rule : a.arg(u"id").section(u'/', 0, 0));
    if (!ladder)
        return noSuch(Text::tr("escalation"), a.arg(u"id"), ladderIds(a.process()));
    if (!rung)
        return refusal(u"state"_s,
                       Text::tr("There is no step to take here now: it has not begun, it is over, or each step is taken."),
                       &ladder->rule);
    if (const int first = lowestOpen(*rung, clocks).rung; type == "rung.taken"_L1 && first < rung->rung)
        return refusal(u"order"_s,
                       Text::tr("Step %1 of this ladder comes first. Take it, or skip it with a reason.").arg(first + 1),
                       &ladder->rule);
    const auto isRecord = [](const EffectSpec &effect) { return effect.kind == EffectKind::Draft; };
    const auto asked = std::find_if(rung->effects.begin(), rung->effects.end(), isRecord);
    if (type == "rung.taken"_L1 && asked != rung->effects.end()
        && std::all_of(rung->effects.begin(), rung->effects.end(), isRecord))
        return refusal(
            u"record"_s,
            Text::tr("Nothing is called here: this step is a record that is not written yet. Write it with %1, or leave "
                     "it out with a reason: /skip %2 %3 why.")
                .arg(namedLine(formLine(asked->text, a.process())), rung->rule)
                .arg(rung->rung + 1),
            &ladder->rule);
    QJsonObject body{
        {u"ladder"_s, rung->rule}, {u"rung"_s, rung->rung}, {u"anchorUs"_s, rung->anchor.us}, {u"why"_s, a.arg(u"why")}};
    if (!rung->item.isEmpty())
        body.insert(u"item"_s, rung->item);
    Proposal proposal = a.propose(type, body);
    if (type == "rung.skipped"_L1)
        return proposal;
    const auto pages = [](const EffectSpec &effect) { return effect.kind == EffectKind::Page; };
    if (std::any_of(rung->effects.begin(), rung->effects.end(), pages))
        proposal.act = Act::PageSend;
    proposal.events.append(followingEvents(a, *ladder, rung->effects));
    return proposal;
}

Outcome<Proposal> escalate(const Asking &a)
{
    // Typed behind a line that was prepared and not seen: it would be the reason of a call that nobody made.
    if (const QString why = a.arg(u"why"); why.startsWith(u'/'))
        return refusal(u"usage"_s,
                       Text::tr("Two commands stand in this line: “%1” would only be recorded as a reason. Type it in a line of "
                                "its own.")
                           .arg(why));
    return rungEvent(a, u"rung.taken"_s, 0);
}

Outcome<Proposal> skip(const Asking &a)
{
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why the step is skipped: /skip LADDER 1 they are on the call."));
    return rungEvent(a, u"rung.skipped"_s, int(a.command().args.value(u"item").toInteger()));
}

// Of the calls that were made on that rung the latest that nobody has answered yet.
Outcome<Proposal> answered(const Asking &a)
{
    const QString named = a.arg(u"id");
    const LadderRule *ladder = a.process().ladder(named.section(u'/', 0, 0));
    if (!ladder)
        return noSuch(Text::tr("escalation"), named, ladderIds(a.process()));
    const int number = int(a.command().args.value(u"item").toInteger());
    const auto &marks = a.state().rungs;
    const auto isIt = [&](const RungMark &mark) {
        const QString clock = mark.item.isEmpty() ? mark.ladder : mark.ladder + u'/' + mark.item;
        return (named == mark.ladder || named == clock) && mark.rung == number - 1 && !mark.skipped && !mark.answeredAt.isSet();
    };
    const auto mark = std::find_if(marks.rbegin(), marks.rend(), isIt);
    if (mark == marks.rend())
        return refusal(u"state"_s, Text::tr("Nobody was called on this step, or they have answered already."), &ladder->rule);
    QJsonObject body{{u"ladder"_s, mark->ladder}, {u"rung"_s, mark->rung}, {u"anchorUs"_s, mark->anchor.us}};
    if (!mark->item.isEmpty())
        body.insert(u"item"_s, mark->item);
    if (const QString text = a.arg(u"text"); !text.isEmpty())
        body.insert(u"text"_s, text);
    return a.propose(u"rung.answered"_s, body);
}

Outcome<Proposal> page(const Asking &a)
{
    const QStringList words = a.whoWords();
    if (words.isEmpty())
        return refusal(u"usage"_s, Text::tr("Say whom to page: /page @oncall database is down."));
    QStringList who;
    for (const QString &word : words)
        who.append(roleOrContact(a.process(), word).isEmpty() ? word : roleOrContact(a.process(), word));
    const QJsonArray people = QJsonArray::fromStringList(who);
    if (a.command().verb == Verb::Notify)
        return a.propose(u"notify.done"_s, {{u"who"_s, people}, {u"text"_s, a.arg(u"text")}}, Act::NotifySend);
    return a.propose(u"page.done"_s, {{u"who"_s, people}, {u"how"_s, u"by hand"_s}, {u"why"_s, a.arg(u"why")}}, Act::PageSend);
}

QString itemWord(const CadenceRule &rule)
{
    return rule.arg.isEmpty() ? wordOf(rule.item) : wordOf(rule.item) + u'/' + rule.arg;
}

Outcome<Proposal> setCadence(const Asking &a)
{
    const QString asked = a.arg(u"item").toLower();
    const Span every{a.command().args.value(u"spanUs").toInteger()};
    if (every < Span::minutes(1) || every > Span::days(30))
        return refusal(u"usage"_s, Text::tr("Say how often, from one minute up: /cadence checkin 10m."));
    QStringList known;
    for (const CadenceRule &rule : a.process().cadences) {
        const QString item = itemWord(rule);
        known.append(item);
        if (item.toLower() != asked && rule.arg.toLower() != asked)
            continue;
        if (rule.setBy.isEmpty())
            return refusal(u"fixed"_s, Text::tr("The process fixes this cadence; nobody changes it during an incident."),
                           &rule.rule);
        if (!isOneOf(a.by(), rule.setBy, a.context()))
            return refusal(u"not-authorised"_s,
                           Text::tr("Only %1 may change this cadence.").arg(namesOf(rule.setBy, a.context())), &rule.rule);
        return a.propose(u"cadence.set"_s, {{u"item"_s, item}, {u"everyUs"_s, every.us}});
    }
    // Where the process has no rhythm of its own for it, whoever commands sets one.
    const QString checkIn = wordOf(CadenceKind::CheckIn);
    if (asked == checkIn && !known.contains(checkIn)) {
        const RoleDef *commander = a.process().commander();
        if (commander && !a.state().holders(commander->id).isEmpty() && !isOneOf(a.by(), {u"commander"_s}, a.context()))
            return refusal(u"not-authorised"_s, Text::tr("Only whoever commands sets how often everybody checks in."));
        return a.propose(u"cadence.set"_s, {{u"item"_s, checkIn}, {u"everyUs"_s, every.us}});
    }
    return noSuch(Text::tr("cadence"), a.arg(u"item"), known);
}

Outcome<Proposal> snooze(const Asking &a)
{
    const Span length{a.command().args.value(u"spanUs").toInteger()};
    if (a.arg(u"id").isEmpty() || length.us <= 0 || length > Span::days(7))
        return refusal(u"usage"_s, Text::tr("Say which clock and for how long: /snooze CLOCK 5m why."));
    QStringList known;
    QStringList late;
    for (const RunningClock &clock : runningClocks(a.state(), a.process(), a.now())) {
        if (clock.running())
            known.append(clock.id);
        if (clock.state == RunningClock::State::Late)
            late.append(clock.id);
    }
    const bool all = a.arg(u"id") == "late"_L1 && !known.contains(u"late"_s);
    if (all && late.isEmpty())
        return refusal(u"no-change"_s, Text::tr("Nothing is late."));
    if (!all && !known.contains(a.arg(u"id")))
        return noSuch(Text::tr("clock"), a.arg(u"id"), known);
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why the clock is snoozed: /snooze %1 5m why.").arg(a.arg(u"id")));
    Proposal proposal;
    for (const QString &clock : all ? late : QStringList{a.arg(u"id")})
        proposal.events.append(
            a.event(u"clock.snoozed"_s, {{u"clock"_s, clock}, {u"untilUs"_s, (a.now() + length).us}, {u"why"_s, a.arg(u"why")}}));
    return proposal;
}

} // namespace

RunningClock lowestOpen(const RunningClock &rung, const QList<RunningClock> &clocks)
{
    RunningClock lowest = rung;
    for (const RunningClock &clock : clocks) {
        if (isSameLadder(clock, rung) && clock.rung < lowest.rung)
            lowest = clock;
    }
    return lowest;
}

std::optional<RunningClock> rungMeant(const QString &named, int wanted, const QList<RunningClock> &clocks)
{
    for (const RunningClock &clock : clocks) {
        const QString ladder = clock.item.isEmpty() ? clock.rule : clock.rule + u'/' + clock.item;
        const bool isMeant = named.isEmpty() || named == clock.rule || named == ladder || named == clock.id;
        if (clock.kind == RunningClock::Kind::Rung && isMeant && (wanted == 0 || clock.rung == wanted - 1))
            return wanted == 0 && named != clock.id ? lowestOpen(clock, clocks) : clock;
    }
    return std::nullopt;
}

QHash<Verb, Proposer> escalationProposers()
{
    return {{Verb::Escalate, escalate}, {Verb::SkipRung, skip},      {Verb::AnswerRung, answered}, {Verb::Page, page},
            {Verb::Notify, page},       {Verb::Cadence, setCadence}, {Verb::Snooze, snooze}};
}

} // namespace fireline::domain
