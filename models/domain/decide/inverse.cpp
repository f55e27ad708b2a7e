// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/inverse.h"

#include "decide/notundoable.h"
#include "process/deputy.h"
#include "rules/stepmarks.h"
#include "state/orderanswers.h"
#include "state/statements.h"
#include "state/stepkey.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Inverse)
};

/// One event and what it is judged by.
struct Taking
{
    const Event &event;
    const InverseInput &in;
    QJsonObject body;

    [[nodiscard]] QString text(QStringView key) const { return body.value(key).toString(); }
};

using Taker = Inverse (*)(const Taking &);

Inverse by(Verb verb, const QJsonObject &args, const QString &text)
{
    Command command;
    command.verb = verb;
    command.args = args;
    return {command, text};
}

Inverse impossible(const QString &text)
{
    return {std::nullopt, text};
}

Inverse changedSince()
{
    return impossible(Text::tr("This was changed again since. Set what you want by hand."));
}

QString reason()
{
    return Text::tr("Taken back");
}

QString shown(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : name;
}

Inverse retract(const Taking &t)
{
    const Entry *entry = t.in.now.entry(t.event.id);
    if (!entry || entry->retracted)
        return impossible(Text::tr("This entry is retracted already."));
    return by(Verb::Retract, {{u"ref"_s, t.event.id}, {u"why"_s, reason()}}, Text::tr("The entry is retracted."));
}

Inverse severity(const Taking &t)
{
    const QString earlier = t.in.before.severity;
    if (t.in.now.severity != t.text(u"to"))
        return changedSince();
    const SeverityDef *def = t.in.process.severity(earlier);
    if (!def)
        return impossible(Text::tr("There was no severity before. Set the right one instead: /sev."));
    return by(Verb::Severity, {{u"id"_s, earlier}, {u"why"_s, reason()}},
              Text::tr("Severity back to %1.").arg(shown(def->name, def->id)));
}

Inverse phase(const Taking &t)
{
    const PhaseDef *from = t.in.process.phase(t.text(u"from"));
    const PhaseDef *to = t.in.process.phase(t.text(u"to"));
    if (!from || !to || t.in.now.phase != to->id)
        return changedSince();
    if (!to->next.contains(from->id))
        return impossible(Text::tr("This process has no way from %1 back to %2.").arg(to->name, from->name));
    return by(Verb::Phase, {{u"id"_s, from->id}, {u"why"_s, reason()}}, Text::tr("Phase back to %1.").arg(from->name));
}

Inverse confirmed(const Taking &t)
{
    const std::optional<bool> earlier = t.in.before.real;
    if (!earlier)
        return impossible(Text::tr("An answer was given for the first time. Give the other one instead: /confirm."));
    return by(Verb::Confirm, {{u"real"_s, *earlier}, {u"why"_s, reason()}},
              *earlier ? Text::tr("The incident counts as real again.")
                       : Text::tr("The incident counts as a false alarm again."));
}

Inverse flagSet(const Taking &t)
{
    if (!t.in.now.flags.contains(t.text(u"flag")) || t.in.before.flags.contains(t.text(u"flag")))
        return changedSince();
    return by(Verb::Unflag, {{u"id"_s, t.text(u"flag")}, {u"why"_s, reason()}}, Text::tr("The flag is cleared again."));
}

Inverse flagCleared(const Taking &t)
{
    if (t.in.now.flags.contains(t.text(u"flag")) || !t.in.before.flags.contains(t.text(u"flag")))
        return changedSince();
    return by(Verb::Flag, {{u"id"_s, t.text(u"flag")}, {u"why"_s, reason()}}, Text::tr("The flag is set again."));
}

QString roleName(const Taking &t)
{
    return roleTitle(t.text(u"role"), t.in.process);
}

Inverse assign(const Taking &t, const QString &person, const QString &note)
{
    QJsonObject args{{u"id"_s, t.text(u"role")}, {u"who"_s, QJsonArray{person}}};
    if (!note.isEmpty())
        args.insert(u"text"_s, note);
    return by(Verb::Role, args, Text::tr("%1 has the role %2 again.").arg(person, roleName(t)));
}

QString noteOf(const IncidentState &state, const QString &role, const QString &person)
{
    for (const Holding &holding : state.holdings) {
        if (holding.role == role && holding.person == person)
            return holding.note;
    }
    return {};
}

Inverse roleTaken(const Taking &t)
{
    const QString role = t.text(u"role");
    const QString person = t.text(u"person");
    if (!t.in.now.holders(role).contains(person))
        return changedSince();
    if (const QString earlier = t.text(u"replaces"); !earlier.isEmpty())
        return assign(t, earlier, noteOf(t.in.before, role, earlier));
    return by(Verb::Role, {{u"id"_s, role}, {u"leave"_s, true}, {u"person"_s, person}},
              Text::tr("%1 no longer has the role %2.").arg(person, roleName(t)));
}

Inverse roleLeft(const Taking &t)
{
    const QString role = t.text(u"role");
    const QString person = t.text(u"person");
    const RoleDef *def = t.in.process.role(role);
    const QStringList holders = t.in.now.holders(role);
    const bool single = def ? def->single : !deputised(role).isEmpty();
    if (holders.contains(person) || (single && !holders.isEmpty()))
        return changedSince();
    return assign(t, person, noteOf(t.in.before, role, person));
}

// Retracted: the statement before it stands again, and without one there is none.
Inverse impact(const Taking &t)
{
    const QString field = t.text(u"field");
    const bool isTime = field == "start"_L1 || field == "end"_L1;
    if (!isTime && t.in.now.impact.value(field) != t.text(u"value"))
        return changedSince();
    return retract(t);
}

Inverse fields(const Taking &t)
{
    QJsonObject earlier;
    const QJsonObject stated = t.body.value(u"fields").toObject();
    for (auto it = stated.begin(); it != stated.end(); ++it) {
        if (t.in.now.fields.value(it.key()) != it.value())
            return changedSince();
        const QJsonValue value = t.in.before.fields.value(it.key());
        if (value.isUndefined())
            return impossible(Text::tr("This was stated for the first time. State the right value instead: /field."));
        earlier.insert(it.key(), value);
    }
    return by(Verb::Field, {{u"fields"_s, earlier}}, Text::tr("The earlier values stand again."));
}

Inverse orderGiven(const Taking &t)
{
    const Order *order = t.in.now.order(t.event.id);
    if (!order || order->endedAt.isSet())
        return impossible(Text::tr("This action is over already."));
    return by(Verb::Cancel, {{u"ref"_s, t.event.id}, {u"why"_s, reason()}}, Text::tr("%1 is cancelled.").arg(order->id));
}

Inverse orderAnswered(const Taking &t)
{
    const Order *order = lastAnswered(t.in.now, t.event.id);
    if (!order)
        return changedSince();
    return by(Verb::Retract, {{u"ref"_s, t.event.id}, {u"why"_s, reason()}}, Text::tr("%1 is open again.").arg(order->id));
}

Inverse orderExtended(const Taking &t)
{
    const Order *was = t.in.before.order(t.text(u"order"));
    const Order *is = t.in.now.order(t.text(u"order"));
    if (!was || !is || is->endedAt.isSet() || is->dueAt.us != t.body.value(u"dueUs").toInteger())
        return changedSince();
    if (!was->dueAt.isSet())
        return impossible(Text::tr("This action had no call-back before. Set another one: /extend."));
    return by(Verb::Extend, {{u"ref"_s, was->eventId}, {u"dueAtUs"_s, was->dueAt.us}},
              Text::tr("The earlier call-back of %1 stands again.").arg(was->id));
}

Inverse hypothesisMoved(const Taking &t)
{
    const Hypothesis *was = t.in.before.hypothesis(t.text(u"hypothesis"));
    if (!was)
        return changedSince();
    switch (was->state) {
    case Hypothesis::State::Open: break;
    case Hypothesis::State::Testing:
        return by(Verb::TestHypothesis, {{u"ref"_s, was->eventId}}, Text::tr("%1 is being tested again.").arg(was->id));
    case Hypothesis::State::Confirmed:
        return by(Verb::ConfirmHypothesis, {{u"ref"_s, was->eventId}, {u"text"_s, was->evidence}},
                  Text::tr("%1 is confirmed again.").arg(was->id));
    case Hypothesis::State::RuledOut:
        return by(Verb::RuleOut, {{u"ref"_s, was->eventId}, {u"why"_s, reason()}},
                  Text::tr("%1 is ruled out again.").arg(was->id));
    }
    return impossible(
        Text::tr("%1 was not looked at before. Test it again with /test, or rule it out with /ruleout.").arg(was->id));
}

Inverse judged(const Taking &t)
{
    const Mitigation *was = t.in.before.mitigation(t.text(u"mitigation"));
    const Mitigation *is = t.in.now.mitigation(t.text(u"mitigation"));
    if (!was || !is || is->result != t.text(u"result"))
        return changedSince();
    if (was->result.isEmpty())
        return impossible(Text::tr("This effect was judged for the first time. Give the right one instead: /result."));
    return by(Verb::MitigationResult, {{u"ref"_s, was->eventId}, {u"result"_s, was->result}},
              Text::tr("The earlier effect of %1 stands again.").arg(was->id));
}

Inverse cadence(const Taking &t)
{
    const QString item = t.text(u"item");
    const Span earlier = t.in.before.cadences.value(item);
    if (t.in.now.cadences.value(item).us != t.body.value(u"everyUs").toInteger())
        return changedSince();
    if (earlier.us <= 0)
        return impossible(Text::tr("The process itself set this interval before. Set the one that you want: /cadence."));
    return by(Verb::Cadence, {{u"item"_s, item}, {u"spanUs"_s, earlier.us}}, Text::tr("The earlier interval stands again."));
}

Inverse offered(const Taking &t)
{
    const auto &was = t.in.before.handover;
    const auto &is = t.in.now.handover;
    const bool stands = is && is->state == Handover::State::Running && is->to == t.text(u"to") && is->role == t.text(u"role");
    if (!stands)
        return impossible(Text::tr("This handover is over already."));
    if (was && was->state == Handover::State::Running)
        return impossible(Text::tr("This offer took the place of another one. Begin that one again: /handover."));
    return by(Verb::Decline, {{u"why"_s, reason()}}, Text::tr("The handover is called off."));
}

QJsonObject itemArgs(const Taking &t)
{
    // A file may have been changed since: the step is where its text is now.
    const ListRule *list = t.in.process.list(t.text(u"list"));
    const int now = list ? stepNumber(*list, t.text(u"step")) : 0;
    return {{u"id"_s, t.text(u"list")}, {u"item"_s, now > 0 ? now : t.body.value(u"item").toInteger()}};
}

const ItemMark *markIn(const IncidentState &state, const Taking &t)
{
    const auto list = state.lists.constFind(t.text(u"list"));
    if (list == state.lists.constEnd())
        return nullptr;
    const int number = int(t.body.value(u"item").toInteger());
    auto mark = list->items.constFind(stepKey(t.text(u"step"), number));
    if (mark == list->items.constEnd())
        mark = list->items.constFind(number);
    return mark == list->items.constEnd() ? nullptr : &mark.value();
}

Inverse itemMarked(const Taking &t)
{
    if (!markIn(t.in.now, t))
        return changedSince();
    return by(Verb::UncheckItem, itemArgs(t), Text::tr("The step is open again."));
}

Inverse itemUnchecked(const Taking &t)
{
    const ItemMark *mark = markIn(t.in.before, t);
    if (!mark || markIn(t.in.now, t))
        return changedSince();
    const bool skipped = mark->state == ItemMark::State::Skipped;
    QJsonObject args = itemArgs(t);
    if (!mark->reason.isEmpty())
        args.insert(skipped ? u"why"_s : u"text"_s, mark->reason);
    return by(skipped ? Verb::SkipItem : Verb::CheckItem, args,
              skipped ? Text::tr("The step is skipped again.") : Text::tr("The step is done again."));
}

Inverse corrected(const Taking &t)
{
    const Entry *entry = t.in.now.entry(t.text(u"entry"));
    const QString field = t.text(u"field");
    if (!entry)
        return changedSince();
    const bool words = field == "text"_L1;
    const QString reads = words ? withoutLead(t.in.now, *entry, entry->text) : entry->kind;
    if (reads != (words ? withoutLead(t.in.now, *entry, t.text(u"new")) : t.text(u"new")))
        return changedSince();
    return by(Verb::Correct,
              {{u"ref"_s, entry->eventId}, {u"fields"_s, QJsonObject{{field, t.text(u"old")}}}, {u"why"_s, reason()}},
              Text::tr("The entry reads as before."));
}

Inverse retimed(const Taking &t)
{
    const Entry *entry = t.in.now.entry(t.text(u"entry"));
    if (!entry || entry->at.us != t.body.value(u"toUs").toInteger())
        return changedSince();
    return by(Verb::Retime, {{u"ref"_s, entry->eventId}, {u"timeUs"_s, t.body.value(u"fromUs")}, {u"why"_s, reason()}},
              Text::tr("The entry has its earlier time."));
}

Inverse retracted(const Taking &t)
{
    const Entry *entry = t.in.now.entry(t.text(u"entry"));
    if (!entry || !entry->retracted)
        return impossible(Text::tr("This entry is restored already."));
    return by(Verb::Restore, {{u"ref"_s, entry->eventId}}, Text::tr("The entry is restored."));
}

Inverse restored(const Taking &t)
{
    const Entry *entry = t.in.now.entry(t.text(u"entry"));
    if (!entry || entry->retracted)
        return impossible(Text::tr("This entry is retracted already."));
    return by(Verb::Retract, {{u"ref"_s, entry->eventId}, {u"why"_s, reason()}}, Text::tr("The entry is retracted."));
}

Inverse pinned(const Taking &t)
{
    const Entry *was = t.in.before.entry(t.text(u"entry"));
    const Entry *is = t.in.now.entry(t.text(u"entry"));
    if (!was || !is || was->pinned == is->pinned)
        return changedSince();
    return by(Verb::Pin, {{u"ref"_s, is->eventId}},
              was->pinned ? Text::tr("The entry is marked as key again.") : Text::tr("The entry is no longer marked as key."));
}

Inverse memberAdded(const Taking &t)
{
    const QString person = t.text(u"person");
    if (!t.in.now.isPrivate || !t.in.now.maySee(person))
        return changedSince();
    return by(Verb::RemoveMember, {{u"who"_s, QJsonArray{person}}, {u"why"_s, reason()}},
              Text::tr("%1 may not see the incident any more.").arg(person));
}

Inverse memberRemoved(const Taking &t)
{
    const QString person = t.text(u"person");
    if (t.in.now.maySee(person))
        return changedSince();
    return by(Verb::AddMember, {{u"who"_s, QJsonArray{person}}, {u"why"_s, reason()}},
              Text::tr("%1 may see the incident again.").arg(person));
}

const QHash<QString, Taker> &takers()
{
    static const QHash<QString, Taker> table = {
        {u"entry.posted"_s, retract},
        {u"decision.made"_s, retract},
        {u"report.received"_s, retract},
        {u"attachment.added"_s, retract},
        {u"checkin.made"_s, retract},
        {u"finding.rootCause"_s, retract},
        {u"hypothesis.proposed"_s, retract},
        {u"why.added"_s, retract},
        {u"factor.added"_s, retract},
        {u"actionItem.added"_s, retract},
        {u"severity.set"_s, severity},
        {u"phase.moved"_s, phase},
        {u"incident.confirmed"_s, confirmed},
        {u"flag.set"_s, flagSet},
        {u"flag.cleared"_s, flagCleared},
        {u"role.taken"_s, roleTaken},
        {u"role.assigned"_s, roleTaken},
        {u"role.left"_s, roleLeft},
        {u"impact.stated"_s, impact},
        {u"field.set"_s, fields},
        {u"order.given"_s, orderGiven},
        {u"order.acknowledged"_s, orderAnswered},
        {u"order.done"_s, orderAnswered},
        {u"order.failed"_s, orderAnswered},
        {u"order.cancelled"_s, orderAnswered},
        {u"order.extended"_s, orderExtended},
        {u"hypothesis.testing"_s, hypothesisMoved},
        {u"hypothesis.confirmed"_s, hypothesisMoved},
        {u"hypothesis.ruledOut"_s, hypothesisMoved},
        {u"mitigation.judged"_s, judged},
        {u"cadence.set"_s, cadence},
        {u"handover.offered"_s, offered},
        {u"item.checked"_s, itemMarked},
        {u"item.skipped"_s, itemMarked},
        {u"item.unchecked"_s, itemUnchecked},
        {u"entry.corrected"_s, corrected},
        {u"entry.retimed"_s, retimed},
        {u"entry.retracted"_s, retracted},
        {u"entry.restored"_s, restored},
        {u"entry.pinned"_s, pinned},
        {u"member.added"_s, memberAdded},
        {u"member.removed"_s, memberRemoved},
    };
    return table;
}

} // namespace

Inverse inverseOf(const Event &event, const InverseInput &input)
{
    const Taker taker = takers().value(event.type);
    if (!taker) {
        const QString why = notUndoableWhy(event.type);
        return impossible(why.isEmpty() ? Text::tr("This cannot be taken back.") : why);
    }
    const Taking taking{event, input, event.body()};
    Inverse inverse = taker(taking);
    // Who did it takes it back, and needs the same right for it.
    if (inverse.command)
        inverse.command->by = taking.text(u"by");
    return inverse;
}

Inverse inverseOf(const QList<Event> &written, const InverseInput &input)
{
    if (written.size() == 1)
        return inverseOf(written.first(), input);
    for (const Event &event : written) {
        Inverse inverse = inverseOf(event, input);
        if (!inverse.possible())
            return inverse;
    }
    return impossible(Text::tr("Several things were done at once. Set them one by one."));
}

} // namespace fireline::domain
