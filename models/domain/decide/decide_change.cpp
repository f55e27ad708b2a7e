// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canonicaljson.h"
#include "decide/proposal.h"
#include "rules/changes.h"
#include "rules/facts.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideChange)
};

QString hashOf(const QJsonObject &content)
{
    const auto bytes = toCanonicalJson(content);
    return bytes ? QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex()) : QString();
}

Outcome<Proposal> propose(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("State the change: /change roll back to 1.2.2 kind:deploy risk:high staged."));
    Change change;
    change.kind = a.arg(u"kind").isEmpty() ? a.fields().value(u"kind").toString() : a.arg(u"kind");
    change.risk = a.arg(u"risk").isEmpty() ? a.fields().value(u"risk").toString() : a.arg(u"risk");
    change.staged = a.command().args.value(u"staged").toBool();
    change.by = a.by();
    RecordAtHand record{u"change"_s, {}, a.fields(), a.arg(u"text")};
    for (const auto &[key, value] : {std::pair{u"kind"_s, change.kind}, {u"risk"_s, change.risk}}) {
        if (!value.isEmpty())
            record.fields.insert(key, value);
    }
    if (change.staged)
        record.fields.insert(u"staged"_s, u"yes"_s);
    change.fields = record.fields;
    record.fields = filledFields(record, a.context(changeAtHand(change)));
    QJsonObject body{{u"text"_s, a.arg(u"text")},
                     {u"kind"_s, change.kind},
                     {u"risk"_s, change.risk},
                     {u"staged"_s, change.staged},
                     {u"fields"_s, record.fields}};
    body.insert(u"hash"_s, hashOf(body));
    Proposal proposal = a.propose(u"change.proposed"_s, body, Act::ChangePropose);
    proposal.atHand = changeAtHand(change);
    proposal.record = record;
    return proposal;
}

// Whoever approves must be one whom the process lets approve, so that "approved" always means something.
const AuthorityRule *notAnApprover(const Asking &a, Act act, const ActAtHand &hand)
{
    const RuleContext context = a.context(hand);
    const AuthorityRule *missed = nullptr;
    for (const AuthorityRule &rule : a.process().authorities) {
        if (rule.mode != AuthorityMode::ApprovedBy || !rule.acts.contains(act) || !holds(rule.rule.when, context))
            continue;
        if (isOneOf(a.by(), rule.who, context))
            return nullptr;
        missed = &rule;
    }
    return missed;
}

Outcome<Proposal> approve(const Asking &a)
{
    const Change *change = a.state().change(a.arg(u"ref"));
    if (!change && a.command().verb == Verb::Approve && a.state().update(a.arg(u"ref")))
        return refusal(u"unknown"_s,
                       Text::tr("%1 is a text for an audience. Approve it with /approveupdate #%1.").arg(a.arg(u"ref")));
    if (!change)
        return noSuch(Text::tr("change"), a.arg(u"ref"));
    if (change->executedAt.isSet())
        return refusal(u"state"_s, Text::tr("%1 is executed already.").arg(change->id));
    const bool approves = a.command().verb == Verb::Approve;
    const ActAtHand hand = changeAtHand(*change);
    if (const AuthorityRule *rule = approves ? notAnApprover(a, Act::ChangeExecute, hand) : nullptr)
        return refusal(u"not-authorised"_s, Text::tr("Only %1 can approve a change.").arg(namesOf(rule->who, a.context(hand))),
                       &rule->rule);
    if (!approves)
        return a.propose(u"change.refused"_s, {{u"change"_s, change->eventId}, {u"why"_s, a.arg(u"why")}});
    Proposal proposal = a.propose(u"change.approved"_s, {{u"change"_s, change->eventId}, {u"hash"_s, change->hash}},
                                  Act::ChangeApprove);
    proposal.atHand = hand;
    return proposal;
}

Outcome<Proposal> execute(const Asking &a)
{
    const Change *change = a.state().change(a.arg(u"ref"));
    if (!change)
        return noSuch(Text::tr("change"), a.arg(u"ref"));
    if (change->executedAt.isSet())
        return refusal(u"state"_s, Text::tr("%1 is executed already.").arg(change->id));
    if (change->state == Change::State::Refused)
        return refusal(u"state"_s, Text::tr("%1 was refused. Propose another change.").arg(change->id));
    Proposal proposal = a.propose(u"change.executed"_s, {{u"change"_s, change->eventId}}, Act::ChangeExecute);
    proposal.atHand = changeAtHand(*change);
    proposal.atHand.handsOn = true;
    proposal.approval = {change->approvals, change->hash, true};
    return proposal;
}

Outcome<Proposal> verify(const Asking &a)
{
    const Change *change = a.state().change(a.arg(u"ref"));
    if (!change)
        return noSuch(Text::tr("change"), a.arg(u"ref"));
    if (!change->executedAt.isSet())
        return refusal(u"order"_s, Text::tr("%1 is not executed yet.").arg(change->id));
    Proposal proposal = a.propose(u"change.verified"_s, {{u"change"_s, change->eventId}, {u"result"_s, a.arg(u"text")}},
                                  Act::ChangeVerify);
    proposal.atHand = changeAtHand(*change);
    return proposal;
}

// What happened against the rules is history: recorded, marked, never refused (decisions 6).
Outcome<Proposal> breach(const Asking &a)
{
    const QString text = a.arg(u"text");
    if (text.isEmpty())
        return refusal(u"usage"_s, Text::tr("Say what was done: /breach #C1 restarted before approval."));
    if (!a.arg(u"ref").isEmpty()) {
        const Change *change = a.state().change(a.arg(u"ref"));
        if (!change)
            return noSuch(Text::tr("change"), a.arg(u"ref"));
        return a.propose(u"change.breached"_s, {{u"change"_s, change->eventId}, {u"text"_s, text}});
    }
    const Envelope *rule = a.process().rule(a.arg(u"id"));
    if (!rule)
        return noSuch(Text::tr("change or rule"), a.arg(u"id"));
    return a.propose(u"rule.breached"_s, {{u"rule"_s, rule->id}, {u"text"_s, text}});
}

} // namespace

QHash<Verb, Proposer> changeProposers()
{
    return {{Verb::Change, propose},  {Verb::Approve, approve},     {Verb::Refuse, approve},
            {Verb::Execute, execute}, {Verb::VerifyChange, verify}, {Verb::Breach, breach}};
}

} // namespace fireline::domain
