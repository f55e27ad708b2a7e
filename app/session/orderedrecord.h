// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/outcome.h"
#include "state/entrymoves.h"
#include "sync/syncjournal.h"

#include <QSet>
#include <QStringList>

namespace fireline::session {

/// The record as a backend orders it: its events in their places, and the own ones that have none yet.
struct OrderedRecord
{
    QList<domain::Event> ordered;
    QList<domain::Event> queued;
    QSet<QString> history;                    ///< ids of queued events that go there as history
    QList<domain::RefusedEvent> refused = {}; ///< that a person has still to deal with
};

/// What events from a backend changed.
struct Taken
{
    QList<domain::Event> added;    ///< not shown before
    QStringList confirmed;         ///< own ones that have their place now
    QList<domain::Event> followed; ///< written here, because what was pending is done now
    bool refolded = false;         ///< what was on top was folded once more: rows may have moved
    domain::EntryMoves moves;      ///< how, where it was
};

/// The record of a file for share().
[[nodiscard]] domain::Outcome<OrderedRecord> readOrdered(const domain::SyncJournal &exchange);

} // namespace fireline::session
