// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QStringList>

#include <functional>

namespace fireline::sync {

/// What the engine relies on to lose nothing. The program never changes it: the simulation takes one away at a time, to show
/// that it would notice.
struct Safeguards
{
    bool checkOrder = true; ///< a pulled place must be the next one, and its chain hash must follow
    bool healRewind = true; ///< a server that went back is fed again from here
    bool refuseFork = true; ///< a record that was rewritten is not followed
};

/// Intervals, deadlines and sizes (sync 2). A value; the defaults are those of the program.
struct SyncPolicy
{
    using Span = domain::Span;

    Span poll = Span::seconds(15); ///< ± a fifth; the doorbell only makes it faster
    Span heartbeat = Span::seconds(5);
    Span connectDeadline = Span::seconds(10); ///< longer where there are several hosts to try
    Span callDeadline = Span::seconds(4);     ///< with the heartbeat: a server that stands still is noticed in under 10 s
    Span dataDeadline = Span::seconds(8);
    Span blobDeadline = Span::seconds(60);
    Span firstRetry = Span::millis(500);
    Span lastRetry = Span::seconds(30);
    Span deniedRetry = Span::seconds(60);
    Span pokeGap = Span::millis(50);
    Span pullGap = Span::millis(100); ///< between pulls that a doorbell asked for
    int pullLimit = 500;
    int pushLimit = 500;
    int schema = 7;      ///< the newest step of resources/sql/postgresql that we know
    int leastSchema = 7; ///< the oldest that has what we ask for
    /// Heads are asked for of what is open here, and of these: a server may hold thousands. Of all that are on its list where
    /// nothing is open here, or `lists` says so.
    QStringList alsoHeads = {};
    bool lists = false;
    /// The table of authority that follows from an event that pins a process; empty where none does, or where the process cannot
    /// be read here. What a server carries beside such an event must be the same.
    std::function<QByteArray(const domain::Event &)> authorityOf = {};
    /// Who writes at this console; a server that knows us by another name would refuse every word. Empty: not asked.
    QString recorder = {};
    Safeguards safeguards;
};

} // namespace fireline::sync
