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
    static constexpr int Fewest = 5; ///< values on either side, for anything to be said

    enum class Verdict {
        TooLittle, ///< fewer than five values on one side: nothing can be said
        NoEffect,  ///< what differs is no more than noise
        Worse,
        Changed,   ///< for better or worse: what is usual is not known
        NotShown,  ///< as usual before it already: the impact does not show in this series
        LeftUsual, ///< as usual before it, and no more behind it
        Sideways,  ///< it differs, and that is neither the way back nor further away
        PastUsual, ///< back to the usual and well beyond it: whether for better or worse is not known
        Partial,
        Restored,
    };
    Verdict verdict = Verdict::TooLittle;
    double usual = 0;     ///< median before the impact; NaN where it is not known
    double before = 0;    ///< median before the mitigation
    double after = 0;     ///< median behind it
    double recovered = 0; ///< part of the way back to the usual: 1 is all of it, below 0 is away from it; NaN without showsImpact
    double delta = 0;     ///< effect size: Cliff's delta of after against before, -1 to 1; what is within noise is alike
    int valuesBefore = 0;
    int valuesAfter = 0;
    bool showsImpact = false;        ///< before the mitigation it was not as usual
    domain::Instant countsFrom = {}; ///< what comes from then on is behind the mitigation
    domain::Instant toldFrom = {};   ///< of too few: when the fifth can be there; unset where none came for long, or too seldom
};

/// As usual is what is within twice the usual spread of the usual, or within 0.5 % of it. So far apart two values are alike, and the
/// effect size counts them as the same; where the usual is not known the spread is that of the quieter side. No effect is an effect size
/// below 0.33, which is what Cliff's delta calls no more than small, so that the verdict and the size never contradict each other.
/// Restored: as usual, or no more than 20 % of the way short of it or past it. Partial: at least 20 % of the way back; worse: as much
/// away from it. Pure; any thread.
[[nodiscard]] MitigationEffect mitigationEffect(const MetricPoints &points, const MitigationWindows &windows);

/// Which one to read first: one in which the impact shows (what got worse, then what went past the usual, before all others), then one
/// that left its usual, one of which the usual is not known, and what does not show the impact; of the same kind the greater effect.
[[nodiscard]] bool tellsMore(const MitigationEffect &one, const MitigationEffect &other);

} // namespace fireline::models
