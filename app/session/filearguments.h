// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"

namespace fireline::session {

/// The file that a line names with "<FILE"; empty where it names none.
[[nodiscard]] QString fileOf(const domain::Command &command);

/// Bytes of a file of at most largestAttachment; Problem::Io says what is wrong with it. Waits for the disk.
[[nodiscard]] domain::Outcome<QByteArray> readFileArgument(const QString &path);

/// Puts a file's bytes where the verb wants them: the text of a process for /adoptprocess, the entry's text for others.
/// Attachments are kept as blobs by whoever has the store.
void putFileText(domain::Command &command, const QByteArray &bytes, const QString &processId);

/// What an attachment's event says of the kept bytes.
void putAttachment(domain::Command &command, const QString &sha256, const QString &name, qint64 bytes);

} // namespace fireline::session
