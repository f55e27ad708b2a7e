// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QString>

namespace fireline::store {

/// Keeps a second writer away from a file: a lock on FILE.lock, which also says who holds it. The kernel releases the lock
/// with the process, so none is ever stale; the small file is removed at the end. A move-only value of its owner; one thread.
class FileLock
{
public:
    /// Problem::Locked (code "open-elsewhere") names process and host of the holder; Problem::Io when no lock file can be made.
    [[nodiscard]] static domain::Outcome<FileLock> take(const QString &path);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

    /// The lock file's own path.
    [[nodiscard]] static QString lockPath(const QString &path);

private:
    FileLock(int descriptor, QString lockFile);

    int m_descriptor = -1;
    QString m_lockFile;
};

} // namespace fireline::store
