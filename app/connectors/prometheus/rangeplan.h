// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

namespace fireline::connectors {

/// Prometheus refuses more steps than this for a series.
inline constexpr qint64 mostSteps = 11'000;

/// What is asked of query_range. A value.
struct RangePlan
{
    domain::Instant from;
    domain::Instant to;
    domain::Span step;
};

/// One step for each pixel, never finer than `least` and never more than Prometheus gives. The step is a round one, and both ends lie on
/// multiples of it outside of what was asked, so that a graph that is moved shows the same samples. Precondition: from <= to.
[[nodiscard]] RangePlan planRange(domain::Instant from, domain::Instant to, int pixels,
                                  domain::Span least = domain::Span::seconds(15));

} // namespace fireline::connectors
