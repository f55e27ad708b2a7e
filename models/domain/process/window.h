// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QMap>
#include <QString>
#include <QStringView>

#include <optional>

namespace fireline::domain {

/// A length or bound as a process file writes it (vocabulary 1). Resolved against an anchor by Calendar. A value.
struct Duration
{
    enum class Kind {
        Elapsed,         ///< amount = seconds: 30s 15m 4h 3d 2w
        BusinessHours,   ///< 8bh
        BusinessDays,    ///< 5bd
        Sprints,         ///< 2sp: so many sprint lengths
        Months,          ///< 3mo: calendar months
        Now,             ///< defaults.now
        EndOfDay,        ///< eod: end of this business day, of the next one when closed
        NextBusinessDay, ///< next_bd: end of the next business day
        NextSprint,      ///< next_sprint: end of the sprint that starts next
    };
    Kind kind = Kind::Elapsed;
    qint64 amount = 0; ///< seconds or a count, see kind; 0 for the bounds. Never negative.

    static constexpr Duration seconds(qint64 n) { return {Kind::Elapsed, n}; }
    constexpr bool operator==(const Duration &) const = default;

    /// As written in a process file: "15m", "5bd", "eod".
    [[nodiscard]] QString toText() const;
    /// Exactly one form of vocabulary 1, without blanks; at most ten years.
    static std::optional<Duration> fromText(QStringView text);
};

/// `A..B`: due from A, late after B. One value X: late after X, due `defaults.due_soon` before (decisions 10).
struct Window
{
    std::optional<Duration> due; ///< unset: due `defaults.due_soon` before late
    Duration late;

    bool operator==(const Window &) const = default;
    [[nodiscard]] QString toText() const;
    static std::optional<Window> fromText(QStringView text);
};

/// One window for all severities, or one each; a severity that is not named has no such clock.
struct PerSeverity
{
    std::optional<Window> all;
    QMap<QString, Window> bySeverity;

    bool operator==(const PerSeverity &) const = default;
    [[nodiscard]] bool isEmpty() const { return !all && bySeverity.isEmpty(); }
    /// The window for a severity id (may be empty = not yet assessed); null when there is no such clock.
    [[nodiscard]] const Window *forSeverity(const QString &severity) const;
};

} // namespace fireline::domain
