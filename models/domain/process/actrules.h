// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/envelope.h"

namespace fireline::domain {

/// Who may do an act.
struct AuthorityRule
{
    Envelope rule;
    QList<Act> acts;
    AuthorityMode mode = AuthorityMode::Only;
    QStringList who;
    Count count = Count::All; ///< approved_by: how many of `who`
    bool byRequest = false;   ///< only when the author asks for approval
};

/// One condition of a gate.
struct GateNeed
{
    std::optional<Cond> is; ///< set: ticks itself; unset: a person of `by` ticks
    QString text;
    QStringList by;
};

/// What must be true before an act.
struct GateRule
{
    Envelope rule;
    QList<Act> before;
    QStringList into; ///< with phase.move: only moves into these phases
    QList<GateNeed> needs;
    bool automatic = false; ///< the act happens when all hold
};

} // namespace fireline::domain
