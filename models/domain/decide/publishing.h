// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "rules/forms.h"
#include "rules/judge.h"

#include <optional>

namespace fireline::domain {

/// A status update or a reply as it is being written, whether it was recorded or not. A value.
struct WordsAtHand
{
    QString target;     ///< "update/public", "reply/customers", "announcement/lad.initial"
    QString state;      ///< word of the audience
    QJsonObject fields; ///< as stated; what the console knows need not be there
    QString text;       ///< further words beside the fields
    QString actor;      ///< who would send it
    QString author;
    ApprovalState approval; ///< what was approved of it; the hash is worked out anew
    bool recorded = false;  ///< exactly as recorded: nothing is filled in any more, as what was approved is what is sent
};

/// What the process says of such words: what decide() would say to sending them now. A value.
struct Publishing
{
    RecordAtHand record; ///< with what the console knows filled in
    QString text;        ///< what would be read
    QString hash;        ///< what an approval is bound to
    QList<const FormRule *> forms;
    QList<Notice> notices;             ///< authority, approval, gates, missing fields, lints; refusals among them stop it
    std::optional<Problem> keptInside; ///< set: nothing of this incident goes to this audience now
    QStringList approvers;             ///< Who words of the approval rules that apply; empty: nobody is asked
    bool approvalByRequest = false;    ///< only when the author asks
    bool approved = false;             ///< every approval that applies was given for this very text

    [[nodiscard]] bool refused() const { return keptInside || firstRefusal(notices); }
};

/// Pure; the same questions in the same order as `/send`, `/reply` and, for other records, `/draft`.
[[nodiscard]] Publishing publishing(const WordsAtHand &words, const IncidentState &state, const Process &process, Instant now);

/// Free text is the summary where a form asks for one and none is given.
void takeSummary(RecordAtHand &record, const RuleContext &context);

/// The hash of what would be read and of all that it is made of; hex.
[[nodiscard]] QString hashOf(const RecordAtHand &record);

/// The rules that want updates like the one at hand approved before they are sent.
[[nodiscard]] QList<const AuthorityRule *> approvalRules(const RuleContext &context);

} // namespace fireline::domain
