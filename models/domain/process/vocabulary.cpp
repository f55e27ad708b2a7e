// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/vocabulary.h"

namespace fireline::domain {

// clang-format off
template<>
std::span<const ClosedWord<Act>> closedWords<Act>()
{
    static constexpr ClosedWord<Act> words[] = {
        {Act::Declare, u"declare"}, {Act::Withdraw, u"withdraw"}, {Act::Confirm, u"confirm"}, {Act::Begin, u"begin"},
        {Act::Claim, u"claim"}, {Act::RoleAssign, u"role.assign"}, {Act::HandoverOffer, u"handover.offer"},
        {Act::HandoverAccept, u"handover.accept"}, {Act::Takeover, u"takeover"}, {Act::SeveritySet, u"severity.set"},
        {Act::PhaseMove, u"phase.move"}, {Act::FlagSet, u"flag.set"}, {Act::OrderGive, u"order.give"},
        {Act::OrderAck, u"order.ack"}, {Act::ChangePropose, u"change.propose"}, {Act::ChangeApprove, u"change.approve"},
        {Act::ChangeExecute, u"change.execute"}, {Act::ChangeVerify, u"change.verify"},
        {Act::MitigationApply, u"mitigation.apply"}, {Act::HypothesisVerify, u"hypothesis.verify"},
        {Act::DecisionMake, u"decision.make"}, {Act::UpdateDraft, u"update.draft"}, {Act::UpdateSend, u"update.send"},
        {Act::ReplySend, u"reply.send"}, {Act::PageSend, u"page.send"}, {Act::NotifySend, u"notify.send"},
        {Act::EntryPost, u"entry.post"}, {Act::EntryRetract, u"entry.retract"},
        {Act::EvidenceRemove, u"evidence.remove"}, {Act::Resolve, u"resolve"}, {Act::Reopen, u"reopen"},
        {Act::Close, u"close"}, {Act::ReviewHold, u"review.hold"}, {Act::ReviewClose, u"review.close"},
        {Act::ActionItemClose, u"action_item.close"}, {Act::DrillHold, u"drill.hold"},
        {Act::ProcessReview, u"process.review"},
    };
    return words;
}

template<>
std::span<const ClosedWord<MomentKind>> closedWords<MomentKind>()
{
    static constexpr ClosedWord<MomentKind> words[] = {
        {MomentKind::ImpactStart, u"impact.start"}, {MomentKind::ImpactEnd, u"impact.end"},
        {MomentKind::Detected, u"detected"}, {MomentKind::AlertFired, u"alert.fired"},
        {MomentKind::AlertCleared, u"alert.cleared"}, {MomentKind::Acknowledged, u"acknowledged"},
        {MomentKind::ResponseBegun, u"response.begun"}, {MomentKind::ReportReceived, u"report.received"},
        {MomentKind::Pattern, u"pattern"}, {MomentKind::Declared, u"declared"}, {MomentKind::Confirmed, u"confirmed"},
        {MomentKind::Begun, u"begun"}, {MomentKind::SeveritySet, u"severity.set"},
        {MomentKind::SeverityRaised, u"severity.raised"}, {MomentKind::PhaseEntered, u"phase.entered"},
        {MomentKind::FlagSet, u"flag.set"}, {MomentKind::RoleTaken, u"role.taken"},
        {MomentKind::RoleVacant, u"role.vacant"}, {MomentKind::HandoverDone, u"handover.done"},
        {MomentKind::OrderGiven, u"order.given"}, {MomentKind::OrderAcked, u"order.acked"},
        {MomentKind::Progress, u"progress"}, {MomentKind::ChangeExecuted, u"change.executed"},
        {MomentKind::MitigationApplied, u"mitigation.applied"},
        {MomentKind::HypothesisVerified, u"hypothesis.verified"}, {MomentKind::UpdateSent, u"update.sent"},
        {MomentKind::ListDone, u"list.done"}, {MomentKind::FormDone, u"form.done"}, {MomentKind::Resolved, u"resolved"},
        {MomentKind::Reopened, u"reopened"}, {MomentKind::Closed, u"closed"},
        {MomentKind::ReviewDrafted, u"review.drafted"}, {MomentKind::ReviewHeld, u"review.held"},
        {MomentKind::ReviewClosed, u"review.closed"}, {MomentKind::ActionItemCreated, u"action_item.created"},
        {MomentKind::ActionItemDone, u"action_item.done"}, {MomentKind::TicketFiled, u"ticket.filed"},
        {MomentKind::DrillHeld, u"drill.held"}, {MomentKind::ProcessReviewed, u"process.reviewed"},
    };
    return words;
}

template<>
std::span<const ClosedWord<Fact>> closedWords<Fact>()
{
    static constexpr ClosedWord<Fact> words[] = {
        {Fact::Severity, u"severity"}, {Fact::Phase, u"phase"}, {Fact::Flag, u"flag"}, {Fact::Audience, u"audience"},
        {Fact::ActorRole, u"actor.role"}, {Fact::RoleFilled, u"role.filled"}, {Fact::PeopleActive, u"people.active"},
        {Fact::ImpactEnded, u"impact.ended"}, {Fact::ImpactSpreading, u"impact.spreading"},
        {Fact::AlertsFiring, u"alerts.firing"}, {Fact::AlertsReceived, u"alerts.received"},
        {Fact::AlertTag, u"alert.tag"}, {Fact::AlertType, u"alert.type"},
        {Fact::ReportsCustomer, u"reports.customer"}, {Fact::IncidentHours, u"incident.hours"},
        {Fact::RoleHours, u"role.hours"}, {Fact::RoleNight, u"role.night"}, {Fact::Field, u"field"},
        {Fact::ListDone, u"list.done"}, {Fact::FormDone, u"form.done"}, {Fact::System, u"system"},
        {Fact::HypothesisVerified, u"hypothesis.verified"}, {Fact::MitigationResult, u"mitigation.result"},
        {Fact::MitigationTemporary, u"mitigation.temporary"}, {Fact::ChangeKind, u"change.kind"},
        {Fact::ChangeRisk, u"change.risk"}, {Fact::ChangeStaged, u"change.staged"},
        {Fact::EntryHandsOn, u"entry.hands_on"}, {Fact::ReviewState, u"review.state"},
        {Fact::ActionItemsTagged, u"action_items.tagged"}, {Fact::ActionItemsUnlinked, u"action_items.unlinked"},
        {Fact::ActionItemsOpen, u"action_items.open"}, {Fact::Exported, u"exported"}, {Fact::Calendar, u"calendar"},
    };
    return words;
}

template<>
std::span<const ClosedWord<EffectKind>> closedWords<EffectKind>()
{
    static constexpr ClosedWord<EffectKind> words[] = {
        {EffectKind::Page, u"page"}, {EffectKind::Notify, u"notify"}, {EffectKind::Prompt, u"prompt"},
        {EffectKind::Open, u"open"}, {EffectKind::Draft, u"draft"}, {EffectKind::Create, u"create"},
        {EffectKind::Propose, u"propose"}, {EffectKind::SetFlag, u"set_flag"}, {EffectKind::Restrict, u"restrict"},
    };
    return words;
}

template<>
std::span<const ClosedWord<ProposeKind>> closedWords<ProposeKind>()
{
    static constexpr ClosedWord<ProposeKind> words[] = {
        {ProposeKind::Severity, u"severity"}, {ProposeKind::Phase, u"phase"}, {ProposeKind::Role, u"role"},
        {ProposeKind::Handover, u"handover"},
    };
    return words;
}

template<>
std::span<const ClosedWord<RecordKind>> closedWords<RecordKind>()
{
    static constexpr ClosedWord<RecordKind> words[] = {
        {RecordKind::Declare, u"declare"}, {RecordKind::Ack, u"ack"}, {RecordKind::Triage, u"triage"},
        {RecordKind::Announcement, u"announcement"}, {RecordKind::Order, u"order"}, {RecordKind::Update, u"update"},
        {RecordKind::Reply, u"reply"}, {RecordKind::Finding, u"finding"}, {RecordKind::Change, u"change"},
        {RecordKind::Mitigation, u"mitigation"}, {RecordKind::Sitrep, u"sitrep"}, {RecordKind::Ticket, u"ticket"},
        {RecordKind::ActionItem, u"action_item"}, {RecordKind::Review, u"review"},
        {RecordKind::Resolution, u"resolution"}, {RecordKind::Closure, u"closure"}, {RecordKind::Script, u"script"},
        {RecordKind::Drill, u"drill"},
    };
    return words;
}

template<>
std::span<const ClosedWord<RuleKind>> closedWords<RuleKind>()
{
    static constexpr ClosedWord<RuleKind> words[] = {
        {RuleKind::Authority, u"authority"}, {RuleKind::Gate, u"gate"}, {RuleKind::Deadline, u"deadline"},
        {RuleKind::Cadence, u"cadence"}, {RuleKind::Ladder, u"ladder"}, {RuleKind::Form, u"form"},
        {RuleKind::Lint, u"lint"}, {RuleKind::Table, u"table"}, {RuleKind::List, u"list"},
    };
    return words;
}

template<>
std::span<const ClosedWord<Scope>> closedWords<Scope>()
{
    static constexpr ClosedWord<Scope> words[] = {
        {Scope::Incident, u"incident"}, {Scope::Review, u"review"}, {Scope::Process, u"process"},
    };
    return words;
}

template<>
std::span<const ClosedWord<RuleEffect>> closedWords<RuleEffect>()
{
    static constexpr ClosedWord<RuleEffect> words[] = {
        {RuleEffect::Refuse, u"refuse"}, {RuleEffect::Warn, u"warn"}, {RuleEffect::Prompt, u"prompt"},
    };
    return words;
}

template<>
std::span<const ClosedWord<AuthorityMode>> closedWords<AuthorityMode>()
{
    static constexpr ClosedWord<AuthorityMode> words[] = {
        {AuthorityMode::Only, u"only"}, {AuthorityMode::Never, u"never"}, {AuthorityMode::ApprovedBy, u"approved_by"},
    };
    return words;
}

template<>
std::span<const ClosedWord<Count>> closedWords<Count>()
{
    static constexpr ClosedWord<Count> words[] = {
        {Count::All, u"all"}, {Count::Any, u"any"},
    };
    return words;
}

template<>
std::span<const ClosedWord<Hours>> closedWords<Hours>()
{
    static constexpr ClosedWord<Hours> words[] = {
        {Hours::Always, u"always"}, {Hours::Business, u"business"},
    };
    return words;
}

template<>
std::span<const ClosedWord<Urgency>> closedWords<Urgency>()
{
    static constexpr ClosedWord<Urgency> words[] = {
        {Urgency::High, u"high"}, {Urgency::Low, u"low"},
    };
    return words;
}

template<>
std::span<const ClosedWord<CadenceKind>> closedWords<CadenceKind>()
{
    static constexpr ClosedWord<CadenceKind> words[] = {
        {CadenceKind::Update, u"update"}, {CadenceKind::CheckIn, u"checkin"}, {CadenceKind::Drill, u"drill"},
        {CadenceKind::ProcessReview, u"process.review"},
    };
    return words;
}

template<>
std::span<const ClosedWord<LintFind>> closedWords<LintFind>()
{
    static constexpr ClosedWord<LintFind> words[] = {
        {LintFind::Words, u"words"}, {LintFind::Names, u"names"}, {LintFind::Promise, u"promise"},
        {LintFind::Cause, u"cause"}, {LintFind::Length, u"length"}, {LintFind::PastTime, u"past_time"},
    };
    return words;
}

template<>
std::span<const ClosedWord<GiveKind>> closedWords<GiveKind>()
{
    static constexpr ClosedWord<GiveKind> words[] = {
        {GiveKind::Severity, u"severity"}, {GiveKind::Field, u"field"}, {GiveKind::Phase, u"phase"},
    };
    return words;
}

template<>
std::span<const ClosedWord<ListUse>> closedWords<ListUse>()
{
    static constexpr ClosedWord<ListUse> words[] = {
        {ListUse::Checklist, u"checklist"}, {ListUse::Playbook, u"playbook"}, {ListUse::Options, u"options"},
        {ListUse::Agenda, u"agenda"}, {ListUse::Procedure, u"procedure"}, {ListUse::Criteria, u"criteria"},
    };
    return words;
}

template<>
std::span<const ClosedWord<ListOrder>> closedWords<ListOrder>()
{
    static constexpr ClosedWord<ListOrder> words[] = {
        {ListOrder::Free, u"free"}, {ListOrder::Shown, u"shown"}, {ListOrder::Strict, u"strict"},
    };
    return words;
}

template<>
std::span<const ClosedWord<FieldType>> closedWords<FieldType>()
{
    static constexpr ClosedWord<FieldType> words[] = {
        {FieldType::Text, u"text"}, {FieldType::Long, u"long"}, {FieldType::Time, u"time"},
        {FieldType::Duration, u"duration"}, {FieldType::Number, u"number"}, {FieldType::Percent, u"percent"},
        {FieldType::Person, u"person"}, {FieldType::Choice, u"choice"}, {FieldType::Link, u"link"},
        {FieldType::Flag, u"flag"}, {FieldType::List, u"list"},
    };
    return words;
}

template<>
std::span<const ClosedWord<ContactKind>> closedWords<ContactKind>()
{
    static constexpr ClosedWord<ContactKind> words[] = {
        {ContactKind::OnCall, u"oncall"}, {ContactKind::Person, u"person"}, {ContactKind::Group, u"group"},
    };
    return words;
}

template<>
std::span<const ClosedWord<Distribution>> closedWords<Distribution>()
{
    static constexpr ClosedWord<Distribution> words[] = {
        {Distribution::Internal, u"internal"}, {Distribution::Public, u"public"},
    };
    return words;
}

template<>
std::span<const ClosedWord<ProcessStatus>> closedWords<ProcessStatus>()
{
    static constexpr ClosedWord<ProcessStatus> words[] = {
        {ProcessStatus::Draft, u"draft"}, {ProcessStatus::InForce, u"in_force"}, {ProcessStatus::Retired, u"retired"},
    };
    return words;
}

template<>
std::span<const ClosedWord<FreezeDay>> closedWords<FreezeDay>()
{
    static constexpr ClosedWord<FreezeDay> words[] = {
        {FreezeDay::Friday, u"friday"}, {FreezeDay::BeforeHoliday, u"before_holiday"},
    };
    return words;
}

// clang-format on

ArgumentKind argumentOf(MomentKind kind)
{
    switch (kind) {
    case MomentKind::Pattern: return ArgumentKind::Pattern;
    case MomentKind::PhaseEntered: return ArgumentKind::Phase;
    case MomentKind::FlagSet: return ArgumentKind::Flag;
    case MomentKind::RoleTaken:
    case MomentKind::RoleVacant:
    case MomentKind::HandoverDone: return ArgumentKind::Role;
    case MomentKind::UpdateSent: return ArgumentKind::Audience;
    case MomentKind::ListDone: return ArgumentKind::List;
    case MomentKind::FormDone: return ArgumentKind::Form;
    case MomentKind::ReviewDrafted:
    case MomentKind::ReviewHeld:
    case MomentKind::ReviewClosed: return ArgumentKind::Review;
    case MomentKind::DrillHeld: return ArgumentKind::Drill;
    default: return ArgumentKind::None;
    }
}

ArgumentKind argumentOf(Fact fact)
{
    switch (fact) {
    case Fact::RoleHours:
    case Fact::RoleNight: return ArgumentKind::Role;
    case Fact::Field: return ArgumentKind::Field;
    case Fact::System: return ArgumentKind::System;
    case Fact::ReviewState: return ArgumentKind::Review;
    case Fact::ActionItemsTagged: return ArgumentKind::Tag;
    default: return ArgumentKind::None;
    }
}

ArgumentKind argumentOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Update:
    case RecordKind::Reply: return ArgumentKind::Audience;
    case RecordKind::Review: return ArgumentKind::Review;
    default: return ArgumentKind::None;
    }
}

ArgumentKind argumentOf(CadenceKind kind)
{
    switch (kind) {
    case CadenceKind::Update: return ArgumentKind::Audience;
    case CadenceKind::Drill: return ArgumentKind::Drill;
    default: return ArgumentKind::None;
    }
}

} // namespace fireline::domain
