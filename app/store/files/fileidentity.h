// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fireline::store {

/// Which file it is that bears a name: the name may come to mean another one, or none, while the first is still open and
/// written into by nobody's knowing. A value; any thread.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0;

    /// Nothing where there is no such file.
    [[nodiscard]] static std::optional<FileIdentity> of(const QString &path);

    bool operator==(const FileIdentity &) const = default;
};

/// Whether two names mean one file. Where one of them names nothing, only the names count: two files that are gone are not one.
[[nodiscard]] bool isSameFile(const QString &one, const QString &other);

} // namespace fireline::store
