// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QString>

#include <functional>

namespace fireline::store {

/// "FIRE": the application id in the head of every file of ours.
inline constexpr quint32 ApplicationId = 0x46495245;

/// What can be told about a file without opening it as a database, so that a refusal leaves nothing behind. A value.
struct FileFacts
{
    QString path;              ///< canonical: a link to a file locks that file
    quint32 formatVersion = 0; ///< as of the last checkpoint
    bool hasLog = false;       ///< a write-ahead log that is not empty stands beside it
};

/// Says what kind of network share holds a path; empty when none does.
using ShareProbe = std::function<QString(const QString &path)>;

/// Refuses, each with a code and a remedy: no file, a directory, a network share, no right to read, garbage, a foreign
/// SQLite file, a file cut short. Reads; never writes. Any thread.
[[nodiscard]] domain::Outcome<FileFacts> examineFile(const QString &path, const ShareProbe &shareOf);

/// Refuses a file, or a folder, that may not be written (code "no-write-right").
[[nodiscard]] domain::Outcome<void> checkWritable(const QString &path);

/// Refuses a place for a new file: taken, no folder, not writable, on a network share.
[[nodiscard]] domain::Outcome<void> examinePlace(const QString &path, const ShareProbe &shareOf);

/// The Problem for a file whose pages or rows are broken.
[[nodiscard]] domain::Problem damagedFile(const QString &path, const QString &detail);

} // namespace fireline::store
