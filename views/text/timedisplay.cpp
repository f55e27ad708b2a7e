// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/timedisplay.h"

#include "core/daytime.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

TimeDisplay::TimeDisplay(QTimeZone local, QObject *parent) : QObject(parent), m_local(std::move(local)) { }

void TimeDisplay::setUtc(bool utc)
{
    if (utc == m_utc)
        return;
    m_utc = utc;
    emit changed();
}

QString TimeDisplay::time(domain::Instant t) const
{
    return t.toUtc().toTimeZone(zone()).toString(u"HH:mm:ss"_s);
}

QString TimeDisplay::minute(domain::Instant t) const
{
    return t.toUtc().toTimeZone(zone()).toString(u"HH:mm"_s);
}

QString TimeDisplay::dayMinute(domain::Instant t) const
{
    return domain::dayMinute(t, m_now, zone());
}

void TimeDisplay::setNow(domain::Instant now)
{
    const bool sameDay = m_now.isSet() && day(m_now) == day(now);
    m_now = now;
    if (!sameDay)
        emit changed();
}

QString TimeDisplay::full(domain::Instant t) const
{
    return t.toUtc().toTimeZone(zone()).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + zoneName(t);
}

QString TimeDisplay::day(domain::Instant t) const
{
    return t.toUtc().toTimeZone(zone()).toString(u"yyyy-MM-dd"_s);
}

QString TimeDisplay::zoneName(domain::Instant t) const
{
    return m_utc ? u"UTC"_s : m_local.abbreviation(t.toUtc());
}

} // namespace fireline::views
