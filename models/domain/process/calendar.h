// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/calendarspec.h"
#include "process/window.h"

#include <QTimeZone>

namespace fireline::domain {

/// The working time of a process: business hours and days, holidays, sprints, freeze (vocabulary 1). Counted in the
/// calendar's zone, so that days of 23 and 25 hours come out right. Pure; a value; any thread.
class Calendar
{
public:
    /// An unknown zone counts as UTC (the loader refuses one).
    explicit Calendar(const CalendarSpec &spec = {}, const ProcessDefaults &defaults = {});

    [[nodiscard]] bool isBusinessDay(QDate date) const;
    /// From opening (inclusive) to closing (exclusive) of a business day.
    [[nodiscard]] bool isOpen(Instant t) const;
    /// A day on which nothing risky is deployed: Friday, or the last day before a holiday (a weekend between them does not
    /// matter), whichever the process names.
    [[nodiscard]] bool isFreeze(Instant t) const;

    /// `t` itself when open, else the next opening.
    [[nodiscard]] Instant countsFrom(Instant t) const;
    /// So much open time after countsFrom(anchor). Negative lengths count as zero.
    [[nodiscard]] Instant addOpenTime(Instant anchor, Span length) const;
    /// Same time of day on the n-th business day after countsFrom(anchor). n < 1 gives countsFrom(anchor).
    [[nodiscard]] Instant addBusinessDays(Instant anchor, qint64 n) const;
    /// Closing of this business day; of the next one when closed.
    [[nodiscard]] Instant endOfBusinessDay(Instant t) const;
    /// Closing of the first business day after the date of `t`.
    [[nodiscard]] Instant endOfNextBusinessDay(Instant t) const;
    /// Midnight after the last day of the sprint that starts next after the date of `t`; without a sprint start,
    /// one sprint length after `t`.
    [[nodiscard]] Instant endOfNextSprint(Instant t) const;
    /// Calendar days and months in the zone: same time of day; a day the month lacks becomes its last.
    [[nodiscard]] Instant addDays(Instant t, qint64 days) const;
    [[nodiscard]] Instant addMonths(Instant t, qint64 months) const;

    /// When a length after `anchor` is over. With Hours::Business elapsed lengths count open time only, so "0s" is
    /// countsFrom(anchor).
    [[nodiscard]] Instant resolve(Duration duration, Instant anchor, Hours hours = Hours::Always) const;

    struct Bounds
    {
        Instant due; ///< never before the anchor, never after late
        Instant late;
    };
    /// Both ends of a window; one value is due `defaults.due_soon` before it is late (decisions 10).
    [[nodiscard]] Bounds resolve(const Window &window, Instant anchor, Hours hours = Hours::Always) const;

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] QDate dateOf(Instant t) const;

private:
    [[nodiscard]] QDateTime local(Instant t) const;
    [[nodiscard]] Instant at(QDate date, QTime time) const;
    [[nodiscard]] Instant opening(QDate date) const;
    [[nodiscard]] Instant closing(QDate date) const;
    [[nodiscard]] QDate businessDayFrom(QDate date) const;

    CalendarSpec m_spec;
    ProcessDefaults m_defaults;
    QTimeZone m_zone;
};

} // namespace fireline::domain
