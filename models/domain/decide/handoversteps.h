// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <optional>

namespace fireline::domain {

/// One step of the process's handover procedure, and whether it is done (SRE-18, HUB-11).
struct HandoverStep
{
    enum class Kind { Able, Shadow, Sitrep, Announce, System, Accept };
    Kind kind = Kind::Able;
    const ListItem *item = nullptr;
    int number = 0; ///< 1-based position in the list
    bool done = false;
    Instant readyAt; ///< Shadow: when its time is over; unset while it has not begun
};

/// The procedure for handover.accept that applies now; null when the process has none.
[[nodiscard]] const ListRule *handoverProcedure(const RuleContext &context);

/// Its steps with their state for the running handover, none of them done while none runs; empty without a procedure.
[[nodiscard]] QList<HandoverStep> handoverSteps(const RuleContext &context);

/// What whoever takes over has to say next, and since when nothing else is missing.
struct HandoverTurn
{
    HandoverStep::Kind kind = HandoverStep::Kind::Accept; ///< Able, Shadow (not begun) or Accept
    Instant since;
};

/// Told from the state, whatever steps the process has: without any, "I have command" is missing from the offer on. None while
/// no handover runs, the outgoing one has a step to take, or shadowing takes its time.
[[nodiscard]] std::optional<HandoverTurn> incomingTurn(const RuleContext &context);

} // namespace fireline::domain
