// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/impactproposal.h"

#include "detection/robust.h"

#include <algorithm>
#include <limits>

namespace fireline::models {

namespace {

constexpr domain::Span hold = domain::Span::minutes(1); // a shorter crossing is no impact
constexpr domain::Span nearest = domain::Span::minutes(1);
constexpr qsizetype mostValues = 20000;
constexpr size_t fewestBefore = 5; // that tell the usual side

/// In an outage most of what is in sight may be the outage: what was before anybody knew of it tells better what is usual.
bool usuallyBelow(const MetricPoints &points, double threshold, domain::Instant known)
{
    std::vector<double> values = known.isSet() ? valuesIn(points, 0, known.us) : std::vector<double>();
    if (values.size() < fewestBefore)
        values = valuesIn(points, 0, std::numeric_limits<qint64>::max());
    return values.empty() || medianOf(values) <= threshold;
}

} // namespace

ImpactProposal proposeImpact(const MetricSeries &series, std::optional<double> threshold, const MetricRange &range,
                             domain::Instant known)
{
    const MetricPoints plain = plainPoints(series.points);
    const auto end = firstFrom(plain, range.toUs + 1);
    const auto begin = end - plain.begin() > mostValues ? end - mostValues : plain.begin();
    const MetricPoints points(begin, end);
    ImpactProposal proposal{series.name, series.unit, threshold.has_value(), int(points.size()), {}, usualStep(points)};
    std::vector<Excursion> found;
    if (threshold) {
        found = findCrossings(points, *threshold, usuallyBelow(points, *threshold, known), hold);
    } else {
        found = findExcursions(points);
    }
    const auto last = std::find_if(found.rbegin(), found.rend(), [&](const Excursion &each) {
        return each.start.us <= range.toUs && (!each.end || each.end->us >= range.fromUs);
    });
    if (last != found.rend())
        proposal.excursion = *last;
    return proposal;
}

bool sameMoment(const ImpactProposal &proposal, domain::Instant proposed, domain::Instant recorded)
{
    const domain::Span close = std::max(nearest, domain::Span::micros(2 * proposal.step.us));
    const domain::Span apart = proposed - recorded;
    return recorded.isSet() && apart <= close && -apart <= close;
}

} // namespace fireline::models
