// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/event.h"
#include "decide/inverse.h"
#include "state/incidentstate.h"

#include <QList>

namespace fireline::window {

/// What the person at this console did in this session, so that it can be taken back by another event (ux 2.10). Reaches
/// own events alone, the last one first. GUI thread; owned by the incident's window.
class UndoHistory
{
public:
    /// The state from before a command, as far as its inverse can need it: of the timeline's rows only the one that it names,
    /// for a copy of 100,000 rows is too much for each key press.
    [[nodiscard]] static domain::IncidentState before(const domain::IncidentState &state, const domain::Command &command);

    enum class Why { Done, Undone, Redone };
    /// Remembers what was written.
    void remember(const QList<domain::Event> &events, const domain::IncidentState &before, Why why);

    /// What would take the last own command back, or why nothing can.
    [[nodiscard]] domain::Inverse undo(const domain::IncidentState &now, const domain::Process &process) const;
    [[nodiscard]] domain::Inverse redo(const domain::IncidentState &now, const domain::Process &process) const;

private:
    struct Step
    {
        QList<domain::Event> events;
        domain::IncidentState before;
    };
    [[nodiscard]] static domain::Inverse inverse(const QList<Step> &steps, const domain::IncidentState &now,
                                                 const domain::Process &process, const QString &nothing);

    QList<Step> m_done;
    QList<Step> m_undone;
};

} // namespace fireline::window
