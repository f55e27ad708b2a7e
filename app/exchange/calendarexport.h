// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace fireline::exchange {

/// One thing that falls due when no console may be open: a review, an action item, the next drill.
struct CalendarDue
{
    QString uid; ///< stable over exports, so that a calendar replaces rather than doubles it
    QString summary;
    QString description;
    domain::Instant due;
};

/// The dues as an iCalendar file (RFC 5545): one event of zero length each, UTC, lines folded at 75 bytes. Pure.
[[nodiscard]] QByteArray toICalendar(const QList<CalendarDue> &dues, domain::Instant now);

} // namespace fireline::exchange
