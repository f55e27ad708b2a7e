// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::store {

/// When a backup is due and which old ones go: one an hour, the newest five stay (sync 5). A value; pure; any thread.
struct BackupPolicy
{
    domain::Span every = domain::Span::hours(1);
    int keep = 5;

    /// `last`: when the newest one was made; none yet is due at once.
    [[nodiscard]] bool isDue(std::optional<domain::Instant> last, domain::Instant now) const;
    /// Of the names found beside the file, those to delete now. Names that are not backups of `file` are never among them.
    [[nodiscard]] QStringList superfluous(const QString &file, const QStringList &found) const;

    /// FILE.backup-20260102T030405Z: names in order are in order of time.
    [[nodiscard]] static QString nameFor(const QString &file, domain::Instant now);
    [[nodiscard]] static std::optional<domain::Instant> timeOf(const QString &file, const QString &name);
};

} // namespace fireline::store
