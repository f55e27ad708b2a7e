// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/vocabulary.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// Only the shape of conditions; what they mean over a state is the rule engine's.
namespace fireline::domain {

/// A fact and its argument: "field/user_impact", "role.hours/ic", "severity". A value.
struct FactRef
{
    Fact fact = Fact::Severity;
    QString arg; ///< the part after "/"; for `system` it is "S.THING"

    bool operator==(const FactRef &) const = default;
    [[nodiscard]] QString toText() const { return arg.isEmpty() ? wordOf(fact) : wordOf(fact) + u'/' + arg; }
};

/// One line of a Cond: the fact equals one of `values`, or lies between min and max (both inclusive).
struct FactTest
{
    FactRef fact;
    QStringList values; ///< any of; numbers as written, booleans as "true" and "false"
    std::optional<double> min;
    std::optional<double> max;

    bool operator==(const FactTest &) const = default;
    [[nodiscard]] bool isRange() const { return min || max; }
};

/// All `tests` hold, and at least one of `any` (when there are any), and not a single one of `none`.
/// An empty Cond always holds.
struct Cond
{
    QList<FactTest> tests;
    QList<Cond> any;
    QList<Cond> none;

    bool operator==(const Cond &) const = default;
    [[nodiscard]] bool isEmpty() const { return tests.isEmpty() && any.isEmpty() && none.isEmpty(); }
};

/// The instant of the latest such event by occurredAt; a moment of an item (order, action item, alert, change) makes
/// one clock per item.
struct Moment
{
    MomentKind kind = MomentKind::Declared;
    QString arg; ///< the part after "/"

    bool operator==(const Moment &) const = default;
    [[nodiscard]] QString toText() const { return arg.isEmpty() ? wordOf(kind) : wordOf(kind) + u'/' + arg; }
};

/// "update/public", "ticket": what a form or a lint is about.
struct Target
{
    RecordKind record = RecordKind::Declare;
    QString arg;

    bool operator==(const Target &) const = default;
    [[nodiscard]] QString toText() const { return arg.isEmpty() ? wordOf(record) : wordOf(record) + u'/' + arg; }
};

} // namespace fireline::domain
