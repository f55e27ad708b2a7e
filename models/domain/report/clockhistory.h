// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"
#include "core/event.h"

#include <QList>

#include <memory>

namespace fireline::domain {

/// One round of one clock from its anchor to its end. A value.
struct ClockRound
{
    enum class End {
        Running, ///< not done and not late at the end of the record
        InTime,
        Late,    ///< done after its end, or never done although its end had passed
        Skipped, ///< a rung that somebody skipped with a reason
        Dropped, ///< ended without having come due: the incident was resolved, the severity asks for it no more
    };
    RunningClock clock; ///< as it was last seen; doneAt is set where the deed is known
    Instant lateSince;  ///< the end it was first seen to pass; stays when a change of severity gives more time (vocabulary 6.2)
    End end = End::Running;
};

/// The rounds of a record that grows: takes each event once. One thread.
class ClockHistory
{
public:
    /// `process` has to outlive it.
    explicit ClockHistory(const Process &process);
    ~ClockHistory();
    Q_DISABLE_COPY_MOVE(ClockHistory)

    /// In recorded order.
    void add(const Event &event);
    /// Up to `now`, which may be asked for again and again.
    [[nodiscard]] QList<ClockRound> rounds(Instant now);
    [[nodiscard]] const IncidentState &state() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Every round of every clock, in the order in which they began: replays the events and looks at the clocks before each one
/// and at `now`. What was done in time but written down later counts as in time. Pure.
[[nodiscard]] QList<ClockRound> clockHistory(const QList<Event> &events, const Process &process, Instant now);

} // namespace fireline::domain
