// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventstore.h"

namespace fireline::session {

/// Writes a whole copy of a record under another name, and behind it `pending`: what the disk refused to take. `open` is the
/// store that has the file open, asked in its own thread, because it reads a file that was moved or deleted meanwhile as
/// well; null: the file is read by its name. Replaces what bears that name.
[[nodiscard]] domain::Outcome<void> copyRecord(domain::EventStore *open, const QString &path, const QString &target,
                                               const QList<domain::Event> &pending);

/// Copies a file that does not match itself any more as it stands, byte by byte, with its log; beside it TARGET.txt, which
/// holds `finding`. For whoever finds out what happened to it.
[[nodiscard]] domain::Outcome<void> copyEvidence(const QString &path, const QString &target, const QString &finding);

} // namespace fireline::session
