// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

// The closed words of a process file. Each enum has one table (vocabulary.cpp) that is the only place of its spelling.
namespace fireline::domain {

// clang-format off
/// What a rule can govern (2.1).
enum class Act {
    Declare, Withdraw, Confirm, Begin, Claim, RoleAssign, HandoverOffer, HandoverAccept, Takeover, SeveritySet, PhaseMove,
    FlagSet, OrderGive, OrderAck, ChangePropose, ChangeApprove, ChangeExecute, ChangeVerify, MitigationApply,
    HypothesisVerify, DecisionMake, UpdateDraft, UpdateSend, ReplySend, PageSend, NotifySend, EntryPost, EntryRetract,
    EvidenceRemove, Resolve, Reopen, Close, ReviewHold, ReviewClose, ActionItemClose, DrillHold, ProcessReview,
};

/// Kinds of instants a clock can start or end at (2.2); some take an argument, see argumentOf().
enum class MomentKind {
    ImpactStart, ImpactEnd, Detected, AlertFired, AlertCleared, Acknowledged, ResponseBegun, ReportReceived, Pattern,
    Declared, Confirmed, Begun, SeveritySet, SeverityRaised, PhaseEntered, FlagSet, RoleTaken, RoleVacant, HandoverDone,
    OrderGiven, OrderAcked, Progress, ChangeExecuted, MitigationApplied, HypothesisVerified, UpdateSent, ListDone,
    FormDone, Resolved, Reopened, Closed, ReviewDrafted, ReviewHeld, ReviewClosed, ActionItemCreated, ActionItemDone,
    TicketFiled, DrillHeld, ProcessReviewed,
};

/// Pure reads of the state or of the command at hand (2.3); some take an argument.
enum class Fact {
    Severity, Phase, Flag, Audience, ActorRole, RoleFilled, PeopleActive, ImpactEnded, ImpactSpreading, AlertsFiring,
    AlertsReceived, AlertTag, AlertType, ReportsCustomer, IncidentHours, RoleHours, RoleNight, Field, ListDone, FormDone, System,
    HypothesisVerified, MitigationResult, MitigationTemporary, ChangeKind, ChangeRisk, ChangeStaged, EntryHandsOn,
    ReviewState, ActionItemsTagged, ActionItemsUnlinked, ActionItemsOpen, Exported, Calendar,
};

enum class EffectKind { Page, Notify, Prompt, Open, Draft, Create, Propose, SetFlag, Restrict };
enum class ProposeKind { Severity, Phase, Role, Handover };

/// What a form or a lint is about (2.5).
enum class RecordKind {
    Declare, Ack, Triage, Announcement, Order, Update, Reply, Finding, Change, Mitigation, Sitrep, Ticket, ActionItem,
    Review, Resolution, Closure, Script, Drill,
};

enum class RuleKind { Authority, Gate, Deadline, Cadence, Ladder, Form, Lint, Table, List };
enum class Scope { Incident, Review, Process };
enum class RuleEffect { Refuse, Warn, Prompt };
enum class AuthorityMode { Only, Never, ApprovedBy };
enum class Count { All, Any };
enum class Hours { Always, Business };
enum class Urgency { High, Low };
enum class CadenceKind { Update, CheckIn, Drill, ProcessReview };
enum class LintFind { Words, Names, Promise, Cause, Length, PastTime };
enum class GiveKind { Severity, Field, Phase };
enum class ListUse { Checklist, Playbook, Options, Agenda, Procedure, Criteria };
enum class ListOrder { Free, Shown, Strict };
enum class FieldType { Text, Long, Time, Duration, Number, Percent, Person, Choice, Link, Flag, List };
enum class ContactKind { OnCall, Person, Group };
enum class Distribution { Internal, Public };
enum class ProcessStatus { Draft, InForce, Retired };
enum class FreezeDay { Friday, BeforeHoliday };

/// What the part after "/" of a moment, fact, record or cadence item names.
enum class ArgumentKind { None, Phase, Flag, Role, Audience, List, Form, Review, Drill, Pattern, Field, System, Tag };
// clang-format on

[[nodiscard]] ArgumentKind argumentOf(MomentKind kind);
[[nodiscard]] ArgumentKind argumentOf(Fact fact);
[[nodiscard]] ArgumentKind argumentOf(RecordKind kind);
[[nodiscard]] ArgumentKind argumentOf(CadenceKind kind);

/// A closed word and its value.
template<typename E>
struct ClosedWord
{
    E value;
    QStringView word;
};

/// Every word of a closed list in the order of the vocabulary page. Specialised in vocabulary.cpp for the enums above only.
template<typename E>
[[nodiscard]] std::span<const ClosedWord<E>> closedWords();

/// The spelling in a process file, e.g. "update.send".
template<typename E>
[[nodiscard]] QString wordOf(E value)
{
    for (const auto &entry : closedWords<E>()) {
        if (entry.value == value)
            return entry.word.toString();
    }
    return {};
}

/// The value of an exact word; nothing when it is not in the closed list.
template<typename E>
[[nodiscard]] std::optional<E> fromWord(QStringView word)
{
    for (const auto &entry : closedWords<E>()) {
        if (entry.word == word)
            return entry.value;
    }
    return std::nullopt;
}

} // namespace fireline::domain
