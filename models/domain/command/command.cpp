// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include <algorithm>

namespace fireline::domain {

const QList<VerbSpec> &verbTable()
{
    static const QList<VerbSpec> table = {
        {Verb::Declare, u"declare", u"", u"declare", u"TITLE fields"},
        {Verb::Withdraw, u"withdraw", u"", u"withdraw", u"why"},
        {Verb::Confirm, u"confirm", u"", u"confirm", u"real|false why"},
        {Verb::Begin, u"begin", u"", u"begin", u""},
        {Verb::Claim, u"claim", u"", u"claim", u""},
        {Verb::Role, u"role", u"", u"role.assign", u"WHO|- ROLE text"},
        {Verb::Severity, u"sev", u"severity", u"severity.set", u"ID why"},
        {Verb::Phase, u"phase", u"", u"phase.move", u"ID why"},
        {Verb::Impact, u"impact", u"i", u"entry.post",
         u"start|end TIME | users N | cost N CUR | regions LIST | spreading yes|no | component NAME: STATE | TEXT"},
        {Verb::Flag, u"flag", u"", u"flag.set", u"ID why"},
        {Verb::Unflag, u"unflag", u"", u"flag.set", u"ID why"},
        {Verb::Alert, u"alert", u"", u"entry.post", u"NAME fields"},
        {Verb::AckAlert, u"ackalert", u"", u"entry.post", u"REF"},
        {Verb::SilenceAlert, u"silencealert", u"", u"entry.post", u"REF why"},
        {Verb::ClearAlert, u"clearalert", u"", u"entry.post", u"REF"},
        {Verb::Report, u"report", u"", u"entry.post", u"TEXT fields"},
        {Verb::Note, u"note", u"n", u"entry.post", u"TEXT"},
        {Verb::Finding, u"finding", u"f", u"entry.post", u"TEXT fields"},
        {Verb::Todo, u"todo", u"t", u"entry.post", u"TEXT"},
        {Verb::Field, u"field", u"", u"entry.post", u"fields"},
        {Verb::Action, u"action", u"a", u"order.give", u"WHO TEXT due fields"},
        {Verb::Ask, u"ask", u"q", u"order.give", u"WHO TEXT due"},
        {Verb::Timer, u"timer", u"", u"entry.post", u"due TEXT"},
        {Verb::Ack, u"ack", u"y", u"order.ack", u"REF"},
        {Verb::Done, u"done", u"x", u"order.ack", u"REF result"},
        {Verb::Fail, u"fail", u"", u"order.ack", u"REF why"},
        {Verb::Extend, u"extend", u"", u"order.ack", u"REF due"},
        {Verb::Cancel, u"cancel", u"", u"order.give", u"REF why"},
        {Verb::Hypothesis, u"hyp", u"h hypothesis", u"entry.post", u"TEXT"},
        {Verb::TestHypothesis, u"test", u"", u"entry.post", u"REF how"},
        {Verb::ConfirmHypothesis, u"confirmed", u"", u"hypothesis.verify", u"REF evidence"},
        {Verb::RuleOut, u"ruleout", u"", u"hypothesis.verify", u"REF why"},
        {Verb::Change, u"change", u"c", u"change.propose", u"TEXT fields staged"},
        {Verb::Approve, u"approve", u"", u"", u"REF"},
        {Verb::Refuse, u"refuse", u"", u"", u"REF why"},
        {Verb::Execute, u"execute", u"", u"change.execute", u"REF"},
        {Verb::VerifyChange, u"verify", u"", u"change.verify", u"REF result"},
        {Verb::Breach, u"breach", u"", u"entry.post", u"REF|RULE TEXT"},
        {Verb::Mitigation, u"mitigation", u"m", u"mitigation.apply", u"OPTION TEXT for REF fields temporary"},
        {Verb::MitigationResult, u"result", u"", u"entry.post", u"REF restored|partial|none"},
        {Verb::Decision, u"decision", u"d", u"decision.make", u"TEXT replaces REF revisit due irreversible"},
        {Verb::Poll, u"poll", u"p", u"entry.post", u"TEXT [+30s]"},
        {Verb::PollOk, u"ok", u"", u"entry.post", u"REF"},
        {Verb::PollObject, u"object", u"", u"entry.post", u"REF why"},
        {Verb::PollClose, u"closepoll", u"", u"entry.post", u"REF"},
        {Verb::Draft, u"draft", u"s status", u"update.draft", u"TARGET STATE fields TEXT"},
        {Verb::Edit, u"edit", u"", u"update.draft", u"REF fields"},
        {Verb::AskApproval, u"askapproval", u"", u"update.draft", u"REF"},
        {Verb::ApproveUpdate, u"approveupdate", u"", u"", u"REF"},
        {Verb::Send, u"send", u"", u"update.send", u"REF via"},
        {Verb::SendOutcome, u"sendoutcome", u"", u"entry.post", u"REF sent|unknown|failed why"},
        {Verb::Reply, u"reply", u"", u"reply.send", u"AUDIENCE fields TEXT"},
        {Verb::Cadence, u"cadence", u"", u"entry.post", u"ITEM DURATION"},
        {Verb::Snooze, u"snooze", u"", u"entry.post", u"CLOCK DURATION why"},
        {Verb::CheckIn, u"checkin", u"", u"entry.post", u"WHO text"},
        {Verb::Page, u"page", u"", u"page.send", u"WHO why"},
        {Verb::Notify, u"notify", u"", u"notify.send", u"WHO text"},
        {Verb::Escalate, u"escalate", u"", u"page.send", u"LADDER"},
        {Verb::AnswerRung, u"answered", u"", u"entry.post", u"LADDER RUNG text"},
        {Verb::SkipRung, u"skip", u"", u"entry.post", u"LADDER RUNG why"},
        {Verb::Handover, u"handover", u"", u"handover.offer", u"WHO ROLE"},
        {Verb::Able, u"able", u"", u"entry.post", u""},
        {Verb::Shadow, u"shadow", u"", u"entry.post", u""},
        {Verb::Sitrep, u"sitrep", u"", u"entry.post", u"TEXT fields"},
        {Verb::Handing, u"handing", u"", u"entry.post", u""},
        {Verb::IHaveCommand, u"ihavecommand", u"", u"handover.accept", u""},
        {Verb::Decline, u"decline", u"", u"entry.post", u"why"},
        {Verb::Takeover, u"takeover", u"", u"takeover", u"why"},
        {Verb::CheckItem, u"check", u"", u"entry.post", u"LIST ITEM text"},
        {Verb::UncheckItem, u"uncheck", u"", u"entry.post", u"LIST ITEM"},
        {Verb::SkipItem, u"skipitem", u"", u"entry.post", u"LIST ITEM why"},
        {Verb::StartList, u"start", u"", u"entry.post", u"LIST"},
        {Verb::GateConfirm, u"gate", u"", u"entry.post", u"GATE ITEM why"},
        {Verb::Override, u"override", u"", u"", u"RULE why"},
        {Verb::RootCause, u"rootcause", u"", u"entry.post", u"fields"},
        {Verb::Resolve, u"resolve", u"", u"resolve", u"text"},
        {Verb::Reopen, u"reopen", u"", u"reopen", u"why"},
        {Verb::Close, u"close", u"", u"close", u"text"},
        {Verb::Correct, u"correct", u"", u"entry.post", u"REF fields"},
        {Verb::Retime, u"retime", u"", u"entry.post", u"REF TIME"},
        {Verb::Retract, u"retract", u"", u"entry.retract", u"REF why"},
        {Verb::Restore, u"restore", u"", u"entry.retract", u"REF"},
        {Verb::Pin, u"pin", u"", u"entry.post", u"REF"},
        {Verb::Tag, u"tag", u"", u"entry.post", u"REF TAG"},
        {Verb::Attach, u"attach", u"", u"entry.post", u"FILE"},
        {Verb::Snap, u"snap", u"", u"entry.post", u"TEXT"},
        {Verb::ReviewEdit, u"review", u"", u"entry.post", u"REVIEW fields TEXT"},
        {Verb::Why, u"why", u"", u"entry.post", u"TEXT"},
        {Verb::Factor, u"factor", u"", u"entry.post", u"TEXT"},
        {Verb::ActionItem, u"item", u"", u"entry.post", u"TEXT fields"},
        {Verb::ActionItemDone, u"itemdone", u"", u"action_item.close", u"REF text"},
        {Verb::Schedule, u"schedule", u"", u"entry.post", u"REVIEW TIME"},
        {Verb::Held, u"held", u"", u"review.hold", u"REVIEW fields text"},
        {Verb::CloseReview, u"closereview", u"", u"review.close", u"REVIEW"},
        {Verb::System, u"system", u"", u"", u"SYSTEM.THING OUTCOME"},
        {Verb::AdoptProcess, u"adoptprocess", u"", u"", u"FILE why"},
        {Verb::Restrict, u"private", u"", u"", u"WHO why"},
        {Verb::AddMember, u"member", u"", u"", u"WHO why"},
        {Verb::RemoveMember, u"unmember", u"", u"", u"WHO why"},
    };
    return table;
}

const VerbSpec &verbSpec(Verb verb)
{
    const auto &table = verbTable();
    return *std::find_if(table.begin(), table.end(), [verb](const VerbSpec &spec) { return spec.verb == verb; });
}

namespace {

bool hasWord(const VerbSpec &spec, QStringView word, bool prefix)
{
    const auto matches = [&](QStringView candidate) { return prefix ? candidate.startsWith(word) : candidate == word; };
    if (matches(spec.name))
        return true;
    for (const QStringView alias : spec.aliases.split(u' ', Qt::SkipEmptyParts)) {
        if (matches(alias))
            return true;
    }
    return false;
}

} // namespace

std::optional<Verb> verbFromWord(QStringView word)
{
    if (word.isEmpty())
        return std::nullopt;
    for (const VerbSpec &spec : verbTable()) {
        if (hasWord(spec, word, false))
            return spec.verb;
    }
    std::optional<Verb> found;
    for (const VerbSpec &spec : verbTable()) {
        if (!hasWord(spec, word, true))
            continue;
        if (found)
            return std::nullopt;
        found = spec.verb;
    }
    return found;
}

} // namespace fireline::domain
