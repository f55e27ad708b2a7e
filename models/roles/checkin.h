// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <QObject>

#include <optional>

namespace fireline::models {

/// Whether somebody was heard of lately enough (SRE-14, ux 2.7).
namespace checkin {
Q_NAMESPACE

enum State {
    None, ///< nobody asks for it now
    Fine,
    Due,
    Late,
};
Q_ENUM_NS(State)

} // namespace checkin

/// How often everybody is to be heard of. A value.
struct CheckInRhythm
{
    domain::Span due;  ///< after the last word
    domain::Span late; ///< after the last word
};

/// As the clock of the process runs now; where the process has no such clock, as whoever commands has set it
/// (`/cadence checkin 10m`); none otherwise. Pure.
[[nodiscard]] std::optional<CheckInRhythm> checkInRhythm(const IncidentFeed &feed);

/// Where one person stands. A value.
struct CheckIn
{
    checkin::State state = checkin::None;
    int minutes = 0; ///< left, rounded up; once it is late over, rounded down

    bool operator==(const CheckIn &) const = default;
};

[[nodiscard]] CheckIn checkInOf(domain::Instant lastHeard, const std::optional<CheckInRhythm> &rhythm, domain::Instant now);

} // namespace fireline::models
