// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace fireline::domain {

/// Everything a person (or a connector on their behalf) can ask for. The closed table of verbs: what is typed, what
/// buttons build and what a process governs are the same list.
// clang-format off
enum class Verb {
    Declare, Withdraw, Confirm, Begin, Claim, Role, Severity, Phase, Impact, Flag, Unflag,
    Alert, AckAlert, SilenceAlert, ClearAlert, Report,
    Note, Finding, Todo, Field,
    Action, Ask, Timer, Ack, Done, Fail, Extend, Cancel,
    Hypothesis, TestHypothesis, ConfirmHypothesis, RuleOut,
    Change, Approve, Refuse, Execute, VerifyChange, Breach,
    Mitigation, MitigationResult, Decision, Poll, PollOk, PollObject, PollClose,
    Draft, Edit, AskApproval, ApproveUpdate, Send, SendOutcome, Reply,
    Cadence, Snooze, CheckIn, Page, Notify, Escalate, AnswerRung, SkipRung,
    Handover, Able, Shadow, Sitrep, Handing, IHaveCommand, Decline, Takeover,
    CheckItem, UncheckItem, SkipItem, StartList, GateConfirm, Override,
    RootCause, Resolve, Reopen, Close,
    Correct, Retime, Retract, Restore, Pin, Tag, Attach, Snap,
    ReviewEdit, Why, Factor, ActionItem, ActionItemDone, Schedule, Held, CloseReview,
    System, AdoptProcess,
    Restrict, AddMember, RemoveMember,
};
// clang-format on

/// One thing asked for. Built by the quick-entry parser, a button, an importer or a scenario; judged by decide().
/// A value; any thread.
///
/// Keys of `args`, each only where the verb takes it (see verbSpec): "text", "why", "ref" (an object such as "A12"),
/// "who" (array of people or role words as typed, without "@"), "id" (an id of the process: severity, phase, role, flag,
/// list, gate, ladder, rule, audience, review, clock), "item" (1-based number or text), "fields" (object of strings),
/// "tags" (array), "flags" (array of "key", "restricted", "internal", "handson"), "dueUs" (microseconds from `at`),
/// "dueAtUs" (an instant), "leave" with "person" (whom /role takes out of a role), "timeUs" (an instant named in the body),
/// and what a verb's help names.
struct Command
{
    Verb verb = Verb::Note;
    Instant at; ///< when it happened; unset means now
    QString by; ///< who did it; empty means the person at this console (decisions 3)
    QJsonObject args;

    [[nodiscard]] QString text(QStringView key = u"text") const { return args.value(key).toString(); }
};

/// How a verb is written and what it takes.
struct VerbSpec
{
    Verb verb = Verb::Note;
    QStringView name;    ///< canonical word after "/": "ackalert"
    QStringView aliases; ///< further words, blank-separated
    QStringView act;     ///< act a process can govern; empty where none is
    QStringView grammar; ///< shape of the body for help and for the parser's tests: "REF text"
};

/// The whole table, in the order of help.
[[nodiscard]] const QList<VerbSpec> &verbTable();
[[nodiscard]] const VerbSpec &verbSpec(Verb verb);
/// By exact word, else by unique prefix over names and aliases; nothing when unknown or ambiguous.
[[nodiscard]] std::optional<Verb> verbFromWord(QStringView word);

} // namespace fireline::domain
