// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain {

/// What a process calls the things that events name by id. For the words of rows only: nothing is decided by a name.
class EntryNames
{
public:
    EntryNames() = default;
    virtual ~EntryNames() = default;
    Q_DISABLE_COPY_MOVE(EntryNames)

    /// Ids as the payloads have them; those of a part are joined to its whole: "LIST/STEP", "GATE/ITEM", "LADDER/RUNG",
    /// "SYSTEM/THING".
    enum class Kind { Role, Phase, Flag, List, Step, GateItem, Rung, Cadence, Clock, Review, Rule, Record, Field, Who, System };

    /// Empty where the process has no name for it.
    [[nodiscard]] virtual QString name(Kind kind, const QString &id) const = 0;
};

/// As apply(state, event), the new row in the words of the process.
void apply(IncidentState &state, const Event &event, const EntryNames *names);

} // namespace fireline::domain
