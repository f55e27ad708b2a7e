// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::models {

Q_NAMESPACE

/// What a row of the timeline says of itself. Raw values: instants and spans are microseconds (qint64), enums are ints; words,
/// colours and relative times are the delegate's. A folded row answers for its first entry, where nothing else is said.
enum class TimelineRole {
    At = Qt::UserRole + 1,
    RecordedAt,
    Kind, ///< one of domain::timelineKinds()
    Text, ///< as it stands now
    Actor,
    Role,
    EventId,
    Ref,       ///< "E12": what is typed after "#" to name this row
    ObjectRef, ///< "A12" where this row made an action, a decision …; else empty
    Target,    ///< "E12" of the row that a retraction names; else empty
    Tags,
    Pinned,
    Retracted,
    RetractedWhy,
    RetractedBy,
    CorrectedCount, ///< how often its text, kind or time was corrected
    CorrectedLater, ///< in the past: corrected after the moment looked at, so what stands here was not known then
    Imported,
    Breach,
    Unsent,   ///< the draft of an update that nobody has sent
    Evidence, ///< SHA-256 of an attachment, else empty
    HandsOn,
    Machine,          ///< a system did it, no person typed it
    Saved,            ///< models::Saved as int
    LateBy,           ///< recorded this long after it happened, where that is more than a minute; else 0
    Own,              ///< whoever works at this console did it
    FoldedOutOfSight, ///< retracted by its author within five seconds, or that retraction
    FoldCount,        ///< machine events that this row stands for; 0 for a row of its own
    FoldOpen,         ///< they are shown below
    HiddenByFilter,   ///< just added, and soon out of sight: the filter does not let it through
    Hit,              ///< the search found it
    Refused,          ///< the backend did not take it; RetractedWhy says why
};
Q_ENUM_NS(TimelineRole)

} // namespace fireline::models
