// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// Which rows of the record a review's timeline shows. A row is in it when any of these holds. A value.
struct TimelineChoice
{
    bool all = false;
    bool pinned = true;
    QStringList kinds;
    bool life = false; ///< declared, confirmed, resolved, closed …

    bool operator==(const TimelineChoice &) const = default;
};

/// What tells the story: the turning points and what was pinned. Where nothing else is asked for.
[[nodiscard]] TimelineChoice turningPoints();

/// "all", "pinned", kinds of the timeline, in any order; "pinned decision status". Empty, or no word known: turning points.
[[nodiscard]] TimelineChoice timelineChoice(const QString &words);

/// The row of an update that nobody has sent, or handed to a system to be sent.
[[nodiscard]] bool isUnsentDraft(const Entry &entry, const IncidentState &state);

/// The words of a row for a paper: of an update that nobody has sent they say so.
[[nodiscard]] QString toldText(const Entry &entry, const IncidentState &state);

/// The rows in the order of the timeline (decisions 8), as they stand now: corrections are in them, retracted ones marked.
[[nodiscard]] QList<Entry> chosenRows(const IncidentState &state, const TimelineChoice &choice);

} // namespace fireline::domain
