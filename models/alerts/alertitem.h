// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/reach.h"
#include "clocks/attention.h"
#include "clocks/runningclock.h"
#include "process/process.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>

namespace fireline::models {

/// Something a person should look at now: a clock that is due or late, or command that nobody has. A value.
struct AlertItem
{
    QString id;     ///< of the clock, or "command/vacant", "command/handover"
    QString text;   ///< translated: what is due
    QString owner;  ///< who owes it, for a sentence; may be empty
    QString source; ///< the process's paragraph; may be empty
    Matter matter = Matter::Deadline;
    domain::Attention::Level level = domain::Attention::Level::Due;
    domain::Instant anchor; ///< with the id it says whether this is the same matter as before
    domain::Instant since;  ///< when it came to this level
    domain::Instant at;     ///< late after it; unset where nothing is ever late
    bool audible = false;   ///< ux 2.9: an update outside, a call-back, an escalation step, command
    bool canSnooze = false; ///< a clock of the process
    QString line;           ///< what quick entry is given to do it; empty where only a panel helps
    QString record;         ///< the form, or the target of an update ("update/public"), that is written for it; mostly empty

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const AlertItem &) const = default;
    [[nodiscard]] bool late() const { return level != domain::Attention::Level::Due; }
};

/// How long nobody may have command, have said "I have command", or have taken a step that is due at once, before it is heard.
inline constexpr domain::Span commandPatience = domain::Span::seconds(60);

/// So many matters at once, or within ten minutes, are told as one.
inline constexpr int mergeFrom = 4;

/// Whether the process wants somebody in command now: at this severity, and while the work is not over.
[[nodiscard]] bool commandNeeded(const domain::IncidentState &state, const domain::Process &process);

/// All of them at `now`, the most urgent first. Pure.
[[nodiscard]] QList<AlertItem> alertsNow(const domain::IncidentState &state, const domain::Process &process,
                                         const QList<domain::RunningClock> &clocks, domain::Instant now);

/// Whether so many things came due or late within ten minutes that they are told as one.
[[nodiscard]] bool areMerged(const QList<AlertItem> &alerts, domain::Instant now);

} // namespace fireline::models
