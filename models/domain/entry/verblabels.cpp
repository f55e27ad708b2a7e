// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/verblabels.h"

#include "entry/entrytr.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString missingId(IdKind ids)
{
    switch (ids) {
    case IdKind::Severity: return EntryTr::tr("Name a severity.");
    case IdKind::Phase: return EntryTr::tr("Name a phase.");
    case IdKind::Role: return EntryTr::tr("Name a role.");
    case IdKind::Flag: return EntryTr::tr("Name a flag.");
    case IdKind::List: return EntryTr::tr("Name a checklist.");
    case IdKind::Gate: return EntryTr::tr("Name a gate.");
    case IdKind::Ladder: return EntryTr::tr("Name an escalation ladder.");
    case IdKind::Rule: return EntryTr::tr("Name a rule.");
    case IdKind::Target: return EntryTr::tr("Name what to draft: an audience or a record.");
    case IdKind::Audience: return EntryTr::tr("Name an audience.");
    case IdKind::State: return EntryTr::tr("Name the state of the update.");
    case IdKind::Review: return EntryTr::tr("Name a review.");
    case IdKind::Clock: return EntryTr::tr("Name a clock.");
    case IdKind::CadenceItem: return EntryTr::tr("Name what is to come back, like update/public.");
    case IdKind::Option: return EntryTr::tr("Name a mitigation.");
    case IdKind::System: return EntryTr::tr("Name the system and the thing, like slack.channel.");
    case IdKind::None: break;
    }
    return EntryTr::tr("A name is missing.");
}

QString howTo(const QString &problem, Verb verb, const QString &fields = {})
{
    QString usage = verbUsage(verb);
    if (usage.endsWith(" fields"_L1) && !fields.isEmpty())
        usage.replace(usage.size() - 6, 6, fields);
    return EntryTr::tr("%1 It is written: %2.").arg(problem, usage);
}

} // namespace

// One row per verb; the switch is what keeps it complete.
QString verbLabel(Verb verb)
{
    switch (verb) {
    case Verb::Declare: return EntryTr::tr("Declare an incident");
    case Verb::Withdraw: return EntryTr::tr("Withdraw the declaration");
    case Verb::Confirm: return EntryTr::tr("Real or false alarm");
    case Verb::Begin: return EntryTr::tr("Begin");
    case Verb::Claim: return EntryTr::tr("Take command");
    case Verb::Role: return EntryTr::tr("Role");
    case Verb::Severity: return EntryTr::tr("Severity");
    case Verb::Phase: return EntryTr::tr("Phase");
    case Verb::Impact: return EntryTr::tr("Impact");
    case Verb::Flag: return EntryTr::tr("Set flag");
    case Verb::Unflag: return EntryTr::tr("Clear flag");
    case Verb::Alert: return EntryTr::tr("Alert");
    case Verb::AckAlert: return EntryTr::tr("Acknowledge alert");
    case Verb::SilenceAlert: return EntryTr::tr("Silence alert");
    case Verb::ClearAlert: return EntryTr::tr("Alert cleared");
    case Verb::Report: return EntryTr::tr("Customer report");
    case Verb::Note: return EntryTr::tr("Note");
    case Verb::Finding: return EntryTr::tr("Finding");
    case Verb::Todo: return EntryTr::tr("Follow-up");
    case Verb::Field: return EntryTr::tr("Set");
    case Verb::Action: return EntryTr::tr("Action");
    case Verb::Ask: return EntryTr::tr("Question");
    case Verb::Timer: return EntryTr::tr("Timer");
    case Verb::Ack: return EntryTr::tr("Acknowledge");
    case Verb::Done: return EntryTr::tr("Done");
    case Verb::Fail: return EntryTr::tr("Failed");
    case Verb::Extend: return EntryTr::tr("More time");
    case Verb::Cancel: return EntryTr::tr("Cancel");
    case Verb::Hypothesis: return EntryTr::tr("Hypothesis");
    case Verb::TestHypothesis: return EntryTr::tr("Test hypothesis");
    case Verb::ConfirmHypothesis: return EntryTr::tr("Hypothesis confirmed");
    case Verb::RuleOut: return EntryTr::tr("Hypothesis ruled out");
    case Verb::Change: return EntryTr::tr("Propose change");
    case Verb::Approve: return EntryTr::tr("Approve change");
    case Verb::Refuse: return EntryTr::tr("Refuse change");
    case Verb::Execute: return EntryTr::tr("Change executed");
    case Verb::VerifyChange: return EntryTr::tr("Change verified");
    case Verb::Breach: return EntryTr::tr("Done against a rule");
    case Verb::Mitigation: return EntryTr::tr("Mitigation");
    case Verb::MitigationResult: return EntryTr::tr("Result of mitigation");
    case Verb::Decision: return EntryTr::tr("Decision");
    case Verb::Poll: return EntryTr::tr("Any strong objections?");
    case Verb::PollOk: return EntryTr::tr("No objection");
    case Verb::PollObject: return EntryTr::tr("Objection");
    case Verb::PollClose: return EntryTr::tr("Close poll");
    case Verb::Draft: return EntryTr::tr("Draft");
    case Verb::Edit: return EntryTr::tr("Edit draft");
    case Verb::AskApproval: return EntryTr::tr("Ask for approval");
    case Verb::ApproveUpdate: return EntryTr::tr("Approve update");
    case Verb::Send: return EntryTr::tr("Send update");
    case Verb::SendOutcome: return EntryTr::tr("Outcome of sending");
    case Verb::Reply: return EntryTr::tr("Reply");
    case Verb::Cadence: return EntryTr::tr("Set rhythm");
    case Verb::Snooze: return EntryTr::tr("Snooze clock");
    case Verb::CheckIn: return EntryTr::tr("Check-in");
    case Verb::Page: return EntryTr::tr("Page");
    case Verb::Notify: return EntryTr::tr("Notify");
    case Verb::Escalate: return EntryTr::tr("Escalate");
    case Verb::AnswerRung: return EntryTr::tr("Step of escalation answered");
    case Verb::SkipRung: return EntryTr::tr("Skip step of escalation");
    case Verb::Handover: return EntryTr::tr("Offer command");
    case Verb::Able: return EntryTr::tr("Able and willing");
    case Verb::Shadow: return EntryTr::tr("Shadowing");
    case Verb::Sitrep: return EntryTr::tr("Situation report");
    case Verb::Handing: return EntryTr::tr("Handing over");
    case Verb::IHaveCommand: return EntryTr::tr("I have command");
    case Verb::Decline: return EntryTr::tr("Decline");
    case Verb::Takeover: return EntryTr::tr("Take over command");
    case Verb::CheckItem: return EntryTr::tr("Tick");
    case Verb::UncheckItem: return EntryTr::tr("Untick");
    case Verb::SkipItem: return EntryTr::tr("Skip item");
    case Verb::StartList: return EntryTr::tr("Start list");
    case Verb::GateConfirm: return EntryTr::tr("Confirm gate item");
    case Verb::Override: return EntryTr::tr("Pass a rule");
    case Verb::RootCause: return EntryTr::tr("Root cause");
    case Verb::Resolve: return EntryTr::tr("Resolve");
    case Verb::Reopen: return EntryTr::tr("Reopen");
    case Verb::Close: return EntryTr::tr("Close");
    case Verb::Correct: return EntryTr::tr("Correct entry");
    case Verb::Retime: return EntryTr::tr("Correct time");
    case Verb::Retract: return EntryTr::tr("Retract entry");
    case Verb::Restore: return EntryTr::tr("Restore entry");
    case Verb::Pin: return EntryTr::tr("Key entry");
    case Verb::Tag: return EntryTr::tr("Tag entry");
    case Verb::Attach: return EntryTr::tr("Attach file");
    case Verb::Snap: return EntryTr::tr("Keep what the graphs show");
    case Verb::ReviewEdit: return EntryTr::tr("Edit review");
    case Verb::Why: return EntryTr::tr("Why");
    case Verb::Factor: return EntryTr::tr("Contributing factor");
    case Verb::ActionItem: return EntryTr::tr("Action item");
    case Verb::ActionItemDone: return EntryTr::tr("Action item done");
    case Verb::Schedule: return EntryTr::tr("Schedule review");
    case Verb::Held: return EntryTr::tr("Review held");
    case Verb::CloseReview: return EntryTr::tr("Close review");
    case Verb::System: return EntryTr::tr("Done in a system");
    case Verb::AdoptProcess: return EntryTr::tr("Take a newer process");
    case Verb::Restrict: return EntryTr::tr("Make private");
    case Verb::AddMember: return EntryTr::tr("Let them see it");
    case Verb::RemoveMember: return EntryTr::tr("Hide it from them");
    }
    return {};
}

QString verbUsage(Verb verb)
{
    const VerbSpec &spec = verbSpec(verb);
    const QString usage = u"/%1 %2"_s.arg(spec.name, spec.grammar);
    return usage.trimmed();
}

QString missingText(const VerbShape &shape, const Position &position)
{
    using Kind = Position::Kind;
    const auto text = [&] {
        switch (position.kind) {
        case Kind::Ref: return EntryTr::tr("Name the object, like #A12.");
        case Kind::RefOrId: return EntryTr::tr("Name the object, like #C1, or a rule.");
        case Kind::Who: return EntryTr::tr("Say who, like @ol or @\"Jo Ann\".");
        case Kind::WhoOrDash: return EntryTr::tr("Say who, like @jo; - means nobody.");
        case Kind::WhoOrId: return EntryTr::tr("Say who, or which ladder.");
        case Kind::Id: return position.key == u"outcome" ? EntryTr::tr("Say how it went, like done.") : missingId(position.ids);
        case Kind::Choice: return EntryTr::tr("Say one of: %1.").arg(position.choices.join(u", "_s));
        case Kind::Item: return EntryTr::tr("Say which item, by its number.");
        case Kind::Time: return EntryTr::tr("Write a time, like 14:05 or 2025-03-01 14:05.");
        case Kind::Duration: return EntryTr::tr("Say how long, like 10m or 1h30m.");
        }
        return QString();
    };
    return howTo(text(), shape.verb);
}

QString missingText(const VerbShape &shape, const QString &fields)
{
    return howTo(shape.tail.text == u"why" ? EntryTr::tr("Say why.") : EntryTr::tr("A text is missing."), shape.verb, fields);
}

QString tooMuchText(const VerbShape &shape)
{
    // Who types a role here knows which they want, and not by which word it goes.
    if (shape.verb == Verb::Claim)
        return EntryTr::tr("That is more than /%1 takes: it takes command. Any other role is given to a person, you too: /%2.",
                           "verb, usage of another")
            .arg(verbSpec(shape.verb).name, u"role @jo scribe"_s);
    return howTo(EntryTr::tr("That is more than /%1 takes.").arg(verbSpec(shape.verb).name), shape.verb);
}

} // namespace fireline::domain
