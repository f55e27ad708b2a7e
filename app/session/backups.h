// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"
#include "sqlite/sqlitejournal.h"

namespace fireline::session {

/// Makes a backup beside the file when one is due and drops those that are too many (hourly, five stay). Not for drills'
/// sake but for the disk's: costs one look into the folder when none is due.
[[nodiscard]] domain::Outcome<void> keepBackups(const store::SqliteJournal &journal, domain::Instant now);

/// The youngest backup that stands beside this file; empty where there is none. Waits for the disk.
[[nodiscard]] QString newestBackup(const QString &path);

} // namespace fireline::session
