// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/excursions.h"
#include "metrics/metricstore.h"

namespace fireline::models {

/// When an impact may have begun and ended, as one series tells it: proposed, never set. A value.
struct ImpactProposal
{
    QString series;
    QString unit;
    bool crossing = false;              ///< of a threshold; else of what is usual
    int values = 0;                     ///< that were looked at
    std::optional<Excursion> excursion; ///< nothing: all was as usual
    domain::Span step = {};             ///< between two values; none where there are fewer than two
};

/// The last excursion that reaches into that time; by the threshold where there is one. Values before the time tell what is usual; the
/// usual side of a threshold is the one of the values before it was `known` that something is wrong, where they are enough, else of
/// all. Pure; any thread, and meant for another than the GUI's.
[[nodiscard]] ImpactProposal proposeImpact(const MetricSeries &series, std::optional<double> threshold, const MetricRange &range,
                                           domain::Instant known = {});

/// Whether what was recorded is what is proposed: a series tells a time no better than to two of its steps, nor a person to a minute.
[[nodiscard]] bool sameMoment(const ImpactProposal &proposal, domain::Instant proposed, domain::Instant recorded);

} // namespace fireline::models
