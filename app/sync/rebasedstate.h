// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/entrymoves.h"
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
    enum class Effect {
        Whole,
        Row ///< seen as a row and not done: the server has not said yes (decisions 5)
    };
    using Fold = std::function<void(domain::IncidentState &, const domain::Event &, Effect)>;
    /// Own events that take effect only when a pull has shown them.
    using Waits = std::function<bool(const domain::Event &)>;

    /// What became of what is shown.
    struct Change
    {
        QList<domain::Event> added; ///< not shown before, in the server's order
        QStringList confirmed;      ///< ids of own events
        bool refolded = false;      ///< what was on top was folded once more: rows may have moved
        domain::EntryMoves moves;   ///< how, where it was
    };

    explicit RebasedState(Fold fold, Waits waits = {});

    /// An event written here.
    void addLocal(const domain::Event &event);
    /// Events in the server's order, behind those that are there.
    Change take(const QList<domain::ServerEvent> &events);
    /// True when something that was shown is not any more.
    bool refuse(const QList<domain::Refusal> &refusals);
    /// From the beginning, also after the server went back: what the file holds now.
    void reset(const QList<domain::Event> &ordered, const QList<domain::Event> &queued);

    /// With the own events on top: what is shown.
    [[nodiscard]] const domain::IncidentState &shown() const { return m_shown; }
    /// What the server's order alone adds up to: who commands, who holds which role, whether it is resolved.
    [[nodiscard]] const domain::IncidentState &confirmed() const { return m_confirmed; }
    /// Own events that no pull has shown: their numbers are provisional, their acts of authority pending (decisions 5, 9).
    [[nodiscard]] const QList<domain::Event> &queued() const { return m_queued; }
    /// It is queued, and takes no effect before it is confirmed.
    [[nodiscard]] bool isPending(const domain::Event &event) const { return m_waits && m_waits(event); }

private:
    void putOnTop();
    [[nodiscard]] QStringList rowsOnTop() const;
    void foldQueued(const domain::Event &event);

    Fold m_fold;
    Waits m_waits;
    domain::IncidentState m_confirmed;
    domain::IncidentState m_shown;
    QList<domain::Event> m_queued;
};

} // namespace fireline::sync
