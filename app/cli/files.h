// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <functional>

namespace fireline::cli {

using SessionPointer = std::unique_ptr<session::IncidentSession>;

/// Opens an incident's file and replays it; `writes` takes the file's lock.
[[nodiscard]] domain::Outcome<SessionPointer> openSession(Console &console, const QString &path, bool writes);

/// Declares into a new file. An existing one is refused.
[[nodiscard]] domain::Outcome<SessionPointer> declareSession(Console &console, const QString &path,
                                                             const domain::Process &process, const domain::Command &command);

/// Makes a new file that begins with history.
[[nodiscard]] domain::Outcome<SessionPointer>
beginWithHistory(Console &console, const QString &path, const domain::Process &process, const domain::EventDraft &declaration);

/// Makes the empty file of a new incident; an existing one is refused (Problem::Io).
[[nodiscard]] domain::Outcome<std::unique_ptr<domain::EventStore>> makeStore(Console &console, const QString &path);

/// Notes in the register how far an incident has come. A register that cannot be written is told on stderr and hinders
/// nobody; without a data folder there is none.
void rememberIncident(Console &console, const QString &path, const session::IncidentSession &incident);

/// A process by its id (built in or the user's own), with its holidays.
[[nodiscard]] domain::Outcome<domain::Process> processById(const Console &console, const QString &id);

/// Bytes of a file, "-" for standard input; at most `most` bytes.
[[nodiscard]] domain::Outcome<QByteArray> readBytes(const QString &path, qint64 most);
/// Writes bytes whole or not at all; "-" is standard output.
[[nodiscard]] domain::Outcome<void> writeBytes(Console &console, const QString &path, const QByteArray &bytes);

} // namespace fireline::cli
