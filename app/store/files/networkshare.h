// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fireline::store {

/// What kind of network share a file system is, by the kernel's number for it and the type of its mount; empty when it
/// is local. A write-ahead log needs memory shared by all who open the file, which no share gives (sync 5). Pure.
[[nodiscard]] QString networkShareName(quint64 magic, const QByteArray &mountType);

/// The same for the file system that holds `path`; the folder must exist.
[[nodiscard]] QString networkShareOf(const QString &path);

} // namespace fireline::store
