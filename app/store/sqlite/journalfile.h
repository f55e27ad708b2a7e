// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/fileidentity.h"
#include "files/filelock.h"
#include "sqlite/connection.h"
#include "sqlite/journalsettings.h"

#include <memory>
#include <optional>

namespace fireline::store {

/// An incident file, examined, locked and opened. Move-only; owned by its journal; one thread.
struct JournalFile
{
    std::optional<FileLock> lock; ///< held by a writer; released after the connection is closed
    std::unique_ptr<Connection> connection;
    std::optional<FileIdentity> identity; ///< of a file that is written
    int format = 0;                       ///< of the file; lower than ours in an older file opened read-only
};

/// A new file at a free place: whole or not there. Problem codes: those of examinePlace and of opening.
[[nodiscard]] domain::Outcome<JournalFile> createForWriting(const QString &path, const JournalSettings &settings);
/// Locks the file, examines it and brings an older format up to ours after a backup beside it (NAME.before-format-N).
/// Refused without a trace: "newer-file", "open-elsewhere", "damaged-file", "no-write-right" and those of examineFile.
[[nodiscard]] domain::Outcome<JournalFile> openForWriting(const QString &path, const JournalSettings &settings);
/// Takes no lock and writes nothing; may stand beside a writer (decisions 14).
[[nodiscard]] domain::Outcome<JournalFile> openForReading(const QString &path, const JournalSettings &settings);

} // namespace fireline::store
