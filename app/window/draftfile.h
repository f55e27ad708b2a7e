// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QString>

namespace fireline::window {

/// No draft is longer; what is longer was not written by this program.
constexpr qint64 longestDraft = 4 * 1024 * 1024;

/// Written beside and renamed over it: a reader sees the old words or the new ones. Not synced: the page cache outlives a
/// crash of the program, and a power cut may cost these words. No bytes remove the file. Any thread, one at a time.
[[nodiscard]] domain::Outcome<void> writeDraft(const QString &path, const QByteArray &bytes);

/// Empty where there is none.
[[nodiscard]] QByteArray readDraft(const QString &path);

} // namespace fireline::window
