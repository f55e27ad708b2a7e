// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// One clock of the process as it stands now. A value, derived anew each time; never stored.
struct RunningClock
{
    enum class Kind { Deadline, Cadence, Rung, Order, HandoverShadow };
    enum class State {
        Running, ///< not due yet
        Due,
        Late,
        Snoozed,
        Met,     ///< done in time (deadlines: kept for adherence)
        MetLate,
    };
    QString id;        ///< the rule's id, with "/ITEM" for a clock of an item and "/N" for the N-th rung (1-based)
    QString rule;
    QString item;      ///< "A3"; empty for a clock of the incident
    Kind kind = Kind::Deadline;
    Scope scope = Scope::Incident;
    QString text;      ///< translated: what is due
    QStringList owner; ///< Who words
    QStringList source;
    Instant anchor;    ///< what it counts from
    Instant due;
    Instant late;
    Instant doneAt;
    State state = State::Running;
    bool assumed = false;        ///< its number is not in the document
    int rung = -1;               ///< 0-based, for Kind::Rung
    QList<EffectSpec> effects;   ///< of a rung that is due, or of a deadline that is late

    [[nodiscard]] bool running() const { return state != State::Met && state != State::MetLate; }
};

/// Every clock of the incident at `now`: pure in (state, process, now). Running ones first, most urgent first, then met ones.
/// Changes of severity or cadence count from the same anchor (vocabulary 6.2).
[[nodiscard]] QList<RunningClock> runningClocks(const IncidentState &state, const Process &process, Instant now);

/// The next instant after `now` at which any clock changes its state; unset when none will. For single-shot timers and drills.
[[nodiscard]] Instant nextChange(const QList<RunningClock> &clocks, Instant now);

} // namespace fireline::domain
