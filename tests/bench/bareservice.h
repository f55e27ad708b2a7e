// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace fireline::bench {

/// What PostgreSQL can do at best: NOTIFY on one connection until it is heard on another, by libpq and nothing else. Milliseconds
/// of each round; ends the program where the server cannot be reached.
[[nodiscard]] QList<double> bareNotifies(const QString &socketFolder, int port, int rounds);

} // namespace fireline::bench
