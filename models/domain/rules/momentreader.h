// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QList>

namespace fireline::domain {

/// One instant of a moment; `item` is the short id for moments that have one clock per item.
struct MomentAt
{
    Instant at;
    QString item;
};

/// The latest such event by time of occurrence; unset when it never happened. Resolves what needs the process too: progress,
/// severity.raised, pattern/P (HDF-10), list.done/L, response.begun.
[[nodiscard]] Instant latestMoment(const Moment &moment, const RuleContext &context);

/// Whether the moment is one of an item (order, action_item, alert, change).
[[nodiscard]] bool isItemMoment(MomentKind kind);

/// One per item, the latest each, in order of appearance.
[[nodiscard]] QList<MomentAt> itemMoments(const Moment &moment, const RuleContext &context);

/// The first such event at or after `since`, for one item when `item` is given (an event without an item counts for all).
[[nodiscard]] Instant firstMomentSince(const Moment &moment, Instant since, const RuleContext &context, const QString &item = {});

} // namespace fireline::domain
