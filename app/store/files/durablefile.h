// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QString>

namespace fireline::store {

/// Steps that make a file whole or not there at all. Free functions; any thread. Problem::Full or Problem::Io.

/// An empty file of mode 0600 that was not there before.
[[nodiscard]] domain::Outcome<void> createPrivateFile(const QString &path);
/// Waits until the bytes of the file are on the disk.
[[nodiscard]] domain::Outcome<void> flushFile(const QString &path);
/// Gives a finished file its name; refused (code "file-exists") when that name is taken. Durable.
[[nodiscard]] domain::Outcome<void> publishNew(const QString &from, const QString &to);
/// The same, replacing what has that name.
[[nodiscard]] domain::Outcome<void> publishOver(const QString &from, const QString &to);
/// Removes a database that nobody has open, with what SQLite keeps beside it; absent files are no error.
void removeDatabase(const QString &path);

} // namespace fireline::store
