// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/calendar.h"

#include <algorithm>

namespace fireline::domain {

namespace {

// A calendar without a single business day must end the search, not the program.
constexpr int maximumDays = 40000;

} // namespace

Calendar::Calendar(const CalendarSpec &spec, const ProcessDefaults &defaults)
    : m_spec(spec)
    , m_defaults(defaults)
    , m_zone(spec.zone.toLatin1())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

QDateTime Calendar::local(Instant t) const
{
    return t.toUtc().toTimeZone(m_zone);
}

QDate Calendar::dateOf(Instant t) const
{
    return local(t).date();
}

Instant Calendar::at(QDate date, QTime time) const
{
    // A time that the change to summer time leaves out is read with the offset before the change: 02:30 becomes 03:30.
    const QDateTime utc(date, time, Qt::UTC);
    const int before = m_zone.offsetFromUtc(utc.addDays(-1));
    const qint64 guess = utc.toMSecsSinceEpoch() - qint64(before) * 1000;
    const int actual = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(guess, Qt::UTC));
    if (actual == before)
        return {guess * 1000};
    const qint64 other = utc.toMSecsSinceEpoch() - qint64(actual) * 1000;
    const bool exists = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(other, Qt::UTC)) == actual;
    return {(exists ? other : guess) * 1000};
}

Instant Calendar::opening(QDate date) const
{
    return at(date, m_spec.open);
}

Instant Calendar::closing(QDate date) const
{
    return m_spec.close == QTime(0, 0) ? at(date.addDays(1), QTime(0, 0)) : at(date, m_spec.close);
}

bool Calendar::isBusinessDay(QDate date) const
{
    return m_spec.days.contains(date.dayOfWeek()) && !m_spec.holidays.contains(date);
}

QDate Calendar::businessDayFrom(QDate date) const
{
    QDate day = date;
    for (int i = 0; i < maximumDays; ++i, day = day.addDays(1)) {
        if (isBusinessDay(day))
            return day;
    }
    return day;
}

bool Calendar::isOpen(Instant t) const
{
    const QDate day = dateOf(t);
    return isBusinessDay(day) && t >= opening(day) && t < closing(day);
}

bool Calendar::isFreeze(Instant t) const
{
    const QDate day = dateOf(t);
    if (m_spec.freeze.contains(FreezeDay::Friday) && day.dayOfWeek() == Qt::Friday)
        return true;
    if (!m_spec.freeze.contains(FreezeDay::BeforeHoliday))
        return false;
    for (int i = 1; i <= 7; ++i) {
        const QDate next = day.addDays(i);
        if (m_spec.holidays.contains(next))
            return true;
        if (m_spec.days.contains(next.dayOfWeek()))
            return false;
    }
    return false;
}

Instant Calendar::countsFrom(Instant t) const
{
    if (isOpen(t))
        return t;
    const QDate day = dateOf(t);
    if (isBusinessDay(day) && t < opening(day))
        return opening(day);
    return opening(businessDayFrom(day.addDays(1)));
}

Instant Calendar::addOpenTime(Instant anchor, Span length) const
{
    Instant from = countsFrom(anchor);
    Span left = std::max(length, Span{});
    for (int i = 0; i < maximumDays; ++i) {
        const QDate day = dateOf(from);
        const Span today = closing(day) - from;
        if (left <= today)
            return from + left;
        left = left - today;
        from = opening(businessDayFrom(day.addDays(1)));
    }
    return from;
}

Instant Calendar::addBusinessDays(Instant anchor, qint64 n) const
{
    const Instant from = countsFrom(anchor);
    if (n < 1)
        return from;
    const QDate start = dateOf(from);
    QDate day = start;
    for (qint64 i = 0; i < n; ++i)
        day = businessDayFrom(day.addDays(1));
    return addDays(from, start.daysTo(day));
}

Instant Calendar::endOfBusinessDay(Instant t) const
{
    return closing(dateOf(countsFrom(t)));
}

Instant Calendar::endOfNextBusinessDay(Instant t) const
{
    return closing(businessDayFrom(dateOf(t).addDays(1)));
}

Instant Calendar::endOfNextSprint(Instant t) const
{
    const int length = std::max(1, m_spec.sprintDays);
    if (!m_spec.sprintStart.isValid())
        return addDays(t, length);
    const qint64 since = m_spec.sprintStart.daysTo(dateOf(t));
    const qint64 begun = since >= 0 ? since / length : -((-since + length - 1) / length);
    return at(m_spec.sprintStart.addDays((begun + 2) * length), QTime(0, 0));
}

Instant Calendar::addDays(Instant t, qint64 days) const
{
    const QDateTime time = local(t);
    const Span fraction{t.us - t.toUtc().toMSecsSinceEpoch() * 1000};
    return days == 0 ? t : at(time.date().addDays(days), time.time()) + fraction;
}

Instant Calendar::addMonths(Instant t, qint64 months) const
{
    const QDate date = dateOf(t);
    return addDays(t, date.daysTo(date.addMonths(static_cast<int>(months))));
}

Instant Calendar::resolve(Duration duration, Instant anchor, Hours hours) const
{
    switch (duration.kind) {
    case Duration::Kind::Elapsed:
        return hours == Hours::Business ? addOpenTime(anchor, Span::seconds(duration.amount))
                                        : anchor + Span::seconds(duration.amount);
    case Duration::Kind::Now: return hours == Hours::Business ? addOpenTime(anchor, m_defaults.now) : anchor + m_defaults.now;
    case Duration::Kind::BusinessHours: return addOpenTime(anchor, Span::hours(duration.amount));
    case Duration::Kind::BusinessDays: return addBusinessDays(anchor, duration.amount);
    case Duration::Kind::Sprints: return addDays(anchor, duration.amount * m_spec.sprintDays);
    case Duration::Kind::Months: return addMonths(anchor, duration.amount);
    case Duration::Kind::EndOfDay: return endOfBusinessDay(anchor);
    case Duration::Kind::NextBusinessDay: return endOfNextBusinessDay(anchor);
    case Duration::Kind::NextSprint: return endOfNextSprint(anchor);
    }
    return anchor;
}

Calendar::Bounds Calendar::resolve(const Window &window, Instant anchor, Hours hours) const
{
    const Instant late = resolve(window.late, anchor, hours);
    const Instant due = window.due ? resolve(*window.due, anchor, hours) : late - m_defaults.dueSoon;
    return {std::min(late, std::max(anchor, due)), late};
}

} // namespace fireline::domain
