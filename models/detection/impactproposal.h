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
};

/// The last excursion that reaches into that time; by the threshold where there is one. Values before the time tell what is usual. Pure;
/// any thread, and meant for another than the GUI's.
[[nodiscard]] ImpactProposal proposeImpact(const MetricSeries &series, std::optional<double> threshold, const MetricRange &range);

} // namespace fireline::models
