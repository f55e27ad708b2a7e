// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/rangeplan.h"

#include <algorithm>
#include <array>

namespace fireline::connectors {

using domain::Instant;
using domain::Span;

namespace {

constexpr qint64 Second = 1'000'000;

/// The smallest round step that is not finer.
qint64 roundStep(qint64 us)
{
    static constexpr std::array<qint64, 21> round = {1,   2,    5,    10,   15,   20,    30,    60,    120,   300,   600,
                                                     900, 1200, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800};
    for (const qint64 seconds : round) {
        if (seconds * Second >= us)
            return seconds * Second;
    }
    constexpr qint64 day = 86400 * Second;
    return (us + day - 1) / day * day;
}

qint64 below(qint64 us, qint64 step)
{
    const qint64 rest = us % step;
    return rest >= 0 ? us - rest : us - rest - step;
}

} // namespace

RangePlan planRange(Instant from, Instant to, int pixels, Span least)
{
    const qint64 range = (to - from).us;
    // Two steps are kept for the ends, which are moved outwards.
    const qint64 most = std::clamp<qint64>(pixels, 1, mostSteps - 2);
    const qint64 step = roundStep(std::max((range + most - 1) / most, least.us));
    const qint64 first = below(from.us, step);
    const qint64 last = below(to.us + step - 1, step);
    return {{first}, {last}, {step}};
}

} // namespace fireline::connectors
