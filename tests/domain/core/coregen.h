// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QJsonObject>
#include <QString>

#include <rapidcheck.h>

namespace fireline::domain::test {

/// Any text that an event can hold.
rc::Gen<QString> storableText();
/// Any payload of the profile: integers up to 2^53-1, storable texts, nested at most `depth` deep.
rc::Gen<QJsonObject> payloadObject(int depth = 4);
/// Any whole event whose hash is right.
rc::Gen<Event> soundEvent();

} // namespace fireline::domain::test
