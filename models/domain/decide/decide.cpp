// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/decide.h"

#include "decide/proposal.h"
#include "rules/facts.h"
#include "rules/gatestatus.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Decide)
};

const QHash<Verb, Proposer> &proposers()
{
    static const QHash<Verb, Proposer> table = [] {
        QHash<Verb, Proposer> all;
        for (const auto &group :
             {lifeProposers(), peopleProposers(), memberProposers(), handoverProposers(), workProposers(), changeProposers(),
              communicationProposers(), escalationProposers(), entryProposers(), bookkeepingProposers(), reviewProposers()})
            all.insert(group);
        return all;
    }();
    return table;
}

// What may still be written once the incident is over: the record goes on, the command does not.
bool isRecordWork(Verb verb)
{
    switch (verb) {
    case Verb::Note:
    case Verb::Finding:
    case Verb::Todo:
    case Verb::Field:
    case Verb::RootCause:
    case Verb::Correct:
    case Verb::Retime:
    case Verb::Retract:
    case Verb::Restore:
    case Verb::Pin:
    case Verb::Tag:
    case Verb::Attach:
    case Verb::Snap:
    case Verb::ReviewEdit:
    case Verb::Why:
    case Verb::Factor:
    case Verb::ActionItem:
    case Verb::ActionItemDone:
    case Verb::Schedule:
    case Verb::Held:
    case Verb::CloseReview:
    case Verb::Reopen:
    case Verb::System:
    case Verb::Breach:
    case Verb::CheckItem:
    case Verb::SkipItem:
    case Verb::StartList:
    case Verb::UncheckItem:
    case Verb::GateConfirm:
    case Verb::Impact:
    case Verb::Draft:
    case Verb::Edit:
    case Verb::Snooze:
    case Verb::Restrict:
    case Verb::AddMember:
    case Verb::RemoveMember: return true;
    default: return false;
    }
}

std::optional<Problem> outOfSeason(const IncidentState &state, const Asking &asking)
{
    const Verb verb = asking.command().verb;
    if (!state.declared() && verb != Verb::Declare)
        return refusal(u"not-declared"_s, Text::tr("Nothing is declared in this file yet. Declare the incident first."));
    if (state.declared() && verb == Verb::Declare)
        return refusal(u"state"_s, Text::tr("This file holds an incident already. Use a new file for another one."));
    if (state.declared() && !state.open() && !isRecordWork(verb))
        return refusal(u"state"_s, state.closedAt.isSet()
                                       ? Text::tr("The incident is closed. Reopen it first, or write a note.")
                                       : Text::tr("The incident is withdrawn. Write a note, or declare a new one."));
    if (asking.at() > asking.now() + Span::minutes(2))
        return refusal(u"future"_s, Text::tr("This time lies in the future. Give the time when it happened."));
    return std::nullopt;
}

QList<Notice> judge(const Proposal &proposal, const Asking &asking)
{
    QList<Notice> notices = proposal.notices;
    const RuleContext context = asking.context(proposal.atHand);
    if (proposal.act)
        notices.append(judgeAct(*proposal.act, context, proposal.approval));
    if (proposal.record) {
        RuleContext withFields = context;
        withFields.act.fields = proposal.record->fields;
        QList<Notice> found = checkRecord(*proposal.record, withFields);
        for (Notice &notice : found) {
            if (!proposal.recordBlocks && notice.effect == RuleEffect::Refuse)
                notice.effect = RuleEffect::Warn;
            if (proposal.unanswered && notice.code == "field-missing"_L1) {
                notice.effect = RuleEffect::Refuse;
                notice.text = Text::tr("Nothing of this record is answered yet. %1").arg(notice.text);
            }
        }
        notices.append(found);
    }
    passOverrides(notices, asking.state());
    return notices;
}

void noteOverrides(QList<EventDraft> &events, const QList<Notice> &notices)
{
    QJsonArray used;
    for (const Notice &notice : notices) {
        if (notice.code == "overridden"_L1)
            used.append(notice.rule);
    }
    if (!used.isEmpty())
        events.first().payload.insert(u"overrides"_s, used);
}

// A form is done with the record that fills it: by any verb, not by drafts alone, which name theirs when they are sent.
void noteForms(Proposal &proposal, const QList<Notice> &notices, const Asking &asking)
{
    QJsonObject &payload = proposal.events.first().payload;
    if (!proposal.record || payload.contains(u"forms"_s))
        return;
    QJsonArray done;
    for (const FormRule *form : formsOf(*proposal.record, asking.context(proposal.atHand))) {
        const bool lacks = std::any_of(notices.begin(), notices.end(), [&](const Notice &n) { return n.rule == form->rule.id; });
        if (!lacks)
            done.append(form->rule.id);
    }
    if (!done.isEmpty())
        payload.insert(u"forms"_s, done);
}

/// The one refusal that matters most. Gates in the way of one act are told together: whoever opens one would meet the next.
Problem problemOf(const Notice &refused, const QList<Notice> &notices, const RuleContext &context)
{
    QList<Notice> told{refused};
    QList<const GateRule *> gates;
    for (const Notice &notice : notices) {
        if (refused.code != "gate-open"_L1 || notice.code != refused.code || notice.effect != RuleEffect::Refuse)
            continue;
        gates.append(context.process.gate(notice.rule));
        if (notice.rule != refused.rule)
            told.append(notice);
    }
    QString text = gates.size() > 1 ? missingText(gates, context) : refused.text;
    for (const Notice &notice : std::as_const(told)) {
        if (notice.canOverride)
            text += Text::tr(" It can be passed with /override %1 and a reason.").arg(notice.rule);
    }
    return {Problem::Kind::Refused, refused.code, text, {}, refused.rule, refused.source};
}

} // namespace

Outcome<Decision> decide(const DecideInput &input, const Command &command)
{
    const Asking asking(input, command);
    if (const auto problem = outOfSeason(input.state, asking))
        return *problem;
    const Proposer proposer = proposers().value(command.verb);
    if (!proposer)
        return Problem{Problem::Kind::Internal, u"verb"_s, Text::tr("This cannot be done here."), {}, {}, {}};
    auto proposed = proposer(asking);
    if (!proposed)
        return proposed.problem();
    Proposal proposal = std::move(proposed).value();
    const QList<Notice> notices = judge(proposal, asking);
    if (const Notice *refused = firstRefusal(notices))
        return problemOf(*refused, notices, asking.context(proposal.atHand));
    noteOverrides(proposal.events, notices);
    noteForms(proposal, notices, asking);
    return Decision{proposal.events, notices};
}

namespace {

// Nothing is handed over by somebody who does not hold it any more: the role was left, or somebody else has it.
void expireHandover(QList<EventDraft> &drafts, const IncidentState &state, Instant now)
{
    const auto &handover = state.handover;
    if (handover && handover->state == Handover::State::Running && !state.holders(handover->role).contains(handover->from))
        drafts.append({u"handover.expired"_s, {{u"role"_s, handover->role}}, now});
}

} // namespace

QList<EventDraft> followUps(const IncidentState &state, const Process &process, Instant now)
{
    QList<EventDraft> drafts;
    if (!state.open())
        return drafts;
    expireHandover(drafts, state, now);
    // It begins by itself when an automatic gate and every other gate in its way is open (HUB-2, HUB-14).
    const RuleContext context{state, process, now, {}};
    QJsonArray met;
    bool automatic = false;
    for (const GateRule &gate : process.gates) {
        if (!gate.before.contains(Act::Begin) || !holds(gate.rule.when, context))
            continue;
        if (gate.rule.effect == RuleEffect::Refuse && gateStatus(gate, context).open())
            return drafts;
        automatic = automatic || gate.automatic;
        met.append(gate.rule.id);
    }
    if (automatic && !state.begunAt.isSet())
        drafts.append({u"incident.begun"_s, {{u"gates"_s, met}}, now});
    return drafts;
}

} // namespace fireline::domain
