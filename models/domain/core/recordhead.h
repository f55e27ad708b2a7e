// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventverifier.h"

#include <QList>

namespace fireline::domain {

/// How far a record reaches that consists of these events, given in recorded order. What is printed of it names this head, so
/// that whoever holds the paper can ask the record whether it was ever so (`fireline verify --printed`). Pure; any thread.
[[nodiscard]] RecordedHead headOf(const QList<Event> &events);

/// The head behind one more event, where `heads` are those after each event before it.
[[nodiscard]] QByteArray nextHead(const QList<QByteArray> &heads, const Event &event);

} // namespace fireline::domain
