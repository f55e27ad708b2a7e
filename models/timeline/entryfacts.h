// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/entrymoves.h"
#include "state/incidentstate.h"

#include <QHash>
#include <QString>

namespace fireline::models {

/// What the entries of an incident say of each other and of the objects they made, looked up once and kept, because a state
/// finds an object by its event only by walking through all of them. An entry is named by its place in IncidentState.entries.
/// Belongs to one TimelineModel; one thread.
class EntryFacts
{
public:
    void clear();
    /// Takes in what was added to the state since the last time.
    void follow(const domain::IncidentState &state);
    /// After rows moved; follow() takes in the objects of those anew.
    void rebase(const domain::EntryMoves &moves, const domain::IncidentState &state);
    /// `event` corrected, retimed, retracted or restored `entry`: remembers which entry is the record of that.
    void noteChange(int change, int entry);

    /// "A12" where the entry made an object, else empty.
    [[nodiscard]] QString objectRef(int entry) const { return m_objectRefs.value(entry); }
    /// The entry that this correction changed; -1 where it is none.
    [[nodiscard]] int target(int change) const { return m_targets.value(change, -1); }

private:
    /// Calls `look` with each list of objects in the state and with how many of it are known.
    template<typename Look>
    void lookAtObjects(const domain::IncidentState &state, Look look);

    QHash<int, QString> m_objectRefs;
    QHash<int, int> m_targets;
    qsizetype m_known[10] = {};
};

/// The record of the retraction in force; null where the entry is not retracted, or its retraction left no record.
[[nodiscard]] const domain::Entry *standingRetraction(const domain::IncidentState &state, const domain::Entry &entry);
/// How often text, kind or time were corrected.
[[nodiscard]] int correctedCount(const domain::IncidentState &state, const domain::Entry &entry);
/// Retracted by its author within five seconds: as if it had never been typed (ux 2.10; the audit view keeps it).
[[nodiscard]] bool isOutOfSight(const domain::IncidentState &state, const domain::Entry &entry);

} // namespace fireline::models
