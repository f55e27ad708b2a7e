// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QString>

namespace fireline::store {

class Connection;

/// Writes a whole, checked copy of an open database as one file of mode 0600; `path` gets it at once or not at all, and an
/// older copy of that name stays until then. A plain copy of a file in use would miss what is still in its log (sync 5).
[[nodiscard]] domain::Outcome<void> backUp(Connection &connection, const QString &path);

} // namespace fireline::store
