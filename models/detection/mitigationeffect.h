// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "metrics/metricseries.h"

namespace fireline::models {

/// What is compared. All ends are exclusive. A value.
struct MitigationWindows
{
    domain::Instant impactStart; ///< unset: nobody knows what is usual
    domain::Instant mitigatedAt;
    domain::Span look = domain::Span::minutes(15);  ///< how much before the impact, before the mitigation and after it
    domain::Span settle = domain::Span::minutes(2); ///< of the time after it, left out
    domain::Instant until;                          ///< nothing later counts; unset: all there is
};

/// What a series says of a mitigation: proposed, never set. A value.
struct MitigationEffect
{
    enum class Verdict {
        TooLittle, ///< fewer than five values on one side: nothing can be said
        NoEffect,
        Worse,
        Changed, ///< for better or worse: what is usual is not known
        Partial,
        Restored,
    };
    Verdict verdict = Verdict::TooLittle;
    double usual = 0;     ///< median before the impact; NaN where it is not known
    double before = 0;    ///< median before the mitigation
    double after = 0;     ///< median behind it
    double recovered = 0; ///< part of the way back to the usual: 1 is all of it, below 0 is away from it; NaN without the usual
    double delta = 0;     ///< effect size: Cliff's delta of after against before, -1 to 1
    int valuesBefore = 0;
    int valuesAfter = 0;
};

/// Restored: at least 80 % of the way back, or within twice the usual spread. Partial: at least 20 %. Either only where before and after
/// differ by an effect size of at least 0.33, which is what Cliff's delta calls more than small. Pure; any thread.
[[nodiscard]] MitigationEffect mitigationEffect(const MetricPoints &points, const MitigationWindows &windows);

} // namespace fireline::models
