// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/daytime.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

QString dayMinute(Instant t, Instant now, const QTimeZone &zone)
{
    const QDateTime there = t.toUtc().toTimeZone(zone);
    const bool today = !now.isSet() || there.date() == now.toUtc().toTimeZone(zone).date();
    return there.toString(today ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
}

} // namespace fireline::domain
