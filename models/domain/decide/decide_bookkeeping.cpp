// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/handoversteps.h"
#include "decide/proposal.h"
#include "decide/settlednotice.h"
#include "entry/entry.h"
#include "rules/gatestatus.h"
#include "rules/liststatus.h"
#include "rules/stepmarks.h"
#include "rules/tickline.h"
#include "rules/who.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideBookkeeping)
};

// A step is named by its number or by words of its text.
template<typename Item, typename TextOf>
int position(const QList<Item> &items, const QJsonValue &named, TextOf textOf)
{
    const QString word = named.toString();
    bool isNumber = named.isDouble();
    const int number = isNumber ? int(named.toInteger()) : word.toInt(&isNumber);
    if (isNumber)
        return number >= 1 && number <= items.size() ? number : 0;
    int found = 0;
    for (int i = 0; i < items.size(); ++i) {
        if (word.isEmpty() || !textOf(items.at(i)).contains(word, Qt::CaseInsensitive))
            continue;
        if (found)
            return 0;
        found = i + 1;
    }
    return found;
}

QStringList listIds(const Process &process)
{
    QStringList ids;
    for (const ListRule &list : process.lists)
        ids.append(list.rule.id);
    return ids;
}

// The steps of a handover are done by its own verbs, not by ticks (HUB-11, SRE-18).
int nextOpen(const ListRule &list, const ListStatus &status, const RuleContext &context)
{
    const auto &handover = context.state.handover;
    const bool running = handover && handover->state == Handover::State::Running && handoverProcedure(context) == &list;
    const QList<HandoverStep> steps = running ? handoverSteps(context) : QList<HandoverStep>();
    if (steps.isEmpty())
        return status.next();
    const auto open = std::find_if(steps.begin(), steps.end(), [](const HandoverStep &step) { return !step.done; });
    return open == steps.end() ? -1 : open->number - 1;
}

std::optional<Notice> outOfOrder(const ListRule &list, int next, int number)
{
    if (list.order == ListOrder::Free || next < 0 || next + 1 >= number)
        return std::nullopt;
    const RuleEffect effect = list.order == ListOrder::Strict ? list.rule.effect : RuleEffect::Warn;
    return Notice{effect,       u"order"_s,       firstText(list.items.at(next)),
                  list.rule.id, list.rule.cite(), list.rule.passedBy.has_value()};
}

Outcome<Proposal> markItem(const Asking &a)
{
    const ListRule *list = a.process().list(a.arg(u"id"));
    if (!list)
        return noSuch(Text::tr("list"), a.arg(u"id"), listIds(a.process()));
    const int number = position(list->items, a.command().args.value(u"item"), [](const ListItem &i) { return i.label(); });
    if (number == 0)
        return noSuch(Text::tr("step"), a.arg(u"item"));
    const ListItem &item = list->items.at(number - 1);
    const ListStatus status = listStatus(*list, a.context());
    const bool settled = status.items.at(number - 1).state != ItemStatus::State::Open;
    QJsonObject body{{u"list"_s, list->rule.id}, {u"item"_s, number}};
    if (const QString step = stepHash(*list, number); !step.isEmpty())
        body.insert(u"step"_s, step);
    if (a.command().verb == Verb::UncheckItem) {
        if (!settled)
            return refusal(u"no-change"_s, Text::tr("This step is still open."));
        if (status.items.at(number - 1).state == ItemStatus::State::Ticked)
            return refusal(u"ticks-itself"_s, Text::tr("This step ticked itself because it is so; it has no tick to take away."),
                           &list->rule);
        if (const QString system = systemOf(item.tick); !system.isEmpty())
            body.insert(u"system"_s, system);
        return a.propose(u"item.unchecked"_s, body);
    }
    const bool skips = a.command().verb == Verb::SkipItem;
    if (skips && a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why the step is skipped."), &list->rule);
    if (settled)
        return refusal(u"no-change"_s, Text::tr("This step is settled already."));
    if (!skips && !a.arg(u"text").isEmpty())
        body.insert(u"text"_s, a.arg(u"text"));
    if (skips)
        body.insert(u"why"_s, a.arg(u"why"));
    if (const QString system = systemOf(item.tick); !skips && !system.isEmpty())
        body.insert(u"system"_s, system);
    Proposal proposal = a.propose(skips ? u"item.skipped"_s : u"item.checked"_s, body);
    if (const auto notice = outOfOrder(*list, nextOpen(*list, status, a.context()), number))
        proposal.notices.append(*notice);
    if (!item.by.isEmpty() && !isOneOf(a.by(), {item.by}, a.context()))
        proposal.notices.append({RuleEffect::Warn, u"not-your-step"_s,
                                 Text::tr("This step is for %1.").arg(namesOf({item.by}, a.context())), list->rule.id,
                                 list->rule.cite(), false});
    return proposal;
}

Outcome<Proposal> startList(const Asking &a)
{
    const ListRule *list = a.process().list(a.arg(u"id"));
    if (!list)
        return noSuch(Text::tr("list"), a.arg(u"id"), listIds(a.process()));
    if (a.state().lists.value(list->rule.id).startedAt.isSet())
        return refusal(u"no-change"_s, Text::tr("It is started already."));
    return a.propose(u"list.started"_s, {{u"list"_s, list->rule.id}});
}

QStringList gateIds(const Process &process)
{
    QStringList ids;
    for (const GateRule &gate : process.gates)
        ids.append(gate.rule.id);
    return ids;
}

/// How their word is written down by somebody else; empty where nobody of them is known.
QString saidByThem(const Asking &a, const QStringList &who)
{
    QString person;
    for (const QString &word : who)
        person = person.isEmpty() ? peopleOf(word, a.context()).value(0) : person;
    if (person.isEmpty())
        return {};
    Command theirs = a.command();
    theirs.at = {};
    theirs.by = person;
    return Text::tr(" If %1 said it: %2").arg(person, formatEntry(theirs));
}

Outcome<Proposal> confirmGate(const Asking &a)
{
    const GateRule *gate = a.process().gate(a.arg(u"id"));
    if (!gate)
        return noSuch(Text::tr("gate"), a.arg(u"id"), gateIds(a.process()));
    const int number = position(gate->needs, a.command().args.value(u"item"), [](const GateNeed &n) { return n.text; });
    if (number == 0)
        return noSuch(Text::tr("item of the gate"), a.arg(u"item"));
    const GateNeed &need = gate->needs.at(number - 1);
    const QString system = systemOf(need.is);
    if (need.is && system.isEmpty()) {
        const QString deed = namedLine(tickLine(*need.is, a.process()));
        return refusal(u"ticks-itself"_s,
                       deed.isEmpty()
                           ? Text::tr("\"%1\" ticks itself when it is so. Do it, rather than confirm it.").arg(need.text)
                           : Text::tr("\"%1\" ticks itself when it is so. Type %2, rather than confirm it.").arg(need.text, deed),
                       &gate->rule);
    }
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say what you saw: /gate %1 %2 reason.").arg(gate->rule.id).arg(number));
    if (!need.by.isEmpty() && !isOneOf(a.by(), need.by, a.context()))
        return refusal(u"not-authorised"_s,
                       Text::tr("Only %1 can confirm this.").arg(namesOf(need.by, a.context())) + saidByThem(a, need.by),
                       &gate->rule);
    QJsonObject body{{u"gate"_s, gate->rule.id}, {u"item"_s, number}, {u"why"_s, a.arg(u"why")}};
    if (!system.isEmpty())
        body.insert(u"system"_s, system);
    return a.propose(u"gate.confirmed"_s, body);
}

Outcome<Proposal> overrideRule(const Asking &a)
{
    const Envelope *rule = a.process().rule(a.arg(u"id"));
    if (!rule)
        return noSuch(Text::tr("rule"), a.arg(u"id"));
    if (!rule->passedBy)
        return refusal(
            u"no-override"_s,
            Text::tr("This rule cannot be overridden. What happened against it can be recorded: /breach %1 text.").arg(rule->id),
            rule);
    if (!isOneOf(a.by(), rule->passedBy->by, a.context()))
        return refusal(u"not-authorised"_s, Text::tr("Only %1 may override this.").arg(namesOf(rule->passedBy->by, a.context())),
                       rule);
    if (rule->passedBy->reason && a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why: /override %1 reason.").arg(rule->id), rule);
    return a.propose(u"rule.overridden"_s, {{u"rule"_s, rule->id}, {u"why"_s, a.arg(u"why")}});
}

} // namespace

QHash<Verb, Proposer> bookkeepingProposers()
{
    return {{Verb::CheckItem, markItem},  {Verb::UncheckItem, markItem},    {Verb::SkipItem, markItem},
            {Verb::StartList, startList}, {Verb::GateConfirm, confirmGate}, {Verb::Override, overrideRule}};
}

} // namespace fireline::domain
