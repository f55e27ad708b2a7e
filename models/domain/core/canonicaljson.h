// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QJsonObject>

namespace fireline::domain {

/// The one spelling of a JSON object that is hashed: RFC 8785, narrowed to strings, booleans, null, arrays, objects and
/// integers of at most 2^53-1 in size; keys sorted by UTF-16 units, no duplicates, no U+0000, no lone surrogates.

/// Canonical bytes of an object; refused (Problem::Usage) when a value falls outside the profile.
[[nodiscard]] Outcome<QByteArray> toCanonicalJson(const QJsonObject &object);

/// Parses bytes that claim to be canonical; anything that would not be written exactly so again is refused
/// (Problem::Parse). At most 4 MiB and 64 levels deep.
[[nodiscard]] Outcome<QJsonObject> fromCanonicalJson(const QByteArray &bytes);

} // namespace fireline::domain
