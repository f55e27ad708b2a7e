// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// One part of a situation report. A value.
struct SitrepPart
{
    enum class Kind { Situation, Changed, Doing, Waiting, Late, Risks, Next };
    Kind kind = Kind::Situation;
    QString heading;   ///< translated, with the time it is about: "CHANGED since 14:05"
    QStringList lines; ///< translated sentences, the oldest first; empty: none

    bool operator==(const SitrepPart &) const = default;
};

/// The parts in the order they are read out: situation, what changed since `since` (since the last report, or the declaration,
/// when unset), what is being done, what is waited for and decisions pending, what is late, risks, next deadlines. Times in
/// UTC. Pure. Whatever is open is told whole, however much it is; of what has changed the latest lines, the first of which then
/// says how many more there are and where.
[[nodiscard]] QList<SitrepPart> sitrepParts(const IncidentState &state, const Process &process, Instant now, Instant since = {});

/// The same as plain text, for whoever takes over to read and the outgoing one to correct: headings without marks, an empty
/// part says "none".
[[nodiscard]] QString sitrepText(const IncidentState &state, const Process &process, Instant now, Instant since = {});

} // namespace fireline::domain
