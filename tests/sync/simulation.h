// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What is broken on purpose, to show that the simulation notices. A value.
struct Mutants
{
    bool naiveSeq = false;       ///< events are read by a bare sequence: no place is proven to be the next one
    bool noDedupe = false;       ///< the server takes an event again
    bool dropOnSend = false;     ///< the queue is freed when events are sent
    bool dropOnAck = false;      ///< … when the server says that it has them
    bool noRewind = false;       ///< a server that went back is not noticed
    bool noArbiter = false;      ///< nobody judges
    bool cursorFirst = false;    ///< the cursor is written before the events
    bool forgetRefusals = false; ///< what was refused is never pushed again for its chain's sake
    bool oneDevice = false;      ///< a console writes on in the chain that an older copy of its file shows
    bool keepSentBlobs = false;  ///< that a server that went back has lost attachments too is not thought of
    bool leaveGap = false;       ///< the server leaves a place empty
    bool tellAnybody = false;    ///< the server shows private incidents to whoever asks
    bool nameInBell = false;     ///< … or names them to all who listen
    bool forgetUndo = false;     ///< what was refused stays in what is shown
    bool showAtOnce = false;     ///< acts of authority are shown as done before the server has said so
};

/// One run: what was broken (nothing, one hopes), and figures. A value.
struct SimulationResult
{
    QStringList violations; ///< "I1 …": the number of the invariant first
    QByteArray trace;       ///< stands for everything that happened, in order
    int events = 0;         ///< in the server's records at the end
    int refused = 0;
    int rewinds = 0;
    int requests = 0;
};

class SimBackend;

/// Five consoles with the production engine and one server (in memory, unless one is given), on simulated time: loss, duplication,
/// reordering, crashes, partitions, clock skew, files that are put back from a backup, a server that goes back. Everything follows
/// from the seed.
[[nodiscard]] SimulationResult simulate(quint64 seed, const Mutants &mutants = {}, SimBackend *backend = nullptr);
