// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QList>
#include <QString>

namespace fireline::bench {

/// What the machine can do at best: the same rows into the same tables and indexes of an empty incident file with the same
/// pragmas, one transaction each, by SQLite's C interface and nothing else. Seconds for all; negative on an error.
[[nodiscard]] double appendBare(const QString &path, const QList<domain::Event> &events);

} // namespace fireline::bench
