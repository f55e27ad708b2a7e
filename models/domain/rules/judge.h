// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QList>

namespace fireline::domain {

/// What someone approved: people and the hash each of them saw, against the hash it has now.
struct ApprovalState
{
    QList<Approval> given;
    QString hash;
    bool asked = false; ///< the author asked for approval ("if needed")
};

/// Everything the process says about an act at hand: authority rules and gates, in the order of the file. Refusals first
/// (vocabulary 6.1). A refusal that an unused override of the state lets through comes back as a warning with code
/// "overridden".
[[nodiscard]] QList<Notice> judgeAct(Act act, const RuleContext &context, const ApprovalState &approval = {});

/// What gates in the way of one act are missing, together: their own words, every condition, how the phase that one asks for is
/// reached, and how what rests on a person's word is confirmed. One line.
[[nodiscard]] QString missingText(const QList<const GateRule *> &gates, const RuleContext &context);

/// A notice of a rule, its citation filled in.
[[nodiscard]] Notice noticeOf(const Envelope &rule, const QString &code, const QString &text);

/// Turns refusals that an unused override lets through into warnings.
void passOverrides(QList<Notice> &notices, const IncidentState &state);

/// The first refusal; null when there is none.
[[nodiscard]] const Notice *firstRefusal(const QList<Notice> &notices);

} // namespace fireline::domain
