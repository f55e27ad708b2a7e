// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"
#include "decide/publishing.h"
#include "decide/restriction.h"
#include "rules/fieldtext.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideCommunication)
};

// Closed list of records that are posted at once; an audience's update is drafted first.
QString targetOf(const Asking &a, const QString &word)
{
    const QString lower = word.toLower();
    const QString bare = lower.startsWith("update/"_L1) ? lower.mid(7) : lower;
    for (const AudienceDef &audience : a.process().audiences) {
        if (audience.id.toLower() == bare)
            return u"update/"_s + audience.id;
    }
    if (const FormRule *form = a.process().form(word))
        return wordOf(form->target.record) + u'/' + form->rule.id;
    const QString record = lower.section(u'/', 0, 0);
    return fromWord<RecordKind>(record) && record != "update"_L1 && record != "reply"_L1 ? lower : QString();
}

QStringList targetWords(const Process &process)
{
    QStringList words;
    for (const AudienceDef &audience : process.audiences)
        words.append(audience.id);
    for (const FormRule &form : process.forms) {
        if (form.target.record != RecordKind::Update)
            words.append(form.target.toText());
    }
    words.removeDuplicates();
    return words;
}

QJsonArray formIds(const RecordAtHand &record, const RuleContext &context)
{
    QJsonArray ids;
    for (const FormRule *form : formsOf(record, context))
        ids.append(form->rule.id);
    return ids;
}

/// Those that somebody answered: what is filled in by itself is nobody's answer where more is asked for.
QJsonArray answeredForms(const RecordAtHand &record, const Asking &a)
{
    const QJsonObject stated = a.fields();
    QJsonArray ids;
    for (const FormRule *form : formsOf(record, a.context())) {
        const auto needed = [](const FormField &field) { return field.need != FormField::Need::Optional; };
        const bool lacks = std::any_of(form->fields.begin(), form->fields.end(), [&](const FormField &field) {
            return !isSatisfied(field.need, fieldText(record.fields.value(field.id)));
        });
        const bool answered = std::any_of(form->fields.begin(), form->fields.end(), [&](const FormField &field) {
            return needed(field) && !fieldText(stated.value(field.id)).isEmpty();
        });
        if (!lacks || answered)
            ids.append(form->rule.id);
    }
    return ids;
}

QJsonObject draftBody(const RecordAtHand &record, const QString &audience, const Asking &a)
{
    const RuleContext context = a.context();
    QJsonObject body{{u"target"_s, record.target},
                     {u"audience"_s, audience},
                     {u"state"_s, record.state},
                     {u"fields"_s, record.fields},
                     {u"text"_s, renderedText(record, context)},
                     {u"hash"_s, hashOf(record)}};
    if (!record.text.isEmpty())
        body.insert(u"free"_s, record.text);
    if (const auto next = instantOf(fieldText(record.fields.value(u"next_update")), a.now()))
        body.insert(u"nextUpdateUs"_s, next->us);
    return body;
}

std::optional<Problem> wrongState(const AudienceDef &audience, QString &word)
{
    for (const QString &state : audience.states) {
        if (state.compare(word, Qt::CaseInsensitive) == 0) {
            word = state;
            return std::nullopt;
        }
    }
    if (audience.states.isEmpty() || word.isEmpty())
        return std::nullopt;
    return noSuch(Text::tr("state"), word, audience.states);
}

Outcome<Proposal> draft(const Asking &a)
{
    const QString target = targetOf(a, a.arg(u"id"));
    if (target.isEmpty())
        return noSuch(Text::tr("audience or record"), a.arg(u"id"), targetWords(a.process()));
    const bool isUpdate = target.startsWith("update/"_L1);
    RecordAtHand record{target, a.arg(u"state"), a.fields(), a.arg(u"text")};
    const AudienceDef *audience = isUpdate ? a.process().audienceDef(target.mid(7)) : nullptr;
    if (audience) {
        if (audience->states.isEmpty() && !record.state.isEmpty())
            record.text = (record.state + u' ' + record.text).trimmed(), record.state.clear();
        if (const auto problem = wrongState(*audience, record.state))
            return *problem;
    }
    takeSummary(record, a.context());
    record.fields = filledFields(record, a.context());
    QJsonObject body = draftBody(record, audience ? audience->id : QString(), a);
    body.insert(u"forms"_s, isUpdate ? formIds(record, a.context()) : answeredForms(record, a));
    if (!isUpdate)
        body.insert(u"posted"_s, true);
    Proposal proposal = a.propose(u"update.drafted"_s, body, Act::UpdateDraft);
    proposal.record = record;
    proposal.recordBlocks = !isUpdate;
    proposal.unanswered = !isUpdate && a.fields().isEmpty() && record.text.isEmpty();
    proposal.atHand.audience = audience ? audience->id : QString();
    return proposal;
}

Outcome<Proposal> edit(const Asking &a)
{
    if (const ActionItemRecord *item = a.state().actionItem(a.arg(u"ref")))
        return editActionItem(a, *item);
    const Update *update = a.state().update(a.arg(u"ref"));
    if (!update)
        return noSuch(Text::tr("update"), a.arg(u"ref"));
    if (update->state == Update::State::Sent)
        return refusal(u"state"_s, Text::tr("%1 is sent. Draft a correction instead.").arg(update->id));
    const bool reworded = a.command().args.contains(u"text"_s);
    RecordAtHand record{update->target, update->word, update->fields, reworded ? a.arg(u"text") : update->free,
                        u"/edit #"_s + update->id};
    const QJsonObject changed = a.fields();
    for (auto it = changed.begin(); it != changed.end(); ++it)
        record.fields.insert(it.key(), it.value());
    if (!a.arg(u"state").isEmpty())
        record.state = a.arg(u"state");
    takeSummary(record, a.context());
    record.fields = filledFields(record, a.context());
    QJsonObject body = draftBody(record, update->audience, a);
    body.insert(u"update"_s, update->eventId);
    body.insert(u"forms"_s, formIds(record, a.context()));
    Proposal proposal = a.propose(u"update.edited"_s, body, Act::UpdateDraft);
    proposal.record = record;
    proposal.recordBlocks = false;
    proposal.atHand.audience = update->audience;
    return proposal;
}

Outcome<Proposal> askApproval(const Asking &a)
{
    const Update *update = a.state().update(a.arg(u"ref"));
    if (!update)
        return noSuch(Text::tr("update"), a.arg(u"ref"));
    return a.propose(u"update.approvalAsked"_s, {{u"update"_s, update->eventId}});
}

Outcome<Proposal> approve(const Asking &a)
{
    const Update *update = a.state().update(a.arg(u"ref"));
    if (!update)
        return noSuch(Text::tr("update"), a.arg(u"ref"));
    if (update->state == Update::State::Sent)
        return refusal(u"state"_s, Text::tr("%1 is sent already.").arg(update->id));
    ActAtHand hand;
    hand.audience = update->audience;
    hand.author = update->author;
    const RuleContext context = a.context(hand);
    for (const AuthorityRule *rule : approvalRules(context)) {
        if (!isOneOf(a.by(), rule->who, context))
            return refusal(u"not-authorised"_s, Text::tr("Only %1 can approve this update.").arg(namesOf(rule->who, context)),
                           &rule->rule);
    }
    return a.propose(u"update.approved"_s, {{u"update"_s, update->eventId}, {u"hash"_s, update->hash}});
}

Problem sentAlready(const Update &update)
{
    return refusal(u"state"_s, Text::tr("%1 is sent already.").arg(update.id));
}

// Sending as the process judges it: its audience, its approval, who may.
Outcome<Proposal> sending(const Asking &a, const Update &update, const QString &via)
{
    const AudienceDef *audience = a.process().audienceDef(update.audience);
    if (audience && audience->outside) {
        if (const auto problem = keptInside(a.context()))
            return *problem;
    }
    const RecordAtHand record{update.target, update.word, update.fields, update.free, u"/edit #"_s + update.id};
    Proposal proposal = a.propose(
        u"update.sent"_s,
        {{u"update"_s, update.eventId}, {u"via"_s, via}, {u"hash"_s, update.hash}, {u"forms"_s, formIds(record, a.context())}},
        Act::UpdateSend);
    proposal.record = record;
    proposal.atHand.audience = update.audience;
    proposal.atHand.author = update.author;
    proposal.approval = {update.approvals, update.hash, update.approvalAsked};
    return proposal;
}

Outcome<Proposal> send(const Asking &a)
{
    const Update *update = a.state().update(a.arg(u"ref"));
    if (!update)
        return noSuch(Text::tr("update"), a.arg(u"ref"));
    if (update->state == Update::State::Sent)
        return sentAlready(*update);
    if (update->state == Update::State::Unknown)
        return refusal(
            u"unknown-outcome"_s,
            Text::tr("Whether %1 went out is unknown. Look first, then: /sendoutcome #%1 sent or failed.").arg(update->id));
    return sending(a, *update, a.arg(u"via").isEmpty() ? u"copy"_s : a.arg(u"via"));
}

Outcome<Proposal> sendOutcome(const Asking &a)
{
    const Update *update = a.state().update(a.arg(u"ref"));
    if (!update)
        return noSuch(Text::tr("update"), a.arg(u"ref"));
    const QString outcome = a.arg(u"outcome");
    if (outcome == "sent"_L1) {
        if (update->state == Update::State::Sent)
            return sentAlready(*update);
        // Queueing is the act of sending, and what came of that text is a fact. Of any other text whoever says that it is out
        // has sent it (the arbiter judges it likewise).
        const bool outcomeOnly = !update->queuedHash.isEmpty() && update->queuedHash == update->hash;
        if (!outcomeOnly)
            return sending(a, *update, u"hand"_s);
        return a.propose(u"update.sent"_s, {{u"update"_s, update->eventId}, {u"via"_s, u"hand"_s}, {u"hash"_s, update->hash}});
    }
    if (outcome != "unknown"_L1 && outcome != "failed"_L1)
        return refusal(u"usage"_s, Text::tr("Say what came of it: /sendoutcome #%1 sent, unknown or failed.").arg(update->id));
    return a.propose(u"update."_s + outcome, {{u"update"_s, update->eventId}, {u"why"_s, a.arg(u"why")}});
}

Outcome<Proposal> reply(const Asking &a)
{
    QString audienceId;
    QStringList known;
    for (const AudienceDef &audience : a.process().audiences) {
        known.append(audience.id);
        if (audience.id.compare(a.arg(u"id"), Qt::CaseInsensitive) == 0)
            audienceId = audience.id;
    }
    if (audienceId.isEmpty())
        return noSuch(Text::tr("audience"), a.arg(u"id"), known);
    if (const AudienceDef *audience = a.process().audienceDef(audienceId); audience->outside) {
        if (const auto problem = keptInside(a.context()))
            return *problem;
    }
    RecordAtHand record{u"reply/"_s + audienceId, {}, a.fields(), a.arg(u"text")};
    takeSummary(record, a.context());
    record.fields = filledFields(record, a.context());
    QJsonObject body = draftBody(record, QString(), a);
    body.insert(u"forms"_s, formIds(record, a.context()));
    body.insert(u"posted"_s, true);
    Proposal proposal = a.propose(u"update.drafted"_s, body, Act::ReplySend);
    proposal.record = record;
    proposal.atHand.audience = audienceId;
    return proposal;
}

} // namespace

QHash<Verb, Proposer> communicationProposers()
{
    return {{Verb::Draft, draft},
            {Verb::Edit, edit},
            {Verb::AskApproval, askApproval},
            {Verb::ApproveUpdate, approve},
            {Verb::Send, send},
            {Verb::SendOutcome, sendOutcome},
            {Verb::Reply, reply}};
}

} // namespace fireline::domain
