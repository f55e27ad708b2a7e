// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"

#include <QString>

namespace fireline::store {

/// Renames a damaged file, and what SQLite keeps beside it, to NAME.damaged-TIMESTAMP; nothing is deleted and nothing
/// replaced. Only ever on a person's word. Returns the new name; Problem::Locked while it is open somewhere. Any thread.
[[nodiscard]] domain::Outcome<QString> setAside(const QString &path, domain::Instant now);

} // namespace fireline::store
