// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/envelope.h"

namespace fireline::domain {

struct TableCell
{
    bool any = false;
    QString value;
};

struct TableRow
{
    QList<TableCell> in; ///< one per input
    QString out;
};

/// A decision table: proposes, the person decides.
struct TableRule
{
    enum class Otherwise { Ask, Worst, Value };
    Envelope rule;
    GiveKind give = GiveKind::Severity;
    QString field; ///< with GiveKind::Field
    QList<FactRef> inputs;
    QList<TableRow> rows; ///< the first matching row wins
    Otherwise otherwise = Otherwise::Ask;
    QString otherwiseValue;
};

struct ListItem
{
    QString text;
    QString by; ///< Who; empty: anyone
    std::optional<Cond> tick;
    QString say;
    std::optional<Duration> wait;
    QString form;
    int minutes = 0;
    QString speed;
    QString useWhen;
    QString run;     ///< command to copy
    QString section; ///< heading of a Markdown playbook; empty in process files
    std::optional<Act> act;
    int line = 0;

    /// What to show: text, else what is said.
    [[nodiscard]] QString label() const { return text.isEmpty() ? say : text; }
};

/// Checklist, playbook, options, agenda, procedure or criteria.
struct ListRule
{
    enum class For { Nobody, Who, Phase, Act };
    Envelope rule;
    ListUse use = ListUse::Checklist;
    For forKind = For::Nobody;
    QString forId; ///< Who or phase id
    Act forAct = Act::Declare;
    ListOrder order = ListOrder::Shown;
    std::optional<Cond> start;
    QList<ListItem> items;
};

} // namespace fireline::domain
