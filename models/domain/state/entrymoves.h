// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QList>

namespace fireline::domain {

/// What became of IncidentState.entries when others' events took their places below own ones that no backend had shown: the own
/// ones were folded once more, on top of them (decisions 8). A value.
struct EntryMoves
{
    int first = 0;       ///< entries before it stand where they stood
    QList<int> places;   ///< where each of those from there on stands now
    QList<Event> folded; ///< in this go, for the first time or once more: what they name may look different

    [[nodiscard]] int placeOf(int before) const { return before < first ? before : places.value(before - first, before); }
};

} // namespace fireline::domain
