// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QString>

namespace fireline::store {

class Connection;

/// Whether the pages of an open database hang together: Problem::Damaged when not. Reads the whole file.
[[nodiscard]] domain::Outcome<void> checkPages(Connection &connection);

/// Writes a whole, checked copy of an open database as one file of mode 0600; `path` gets it at once or not at all, and an
/// older copy of that name stays until then. A plain copy of a file in use would miss what is still in its log (sync 5).
[[nodiscard]] domain::Outcome<void> backUp(Connection &connection, const QString &path);

} // namespace fireline::store
