// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::domain {

/// Where one item of a checklist, playbook or procedure stands.
struct ItemStatus
{
    enum class State { Open, Ticked /* by itself */, Checked /* by a person */, Skipped };
    State state = State::Open;
    QString reason; ///< who ticked or skipped it, or what ticked it
    Instant at;     ///< unset when it ticked itself by a fact
};

struct ListStatus
{
    const ListRule *list = nullptr;
    bool offered = false; ///< its phase has been reached and its `when` and `start` hold, or it was started by hand
    Instant startedAt;
    QList<ItemStatus> items;

    [[nodiscard]] bool done() const;
    /// 0-based position of the first open item; -1 when none is.
    [[nodiscard]] int next() const;
    [[nodiscard]] int settled() const;
};

[[nodiscard]] ListStatus listStatus(const ListRule &list, const RuleContext &context);

} // namespace fireline::domain
