// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::models::start {
Q_NAMESPACE

enum class RecentState { Open, Resolved, Closed, Withdrawn };
Q_ENUM_NS(RecentState)

/// Of the recent incidents: one column.
enum RecentRole {
    RecentPath = Qt::UserRole + 1,
    RecentTitle,
    RecentSeverity, ///< id; empty while not assessed
    RecentRank,     ///< 1 to 5; 0 where it is not known
    RecentPhase,
    RecentLife,    ///< RecentState as int
    RecentChanged, ///< Instant as qint64 us; 0 where it is not known
    RecentDrill,
    RecentMissing, ///< why it cannot be opened; empty where it can
    RecentProcess, ///< id
};
Q_ENUM_NS(RecentRole)

/// Of the drills: one column.
enum DrillRole {
    DrillId = Qt::UserRole + 1,
    DrillTitle,
    DrillProcess, ///< title of the process
    DrillLength,  ///< Span as qint64 us
    DrillFaulty,  ///< why it cannot be played; empty where it can
    DrillGuided,  ///< bool: leads a newcomer step by step
};
Q_ENUM_NS(DrillRole)

/// Of what a search found: one column.
enum HitRole {
    HitPath = Qt::UserRole + 1,
    HitIncident, ///< title of the incident
    HitText,     ///< the entry; empty where the title itself was found
    HitAt,       ///< Instant as qint64 us
    HitEvent,    ///< id of the entry; empty where the title was found
};
Q_ENUM_NS(HitRole)

/// Of the alerts that fire: one column.
enum FiringRole {
    FiringName = Qt::UserRole + 1,
    FiringSummary,
    FiringSince, ///< Instant as qint64 us: the earliest of the group
    FiringCount,
    FiringStale, ///< bool: its source has not answered since
};
Q_ENUM_NS(FiringRole)

} // namespace fireline::models::start
