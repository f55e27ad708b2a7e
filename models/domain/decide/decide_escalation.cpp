// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"
#include "rules/facts.h"
#include "rules/momentreader.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DecideEscalation", text);
}

QStringList ladderIds(const Process &process)
{
    QStringList ids;
    for (const LadderRule &ladder : process.ladders)
        ids.append(ladder.rule.id);
    return ids;
}

bool runs(const LadderRule &ladder, const RuleContext &c)
{
    const Instant from = latestMoment(ladder.from, c);
    return from.isSet() && holds(ladder.rule.when, c) && (!ladder.until || !firstMomentSince(*ladder.until, from, c).isSet());
}

bool marked(const LadderRule &ladder, int rung, Instant anchor, const IncidentState &state)
{
    return std::any_of(state.rungs.begin(), state.rungs.end(),
                       [&](const RungMark &m) { return m.ladder == ladder.rule.id && m.rung == rung && m.anchor == anchor; });
}

int nextRung(const LadderRule &ladder, Instant anchor, const IncidentState &state)
{
    for (int i = 0; i < ladder.rungs.size(); ++i) {
        if (!marked(ladder, i, anchor, state))
            return i;
    }
    return -1;
}

const LadderRule *ladderFor(const Asking &a)
{
    if (!a.arg(u"id").isEmpty())
        return a.process().ladder(a.arg(u"id"));
    const RuleContext c = a.context();
    for (const LadderRule &ladder : a.process().ladders) {
        if (runs(ladder, c) && nextRung(ladder, latestMoment(ladder.from, c), a.state()) >= 0)
            return &ladder;
    }
    return nullptr;
}

Outcome<Proposal> rungEvent(const Asking &a, const QString &type, int wanted)
{
    const LadderRule *ladder = ladderFor(a);
    if (!ladder)
        return noSuch(tr("escalation"), a.arg(u"id"), ladderIds(a.process()));
    const RuleContext c = a.context();
    const Instant anchor = latestMoment(ladder->from, c);
    if (!anchor.isSet())
        return refusal(u"state"_s, tr("This escalation has not begun."), &ladder->rule);
    const int rung = wanted > 0 ? wanted - 1 : nextRung(*ladder, anchor, a.state());
    if (rung < 0 || rung >= ladder->rungs.size() || marked(*ladder, rung, anchor, a.state()))
        return refusal(u"no-change"_s, tr("There is no step left to take here."), &ladder->rule);
    QJsonObject body{{u"ladder"_s, ladder->rule.id}, {u"rung"_s, rung}, {u"anchorUs"_s, anchor.us}, {u"why"_s, a.arg(u"why")}};
    Proposal proposal = a.propose(type, body);
    if (type == "rung.skipped"_L1)
        return proposal;
    for (const EffectSpec &effect : ladder->rungs.at(rung).effects) {
        if (effect.kind == EffectKind::Page) {
            proposal.act = Act::PageSend;
            proposal.events.append(a.event(
                u"page.done"_s,
                {{u"who"_s, QJsonArray::fromStringList(effect.who)}, {u"how"_s, u"by hand"_s}, {u"why"_s, ladder->rule.id}}));
        } else if (effect.kind == EffectKind::Notify) {
            proposal.events.append(
                a.event(u"notify.done"_s, {{u"who"_s, QJsonArray::fromStringList(effect.who)}, {u"text"_s, ladder->rule.id}}));
        } else if (effect.kind == EffectKind::SetFlag && !a.state().flags.contains(effect.text)) {
            proposal.events.append(a.event(u"flag.set"_s, {{u"flag"_s, effect.text}, {u"why"_s, ladder->rule.id}}));
        } else if (effect.kind == EffectKind::Open && a.process().list(effect.text)) {
            proposal.events.append(a.event(u"list.started"_s, {{u"list"_s, effect.text}}));
        }
    }
    return proposal;
}

Outcome<Proposal> escalate(const Asking &a)
{
    return rungEvent(a, u"rung.taken"_s, 0);
}

Outcome<Proposal> skip(const Asking &a)
{
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, tr("Say why the step is skipped: /skip LADDER 1 they are on the call."));
    return rungEvent(a, u"rung.skipped"_s, int(a.command().args.value(u"item").toInteger()));
}

Outcome<Proposal> page(const Asking &a)
{
    const QStringList words = a.whoWords();
    if (words.isEmpty())
        return refusal(u"usage"_s, tr("Say whom to page: /page @oncall database is down."));
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
        return refusal(u"usage"_s, tr("Say how often, from one minute up: /cadence checkin 10m."));
    QStringList known;
    for (const CadenceRule &rule : a.process().cadences) {
        const QString item = itemWord(rule);
        known.append(item);
        if (item.toLower() != asked && rule.arg.toLower() != asked)
            continue;
        if (!rule.setBy.isEmpty() && !isOneOf(a.by(), rule.setBy, a.context()))
            return refusal(u"not-authorised"_s, tr("Only %1 may change this cadence.").arg(namesOf(rule.setBy, a.context())),
                           &rule.rule);
        return a.propose(u"cadence.set"_s, {{u"item"_s, item}, {u"everyUs"_s, every.us}});
    }
    return noSuch(tr("cadence"), a.arg(u"item"), known);
}

Outcome<Proposal> snooze(const Asking &a)
{
    const Span length{a.command().args.value(u"spanUs").toInteger()};
    if (a.arg(u"id").isEmpty() || length.us <= 0 || length > Span::days(7))
        return refusal(u"usage"_s, tr("Say which clock and for how long: /snooze CLOCK 5m why."));
    if (!a.process().rule(a.arg(u"id").section(u'/', 0, 0)))
        return noSuch(tr("clock"), a.arg(u"id"));
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, tr("Say why the clock is snoozed: /snooze %1 5m why.").arg(a.arg(u"id")));
    return a.propose(u"clock.snoozed"_s,
                     {{u"clock"_s, a.arg(u"id")}, {u"untilUs"_s, (a.now() + length).us}, {u"why"_s, a.arg(u"why")}});
}

} // namespace

QHash<Verb, Proposer> escalationProposers()
{
    return {{Verb::Escalate, escalate}, {Verb::SkipRung, skip},      {Verb::Page, page},
            {Verb::Notify, page},       {Verb::Cadence, setCadence}, {Verb::Snooze, snooze}};
}

} // namespace fireline::domain
