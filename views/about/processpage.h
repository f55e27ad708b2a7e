// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

namespace fireline::domain {
struct IncidentState;
struct Process;
} // namespace fireline::domain

namespace fireline::views {

class TimeDisplay;

/// The process as one page of HTML: who owns it and whether it is a draft, its principles, what it measures, links, whom it
/// names, how channels are called, its words, and where it names no number itself. Pure; any thread.
[[nodiscard]] QString processPage(const domain::Process &process, const domain::IncidentState &state, domain::Instant now,
                                  const TimeDisplay &times);

} // namespace fireline::views
