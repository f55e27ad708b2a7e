// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QSqlError>
#include <QString>

namespace fireline::store {

/// SQLite's result code as a Problem: Full, Locked, Damaged, Io. The driver's own kinds mix these up (spike 3), so the
/// native code decides. Pure; any thread.
[[nodiscard]] domain::Problem sqlProblem(const QSqlError &error, const QString &path);
[[nodiscard]] domain::Problem sqlProblem(int nativeCode, const QString &detail, const QString &path);

} // namespace fireline::store
