// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncjournal.h"

namespace fireline::sync {

/// What a pull is worth. A value.
struct PullCheck
{
    enum class Fault {
        None,
        Hole,       ///< a place is missing
        OtherChain, ///< it does not follow what we know
        Damaged     ///< an event does not match its own hash, or belongs elsewhere
    };
    qsizetype sound = 0; ///< how many of the first events can be taken
    Fault fault = Fault::None;
};

/// The proof that nothing is missing: each place is the next one, each chain hash follows from the one before. Pure.
[[nodiscard]] PullCheck checkPull(const QString &incident, const domain::SyncCursor &cursor,
                                  const QList<domain::ServerEvent> &events);

} // namespace fireline::sync
