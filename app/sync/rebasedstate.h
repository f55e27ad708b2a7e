// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"
#include "sync/syncjournal.h"

#include <functional>

namespace fireline::sync {

/// What a console shows while a backend orders its record (decisions 8): the events in the server's order, and on top of them
/// its own that no pull has shown yet. Whatever arrives below moves those on top, so they are folded again. A value but for the
/// way to fold; one thread; owned by the session.
class RebasedState
{
public:
    using Fold = std::function<void(domain::IncidentState &, const domain::Event &)>;

    explicit RebasedState(Fold fold) : m_fold(std::move(fold)) { }

    /// An event written here.
    void addLocal(const domain::Event &event);
    /// Events in the server's order, behind those that are there.
    void take(const QList<domain::ServerEvent> &events);
    void refuse(const QList<domain::Refusal> &refusals);
    /// From the beginning, after the server went back: what the file holds now.
    void reset(const QList<domain::Event> &ordered, const QList<domain::Event> &queued);

    /// With the own events on top: what is shown.
    [[nodiscard]] const domain::IncidentState &shown() const { return m_shown; }
    /// What the server's order alone adds up to: who commands, who holds which role, whether it is resolved.
    [[nodiscard]] const domain::IncidentState &confirmed() const { return m_confirmed; }
    /// Own events that no pull has shown: their numbers are provisional, their acts of authority pending (decisions 5, 9).
    [[nodiscard]] const QList<domain::Event> &queued() const { return m_queued; }

private:
    void putOnTop();

    Fold m_fold;
    domain::IncidentState m_confirmed;
    domain::IncidentState m_shown;
    QList<domain::Event> m_queued;
};

} // namespace fireline::sync
