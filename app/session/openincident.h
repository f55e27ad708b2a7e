// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentsession.h"
#include "threadedstore.h"

#include <QFuture>

namespace fireline::session {

/// An incident whose store has a thread of its own.
struct OpenedIncident
{
    std::unique_ptr<IncidentSession> session; ///< owns the store
    ThreadedStore *store = nullptr;
    QString path;
    bool readOnly = false;
    int taken = 0;                                   ///< rows of an imported record
    int notPlaced = 0;                               ///< its lines that found no place
    std::optional<domain::Problem> whyReadOnly = {}; ///< why it cannot be written, where somebody wanted to
    bool onBackend = false;                          ///< it belongs to a backend, or is on its way to one
    std::optional<domain::Problem> noBackup = {};    ///< why no backup was made, where one was due
};

/// Shared, because what is opened can only be moved, and a future may be copied.
using Opening = QFuture<std::shared_ptr<domain::Outcome<OpenedIncident>>>;

/// Puts something around the store of a file that was just opened; empty: nothing. For tests of what a disk cannot be made to do.
using StoreWrapper = std::function<ThreadedStore::Inner(ThreadedStore::Inner)>;

/// Opens and replays a file in its own thread: the window paints meanwhile. References of `setup` are used there until the
/// future is finished, then in the calling thread. A file that can be read and not written (no right to, made by a newer
/// program) is opened to look, with the reason; one that is open elsewhere is a Problem (Locked). `readOnly` opens it to look.
[[nodiscard]] Opening openIncident(const QString &path, bool readOnly, const SessionSetup &setup, const StoreWrapper &wrap = {});

/// Declares into a new file likewise; its folder is made where it is missing. An existing file is refused, and a refused
/// declaration leaves none behind.
[[nodiscard]] Opening declareIncident(const QString &path, const SessionSetup &setup, const domain::Process &process,
                                      const domain::Command &command);

/// Makes a new file from an outside record (decisions 17): history, begun at its first row.
[[nodiscard]] Opening importIncident(const QString &path, const SessionSetup &setup, const domain::Process &process,
                                     const QString &record);

} // namespace fireline::session
