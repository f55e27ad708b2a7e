// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// One clock of the process as it stands now. A value, derived anew each time; never stored.
struct RunningClock
{
    enum class Kind {
        Deadline,
        Cadence,
        Rung,
        Order,
        HandoverShadow,
        Promise, ///< the last update to an audience said by when the next one comes
        Revisit, ///< a decision is to be looked at again
    };
    enum class State {
        Running, ///< not due yet
        Due,
        Late,
        Snoozed,
        Met, ///< done in time (deadlines: kept for adherence)
        MetLate,
    };
    QString id;   ///< the rule's id, with "/ITEM" for a clock of an item and "/N" for the N-th rung (1-based)
    QString rule; ///< empty for the call-back of an order
    QString item; ///< "A3"; empty for a clock of the incident
    Kind kind = Kind::Deadline;
    Scope scope = Scope::Incident;
    QString text;          ///< translated: what is due
    QString audience;      ///< whose update it waits for; empty for other clocks
    bool promised = false; ///< its end is what the last update itself promised, and no rule
    QStringList owner;     ///< Who words; the person's name where a clock belongs to an item's owner
    QStringList source;
    Instant anchor; ///< what it counts from
    Instant due;
    Instant late; ///< unset: never late (a shadowing time; a rung that calls nobody)
    Instant doneAt;
    Instant snoozedUntil;
    State state = State::Running;
    bool assumed = false;      ///< its number is not in the document
    int rung = -1;             ///< 0-based, for Kind::Rung
    QList<EffectSpec> effects; ///< of a rung, or of a deadline that is late

    [[nodiscard]] bool running() const { return state != State::Met && state != State::MetLate; }
    /// A rung that says something and leads to no deed: it calls nobody, makes, restricts and proposes nothing.
    [[nodiscard]] bool advice() const;
};

/// Every clock of the incident at `now`: pure in (state, process, now). Running ones first, most urgent first, then met ones.
/// Changes of severity or cadence count from the same anchor (vocabulary 6.2). Where the vocabulary leaves it open:
/// - A clock of scope `incident` that names no `until` ends with the resolution, unless it counts from there; clocks of
///   scope `review` and `process` run on after the incident is closed. A withdrawn incident has none.
/// - A rung is due at its time, or when its condition came true if that was later; one that calls or makes something outside
///   is late `defaults.now` after that, unless its condition rests on a fact that keeps no time.
/// - Of several running deadlines with one `done` only the earliest is there.
/// - What an update promised ("next update by 11:15") is a clock as the process's are; of a promise and a cadence for the
///   same audience there is one clock, and the earlier time counts.
/// - Clocks of scope `process` are here only when their deed was done in this incident; see processClocks().
[[nodiscard]] QList<RunningClock> runningClocks(const IncidentState &state, const Process &process, Instant now);

/// The same before a promise to an audience and the process's clock for it are made one: for what judges the process by its
/// own rules alone (compliance, drills).
[[nodiscard]] QList<RunningClock> clocksApart(const IncidentState &state, const Process &process, Instant now);

/// The clocks that live outside any incident: drills and the review of the process itself. `lastDone` is by moment
/// ("drill.held/chaos", "process.reviewed"), as the register knows it; what was never done counts from the header's dates.
[[nodiscard]] QList<RunningClock> processClocks(const Process &process, const QHash<QString, Instant> &lastDone, Instant now);

/// The next instant after `now` at which any clock changes its state; unset when none will. For single-shot timers and
/// drills. Conditions on hours (incident.hours, role.hours, calendar) are not foreseen: ask again at least every minute.
[[nodiscard]] Instant nextChange(const QList<RunningClock> &clocks, Instant now);

} // namespace fireline::domain
