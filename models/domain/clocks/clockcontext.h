// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"
#include "process/calendar.h"
#include "rules/rulecontext.h"

#include <optional>

// What the files of this folder share. Nobody outside includes it.
namespace fireline::domain {

/// One question "which clocks run?". Lives for one call of runningClocks().
struct ClockContext
{
    RuleContext rules;
    Calendar calendar;

    [[nodiscard]] const IncidentState &state() const { return rules.state; }
    [[nodiscard]] Instant now() const { return rules.now; }
};

/// A clock with what its rule says of it; id without item or rung.
[[nodiscard]] RunningClock clockOf(const Envelope &rule, RunningClock::Kind kind);

/// Names the clock after its item and gives it to the item's owner where the rule says "owner".
void bindItem(RunningClock &clock, const QString &item, const ClockContext &context);

/// State from due, late, doneAt and the snoozes.
void settle(RunningClock &clock, const ClockContext &context);

/// When a moment that ends something came at or after `since`; unset while it has not. A reopened incident is not resolved.
[[nodiscard]] Instant endedAt(const Moment &moment, Instant since, const ClockContext &context, const QString &item = {});

/// Whether a clock that counts from `anchor` has run out with `until`, or, where none is named, with its scope.
[[nodiscard]] bool isOver(Scope scope, const std::optional<Moment> &until, Instant anchor, const ClockContext &context,
                          const QString &item = {});

/// Whether what a clock counts from is no longer so: the flag is cleared, the role left by all, or filled again.
[[nodiscard]] bool isUndone(const Moment &from, const ClockContext &context);

/// Whether nobody waits for this item any more: a cancelled order, a cleared alert.
[[nodiscard]] bool isItemGone(const QString &item, const ClockContext &context);

[[nodiscard]] QList<RunningClock> deadlineClocks(const DeadlineRule &rule, const ClockContext &context);
[[nodiscard]] QList<RunningClock> cadenceClocks(const CadenceRule &rule, const ClockContext &context);
[[nodiscard]] QList<RunningClock> ladderClocks(const LadderRule &rule, const ClockContext &context);
[[nodiscard]] QList<RunningClock> orderClocks(const ClockContext &context);
[[nodiscard]] QList<RunningClock> shadowClocks(const ClockContext &context);
[[nodiscard]] QList<RunningClock> revisitClocks(const ClockContext &context);
/// What the last update to each audience promised: "next update by 11:15".
[[nodiscard]] QList<RunningClock> promiseClocks(const ClockContext &context);
/// The clocks and those promises, one clock for each audience: the earlier time counts.
[[nodiscard]] QList<RunningClock> withPromises(QList<RunningClock> clocks, const ClockContext &context);

/// The moment that a cadence waits for: "update.sent/A", "drill.held/D" …; none for check-ins, which are no moment of the
/// vocabulary.
[[nodiscard]] std::optional<Moment> momentOf(const CadenceRule &rule);
/// "update/public", "checkin": the key of state.cadences and of `/cadence`.
[[nodiscard]] QString itemKey(const CadenceRule &rule);
/// One round of a cadence from `anchor`.
[[nodiscard]] RunningClock cadenceRound(const CadenceRule &rule, const Window &window, Instant anchor,
                                        const ClockContext &context);

} // namespace fireline::domain
