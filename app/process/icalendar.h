// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"

#include <QByteArray>
#include <QDate>
#include <QSet>

namespace fireline::process {

/// The days of a calendar file and what of it could not be used.
struct HolidayCalendar
{
    QSet<QDate> dates;
    QList<Finding> findings;
};

/// Reads the whole-day events of an iCalendar file (RFC 5545): DTSTART, DTEND, RDATE and EXDATE of VALUE=DATE, and yearly
/// RRULEs with INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY and BYDAY in one month. Yearly days are taken up to the end of 2045,
/// whatever today is, so that the same file always gives the same days. Cancelled events are left out. At most 1 MiB, 20000
/// lines, 4000 days; what is not understood is a finding with its line. Pure; any thread; never throws.
[[nodiscard]] HolidayCalendar readHolidays(const QByteArray &bytes, const QString &fileName);

} // namespace fireline::process
