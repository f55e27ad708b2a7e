// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/handoversteps.h"
#include "decide/members.h"
#include "decide/proposal.h"
#include "decide/settlednotice.h"
#include "report/sitrep.h"
#include "rules/autofields.h"
#include "rules/who.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using Kind = HandoverStep::Kind;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideHandover)
};

// One at a time: whoever was offered a role is told when it is called off.
std::optional<Problem> runsAlready(const Asking &a)
{
    const auto &handover = a.state().handover;
    if (!handover || handover->state != Handover::State::Running)
        return std::nullopt;
    const RoleDef *role = a.process().role(handover->role);
    return refusal(u"state"_s, Text::tr("%1 is handed over to %2 already. Call that off first, with a reason: /decline why.")
                                   .arg(role ? role->name : handover->role, handover->to));
}

Outcome<Proposal> offer(const Asking &a)
{
    if (const auto problem = runsAlready(a))
        return *problem;
    const RoleDef *commander = a.process().commander();
    const QString role = a.arg(u"id").isEmpty() && commander ? commander->id : roleOrContact(a.process(), a.arg(u"id"));
    if (role.isEmpty())
        return noSuch(Text::tr("role"), a.arg(u"id"));
    const QString to = a.whoPeople().value(0);
    if (to.isEmpty())
        return refusal(u"usage"_s, Text::tr("Name who takes over: /handover @bo."));
    const QStringList holders = a.state().holders(role);
    if (holders.isEmpty())
        return refusal(u"state"_s, Text::tr("Nobody holds this role, so there is nothing to hand over. Claim or assign it."));
    if (holders.contains(to))
        return refusal(u"no-change"_s, Text::tr("%1 holds this role already.").arg(to));
    const bool mayOffer = holders.contains(a.by(), Qt::CaseInsensitive) || isOneOf(a.by(), {u"commander"_s}, a.context());
    if (!mayOffer)
        return refusal(u"not-authorised"_s,
                       Text::tr("Only %1 can hand this role over. If they are gone: /takeover why.").arg(holders.first()));
    if (auto problem = notForMembersAlone(to, a.state()))
        return *problem;
    return a.propose(u"handover.offered"_s, {{u"role"_s, role}, {u"from"_s, holders.first()}, {u"to"_s, to}}, Act::HandoverOffer);
}

std::optional<Problem> notRunning(const Asking &a)
{
    const auto &handover = a.state().handover;
    if (!handover || handover->state != Handover::State::Running)
        return refusal(u"state"_s, Text::tr("No handover is running. Begin with /handover @name."));
    return std::nullopt;
}

// What must be done before a step of this kind; a step that may only warn (order: shown) gives a notice instead.
std::optional<Problem> outOfOrder(const Asking &a, Kind kind, QList<Notice> &notices)
{
    const ListRule *list = handoverProcedure(a.context());
    if (!list)
        return std::nullopt;
    for (const HandoverStep &step : handoverSteps(a.context())) {
        if (step.kind == kind)
            return std::nullopt;
        if (step.done)
            continue;
        QString text = firstText(*step.item);
        if (step.readyAt.isSet())
            text = Text::tr("Shadowing lasts until %1.").arg(step.readyAt.toUtc().toString(u"HH:mm:ss 'UTC'"_s));
        if (list->order == ListOrder::Strict)
            return refusal(u"order"_s, text, &list->rule);
        notices.append({RuleEffect::Warn, u"order"_s, text, list->rule.id, list->rule.cite(), false});
        return std::nullopt;
    }
    return std::nullopt;
}

Outcome<Proposal> step(const Asking &a, Kind kind, const QString &type, QJsonObject body, bool incoming,
                       std::optional<Act> act = std::nullopt)
{
    if (const auto problem = notRunning(a))
        return *problem;
    const Handover &handover = *a.state().handover;
    const QString turn = incoming ? handover.to : handover.from;
    if (a.by().compare(turn, Qt::CaseInsensitive) != 0)
        return refusal(u"not-authorised"_s, Text::tr("This step is %1's.").arg(turn),
                       handoverProcedure(a.context()) ? &handoverProcedure(a.context())->rule : nullptr);
    QList<Notice> notices;
    if (const auto problem = outOfOrder(a, kind, notices))
        return *problem;
    body.insert(u"role"_s, handover.role);
    Proposal proposal = a.propose(type, body, act);
    proposal.notices = notices;
    return proposal;
}

QString sayOf(const Asking &a, Kind kind)
{
    for (const HandoverStep &s : handoverSteps(a.context())) {
        if (s.kind == kind)
            return filledTemplate(s.item->say,
                                  {{u"incoming"_s, a.state().handover->to}, {u"outgoing"_s, a.state().handover->from}});
    }
    return {};
}

Outcome<Proposal> able(const Asking &a)
{
    return step(a, Kind::Able, u"handover.able"_s, {}, true);
}
Outcome<Proposal> shadow(const Asking &a)
{
    return step(a, Kind::Shadow, u"handover.shadowing"_s, {}, true);
}

// A SITREP is useful at any time; while a handover runs it is the outgoing's step.
Outcome<Proposal> sitrep(const Asking &a)
{
    RecordAtHand record{u"sitrep"_s, {}, a.fields(), a.arg(u"text")};
    record.fields = filledFields(record, a.context());
    // Without words of its own the report is drafted from the record, for the outgoing to correct.
    if (record.text.isEmpty() && a.fields().isEmpty())
        record.text = sitrepText(a.state(), a.process(), a.now());
    // Who writes the whole report writes it once: the process's form is for reports given field by field.
    const QString text = a.fields().isEmpty() ? record.text : renderedText(record, a.context());
    QJsonObject body{{u"text"_s, text}, {u"fields"_s, record.fields}};
    Proposal proposal;
    if (notRunning(a)) {
        body.insert(u"role"_s, a.process().commander() ? a.process().commander()->id : QString());
        proposal = a.propose(u"handover.sitrep"_s, body);
    } else {
        auto taken = step(a, Kind::Sitrep, u"handover.sitrep"_s, body, false);
        if (!taken)
            return taken;
        proposal = std::move(taken).value();
    }
    proposal.record = record;
    return proposal;
}

Outcome<Proposal> handing(const Asking &a)
{
    return notRunning(a) ? Outcome<Proposal>(*notRunning(a))
                         : step(a, Kind::Announce, u"handover.announced"_s, {{u"say"_s, sayOf(a, Kind::Announce)}}, false);
}

Outcome<Proposal> accept(const Asking &a)
{
    if (const auto problem = notRunning(a))
        return *problem;
    const Handover &h = *a.state().handover;
    return step(a, Kind::Accept, u"handover.accepted"_s,
                {{u"from"_s, h.from}, {u"to"_s, h.to}, {u"say"_s, sayOf(a, Kind::Accept)}}, true, Act::HandoverAccept);
}

Outcome<Proposal> decline(const Asking &a)
{
    if (const auto problem = notRunning(a))
        return *problem;
    return a.propose(u"handover.declined"_s, {{u"role"_s, a.state().handover->role}, {u"why"_s, a.arg(u"why")}});
}

Outcome<Proposal> takeOver(const Asking &a)
{
    const RoleDef *role = a.process().commander();
    const QStringList holders = role ? a.state().holders(role->id) : QStringList();
    if (!role || holders.isEmpty())
        return refusal(u"state"_s, Text::tr("Nobody has command. Use /claim."));
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why command is taken over: /takeover Ana's laptop is dead."));
    if (holders.contains(a.by(), Qt::CaseInsensitive))
        return refusal(u"no-change"_s, Text::tr("You have command already."));
    return a.propose(u"command.takenOver"_s,
                     {{u"role"_s, role->id}, {u"from"_s, holders.first()}, {u"to"_s, a.by()}, {u"why"_s, a.arg(u"why")}},
                     Act::Takeover);
}

} // namespace

QHash<Verb, Proposer> handoverProposers()
{
    return {{Verb::Handover, offer},  {Verb::Able, able},           {Verb::Shadow, shadow},   {Verb::Sitrep, sitrep},
            {Verb::Handing, handing}, {Verb::IHaveCommand, accept}, {Verb::Decline, decline}, {Verb::Takeover, takeOver}};
}

} // namespace fireline::domain
