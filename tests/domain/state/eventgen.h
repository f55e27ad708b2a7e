// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QList>

#include <rapidcheck.h>

namespace fireline::domain::test {

/// Any sequence of events, as it may come from a file that somebody else wrote: mostly payloads of the shape their type asks
/// for, with references to events before; some of an unknown type, without their fields or with wrong ones. No ids repeat.
rc::Gen<QList<Event>> anyEvents();

/// A first event that declares an incident.
Event declaration();

/// An event of that type, `number` events after the declaration, a minute each.
Event eventOf(const QString &type, const QJsonObject &payload, int number);

} // namespace fireline::domain::test
