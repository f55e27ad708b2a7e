// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/decide.h"
#include "rules/forms.h"
#include "rules/judge.h"

#include <QHash>

#include <optional>

namespace fireline::domain {

/// What a verb would write, and what the process has to be asked before it may.
struct Proposal
{
    QList<EventDraft> events;
    std::optional<Act> act;
    ActAtHand atHand; ///< actor is filled in by the judge
    ApprovalState approval;
    std::optional<RecordAtHand> record; ///< forms and lints to check
    bool recordBlocks = true;           ///< false: what is missing only warns (a draft)
    bool unanswered = false;            ///< nobody answered anything that the record asks for: that is asked first
    QList<Notice> notices;              ///< of the domain itself
};

/// One command on its way to a decision: the question and helpers that every verb needs. Lives for one decide().
class Asking
{
public:
    Asking(const DecideInput &input, const Command &command);

    [[nodiscard]] const IncidentState &state() const { return m_input.state; }
    [[nodiscard]] const Process &process() const { return m_input.process; }
    [[nodiscard]] const Command &command() const { return m_command; }
    [[nodiscard]] Instant now() const { return m_input.now; }
    [[nodiscard]] Instant at() const { return m_at; }
    [[nodiscard]] const QString &by() const { return m_by; }
    [[nodiscard]] const QString &typist() const { return m_input.typist; }
    [[nodiscard]] QString arg(QStringView key) const { return m_command.args.value(key).toString().trimmed(); }
    [[nodiscard]] QJsonObject fields() const { return m_command.args.value(u"fields").toObject(); }
    [[nodiscard]] RuleContext context(const ActAtHand &atHand = {}) const;

    /// A draft of one event at the command's time, with `by`, tags and flags taken along.
    [[nodiscard]] EventDraft event(const QString &type, const QJsonObject &payload) const;
    /// A proposal of one event governed by `act`.
    [[nodiscard]] Proposal propose(const QString &type, const QJsonObject &payload, std::optional<Act> act = std::nullopt) const;

    /// The people meant by "who": a role word becomes its holders, or the role's id while it is vacant.
    [[nodiscard]] QStringList whoPeople() const;
    [[nodiscard]] QStringList whoWords() const;

private:
    const DecideInput &m_input;
    const Command &m_command;
    QString m_by;
    Instant m_at;
};

using Proposer = Outcome<Proposal> (*)(const Asking &);

// One table per group of verbs; decide() joins them.
[[nodiscard]] QHash<Verb, Proposer> lifeProposers();
[[nodiscard]] QHash<Verb, Proposer> peopleProposers();
[[nodiscard]] QHash<Verb, Proposer> memberProposers();
[[nodiscard]] QHash<Verb, Proposer> handoverProposers();
[[nodiscard]] QHash<Verb, Proposer> workProposers();
[[nodiscard]] QHash<Verb, Proposer> changeProposers();
[[nodiscard]] QHash<Verb, Proposer> communicationProposers();
[[nodiscard]] QHash<Verb, Proposer> escalationProposers();
[[nodiscard]] QHash<Verb, Proposer> entryProposers();
[[nodiscard]] QHash<Verb, Proposer> bookkeepingProposers();
[[nodiscard]] QHash<Verb, Proposer> reviewProposers();

inline size_t qHash(Verb verb, size_t seed = 0)
{
    return ::qHash(int(verb), seed);
}

/// What `/edit #I1 ticket=…` asks for: an action item is completed piece by piece.
[[nodiscard]] Outcome<Proposal> editActionItem(const Asking &asking, const ActionItemRecord &item);

/// A refusal of the domain itself. `rule` may name the rule of the process that it rests on.
[[nodiscard]] Problem refusal(const QString &code, const QString &text, const Envelope *rule = nullptr);
/// A refusal because a reference names nothing.
[[nodiscard]] Problem noSuch(const QString &what, const QString &ref, const QStringList &known = {});

} // namespace fireline::domain
