// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"
#include "process/deputy.h"
#include "rules/fieldtext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr Span pollTime = Span::seconds(30); // where whoever asks names no other

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideWork)
};

Instant dueOf(const Asking &a)
{
    const QJsonObject &args = a.command().args;
    if (args.contains(u"dueAtUs"_s))
        return {args.value(u"dueAtUs").toInteger()};
    return args.contains(u"dueUs"_s) ? a.at() + Span{args.value(u"dueUs").toInteger()} : Instant();
}

QJsonArray madeForms(const RecordAtHand &record, const RuleContext &context)
{
    QJsonArray ids;
    for (const FormRule *form : formsOf(record, context))
        ids.append(form->rule.id);
    return ids;
}

Outcome<Proposal> give(const Asking &a)
{
    const QString owner = a.whoPeople().value(0);
    if (owner.isEmpty() || a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say who does what: /action @ol restart pod A +10m."));
    RecordAtHand record{u"order"_s, {}, a.fields(), a.arg(u"text")};
    record.fields = filledFields(record, a.context());
    QJsonObject body{{u"owner"_s, owner}, {u"text"_s, a.arg(u"text")}, {u"forms"_s, madeForms(record, a.context())}};
    if (a.command().verb == Verb::Ask)
        body.insert(u"ask"_s, true);
    if (const Instant due = dueOf(a); due.isSet())
        body.insert(u"dueUs"_s, due.us);
    Proposal proposal = a.propose(u"order.given"_s, body, Act::OrderGive);
    proposal.record = record;
    if (a.process().role(owner) || a.process().contact(owner))
        proposal.notices.append({RuleEffect::Warn,
                                 u"vacant"_s,
                                 Text::tr("Nobody holds %1 yet; the order waits for whoever takes it.").arg(owner),
                                 {},
                                 {},
                                 false});
    return proposal;
}

// A reminder that runs for oneself: nobody else is asked for anything, so that no rule about orders is.
Outcome<Proposal> timer(const Asking &a)
{
    const Instant due = dueOf(a);
    if (a.arg(u"text").isEmpty() || !due.isSet())
        return refusal(u"usage"_s, Text::tr("Say when and what: /timer +15m check DNS."));
    if (due <= a.now())
        return refusal(u"usage"_s, Text::tr("That time is over already. Say a later one: /timer +15m check DNS."));
    return a.propose(u"order.given"_s,
                     {{u"owner"_s, a.by()}, {u"text"_s, a.arg(u"text")}, {u"timer"_s, true}, {u"dueUs"_s, due.us}},
                     Act::EntryPost);
}

struct OrderStep
{
    QString type;
    QString textKey;
    std::optional<Act> act;
};

OrderStep stepOf(Verb verb)
{
    switch (verb) {
    case Verb::Done: return {u"order.done"_s, u"result"_s, std::nullopt};
    case Verb::Fail: return {u"order.failed"_s, u"why"_s, std::nullopt};
    case Verb::Extend: return {u"order.extended"_s, {}, std::nullopt};
    case Verb::Cancel: return {u"order.cancelled"_s, u"why"_s, std::nullopt};
    default: return {u"order.acknowledged"_s, {}, Act::OrderAck};
    }
}

/// "/ack #A1 @Bo": a name behind the order is nobody's word, and what is recorded would be the typist's.
std::optional<Problem> namedBehind(const Asking &a, const Order &order)
{
    static const QRegularExpression name(u"^@(?:\"[^\"]+\"|\\S+)"_s);
    const QString text = a.arg(u"text").isEmpty() ? a.arg(u"why") : a.arg(u"text");
    const QRegularExpressionMatch match = name.match(text);
    // An acknowledgement keeps no text; any other may begin with a name and go on.
    if (!match.hasMatch() || (a.command().verb != Verb::Ack && match.capturedLength() < text.size()))
        return std::nullopt;
    return refusal(u"usage"_s, Text::tr("Whoever said it is named in front: %1 /%2 #%3. Without a name it is your own word.")
                                   .arg(match.captured(), verbSpec(a.command().verb).name, order.id));
}

Outcome<Proposal> moveOrder(const Asking &a)
{
    const Order *order = a.state().order(a.arg(u"ref"));
    if (!order)
        return noSuch(Text::tr("order"), a.arg(u"ref"));
    if (const auto problem = namedBehind(a, *order))
        return *problem;
    const bool ended = order->endedAt.isSet();
    const bool acked = a.command().verb == Verb::Ack && order->state != Order::State::Sent;
    if (ended || acked)
        return refusal(u"no-change"_s, ended ? Text::tr("%1 is over already.").arg(order->id)
                                             : Text::tr("%1 is acknowledged already.").arg(order->id));
    const OrderStep step = stepOf(a.command().verb);
    QJsonObject body{{u"order"_s, order->eventId}};
    if (!step.textKey.isEmpty())
        body.insert(step.textKey, a.arg(u"text").isEmpty() ? a.arg(u"why") : a.arg(u"text"));
    if (a.command().verb == Verb::Extend) {
        if (!a.command().args.contains(u"dueUs"_s) && !a.command().args.contains(u"dueAtUs"_s))
            return refusal(u"usage"_s, Text::tr("Say by how much: /extend #%1 +5m.").arg(order->id));
        const Span more{a.command().args.value(u"dueUs").toInteger()};
        body.insert(u"dueUs"_s, a.command().args.contains(u"dueAtUs"_s)
                                    ? dueOf(a).us
                                    : ((order->dueAt.isSet() ? order->dueAt : a.now()) + more).us);
    }
    return a.propose(step.type, body, step.act);
}

Outcome<Proposal> hypothesis(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("State the hypothesis: /hyp lock on the orders table."));
    return a.propose(u"hypothesis.proposed"_s, {{u"text"_s, a.arg(u"text")}});
}

// The first row of the timeline among the references that the text names.
void addEvidence(const Asking &a, QJsonObject &body)
{
    for (const QJsonValue &link : a.command().args.value(u"links").toArray()) {
        if (const Entry *entry = a.state().entry(link.toString())) {
            body.insert(u"entry"_s, entry->eventId);
            return;
        }
    }
}

Outcome<Proposal> moveHypothesis(const Asking &a)
{
    const Hypothesis *h = a.state().hypothesis(a.arg(u"ref"));
    if (!h)
        return noSuch(Text::tr("hypothesis"), a.arg(u"ref"));
    const QString text = a.arg(u"text").isEmpty() ? a.arg(u"why") : a.arg(u"text");
    QJsonObject body{{u"hypothesis"_s, h->eventId}};
    addEvidence(a, body);
    switch (a.command().verb) {
    case Verb::TestHypothesis: body.insert(u"how"_s, text); return a.propose(u"hypothesis.testing"_s, body);
    case Verb::ConfirmHypothesis:
        if (text.isEmpty())
            return refusal(u"usage"_s, Text::tr("Say what shows it: /confirmed #%1 pg_stat_activity shows the lock.").arg(h->id));
        body.insert(u"evidence"_s, text);
        return a.propose(u"hypothesis.confirmed"_s, body, Act::HypothesisVerify);
    default: body.insert(u"why"_s, text); return a.propose(u"hypothesis.ruledOut"_s, body, Act::HypothesisVerify);
    }
}

Outcome<Proposal> mitigate(const Asking &a)
{
    const Hypothesis *h = a.state().hypothesis(a.arg(u"hypothesis"));
    if (!a.arg(u"hypothesis").isEmpty() && !h)
        return noSuch(Text::tr("hypothesis"), a.arg(u"hypothesis"));
    if (a.arg(u"id").isEmpty() && a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say what was done: /mitigation rollback \"back to 1.2.2\"."));
    const bool temporary = a.command().args.value(u"temporary").toBool();
    RecordAtHand record{u"mitigation"_s, {}, a.fields(), a.arg(u"text")};
    const auto fillFrom = [&](const QString &field, const QString &text) {
        if (!record.fields.contains(field) && !text.isEmpty())
            record.fields.insert(field, text);
    };
    fillFrom(u"action"_s, a.arg(u"text").isEmpty() ? a.arg(u"id") : a.arg(u"text"));
    fillFrom(u"option"_s, a.arg(u"id"));
    record.fields = filledFields(record, a.context());
    QJsonObject body{{u"option"_s, a.arg(u"id")},
                     {u"text"_s, a.arg(u"text")},
                     {u"temporary"_s, temporary},
                     {u"fields"_s, record.fields},
                     {u"forms"_s, madeForms(record, a.context())}};
    if (h)
        body.insert(u"hypothesis"_s, h->eventId);
    Proposal proposal = a.propose(u"mitigation.applied"_s, body, Act::MitigationApply);
    proposal.record = record;
    return proposal;
}

Outcome<Proposal> judgeMitigation(const Asking &a)
{
    const Mitigation *m = a.state().mitigation(a.arg(u"ref"));
    if (!m)
        return noSuch(Text::tr("mitigation"), a.arg(u"ref"));
    const QString result = a.arg(u"result");
    if (!QStringList{u"restored"_s, u"partial"_s, u"none"_s}.contains(result))
        return refusal(u"usage"_s, Text::tr("Say the effect: /result #%1 restored, partial or none.").arg(m->id));
    return a.propose(u"mitigation.judged"_s, {{u"mitigation"_s, m->eventId}, {u"result"_s, result}});
}

Outcome<Proposal> decideOn(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("State the decision: /decision roll back 1.2.3."));
    QJsonObject body{{u"text"_s, a.arg(u"text")}};
    if (const Instant revisit = dueOf(a); revisit.isSet())
        body.insert(u"revisitUs"_s, revisit.us);
    if (const QString earlier = a.arg(u"replaces"); !earlier.isEmpty()) {
        const DecisionRecord *decision = a.state().decision(earlier);
        if (!decision)
            return noSuch(Text::tr("decision"), earlier);
        body.insert(u"replaces"_s, decision->eventId);
    }
    if (a.command().args.value(u"irreversible").toBool())
        body.insert(u"irreversible"_s, true);
    for (const QJsonValue &link : a.command().args.value(u"links").toArray()) {
        if (const Poll *poll = a.state().poll(link.toString()))
            body.insert(u"poll"_s, poll->eventId);
    }
    return a.propose(u"decision.made"_s, body, Act::DecisionMake);
}

Outcome<Proposal> openPoll(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("State what you are about to do: /poll fail over to region B."));
    // Whoever holds a role is asked, but for the one who asks.
    QJsonArray asked;
    for (const Holding &holding : a.state().holdings) {
        if (holding.person != a.by() && deputised(holding.role).isEmpty())
            asked.append(QJsonObject{{u"role"_s, holding.role}, {u"person"_s, holding.person}});
    }
    const Instant wished = dueOf(a);
    const Instant due = wished.isSet() ? wished : a.at() + pollTime;
    return a.propose(u"poll.opened"_s, {{u"text"_s, a.arg(u"text")}, {u"asked"_s, asked}, {u"dueUs"_s, due.us}});
}

Outcome<Proposal> answerPoll(const Asking &a)
{
    const Poll *poll = a.state().poll(a.arg(u"ref"));
    if (!poll)
        return noSuch(Text::tr("poll"), a.arg(u"ref"));
    if (poll->closedAt.isSet())
        return refusal(u"state"_s, Text::tr("%1 is closed.").arg(poll->id));
    if (a.command().verb == Verb::PollClose)
        return a.propose(u"poll.closed"_s, {{u"poll"_s, poll->eventId}});
    const bool ok = a.command().verb == Verb::PollOk;
    if (!ok && a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say what you object to: /object #%1 replica is stale.").arg(poll->id));
    return a.propose(u"poll.answered"_s, {{u"poll"_s, poll->eventId}, {u"ok"_s, ok}, {u"why"_s, a.arg(u"why")}});
}

} // namespace

QHash<Verb, Proposer> workProposers()
{
    return {{Verb::Action, give},
            {Verb::Ask, give},
            {Verb::Timer, timer},
            {Verb::Ack, moveOrder},
            {Verb::Done, moveOrder},
            {Verb::Fail, moveOrder},
            {Verb::Extend, moveOrder},
            {Verb::Cancel, moveOrder},
            {Verb::Hypothesis, hypothesis},
            {Verb::TestHypothesis, moveHypothesis},
            {Verb::ConfirmHypothesis, moveHypothesis},
            {Verb::RuleOut, moveHypothesis},
            {Verb::Mitigation, mitigate},
            {Verb::MitigationResult, judgeMitigation},
            {Verb::Decision, decideOn},
            {Verb::Poll, openPoll},
            {Verb::PollOk, answerPoll},
            {Verb::PollObject, answerPoll},
            {Verb::PollClose, answerPoll}};
}

} // namespace fireline::domain
