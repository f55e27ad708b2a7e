// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/afterrecords.h"
#include "state/messagerecords.h"
#include "state/workrecords.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace fireline::domain {

// The objects an incident's events add up to. Values. `id` is the short one people type ("A12"), `eventId` that of the event
// that made the object: payloads refer to it (decisions 9). An unset Instant means that it has not happened.

/// How a row stood until it was corrected.
struct EntryVersion
{
    Instant until; ///< when the correction was recorded
    Instant at;
    QString kind;
    QString text;
};

/// One row of the timeline.
struct Entry
{
    QString eventId;
    QString type; ///< event type it came from
    Instant at;   ///< when it happened
    Instant recordedAt;
    QString kind; ///< one of the timeline kinds
    QString text; ///< as it stands now (after corrections)
    QString actor;
    QString role; ///< role of the actor at that time, or the role named by an imported source
    QStringList tags;
    QStringList correctedBy; ///< ids of the events that changed it
    bool pinned = false;
    bool handsOn = false;
    bool imported = false;
    bool breach = false;
    bool machine = false;  ///< a system did it and no person typed it; the timeline folds such rows
    bool evidence = false; ///< an attachment or captured output: removing it is an act of its own
    QString retractedWhy;
    bool retracted = false;
    QString sha256;              ///< of an attachment
    QList<EntryVersion> earlier; ///< what stood here before each correction, in recorded order
};

} // namespace fireline::domain
