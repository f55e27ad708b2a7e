// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "metrics/metricseries.h"

#include <optional>
#include <vector>

namespace fireline::models {

/// A time in which a series was not as usual, or beyond a threshold: proposed as start and end of an impact, never set. A value.
struct Excursion
{
    domain::Instant start;               ///< of its first value beyond the threshold, or a tenth of the way to the farthest
    std::optional<domain::Instant> end;  ///< of the first value that is as usual again; nothing: it goes on
    std::optional<domain::Instant> back; ///< where it goes on: usual again since then, not yet for long enough
    double usual = 0;                    ///< what was to be expected at its start; the threshold, of a crossing
    double extreme = 0;                  ///< the value that is farthest from that
    double strength = 0;                 ///< how far, in usual spreads; 0 for a crossing
};

/// How much is unusual. The defaults were chosen on labelled series of production; tst_labelledseries says which, and how well they do.
/// Counts are of values, whatever time lies between them. A value.
struct ExcursionRules
{
    int memory = 432;    ///< by whose median the usual is told; what was unusual is not among them
    int habits = 1000;   ///< by whose distances from the usual the spread is told; what was unusual is among them: what happens
                         ///< again and again is how this series is
    int fewest = 36;     ///< that are needed of each
    double begins = 2.5; ///< spreads away from the usual, to the one side or the other …
    int beginsAfter = 3; ///< … for so many values of the last twice as many …
    domain::Span beginsFor = domain::Span::minutes(5); ///< … and for as many as this takes: what is shorter is a hiccup.
    double leaps = 4;                                  ///< One value is enough, so many spreads away, …
    domain::Span sparse = domain::Span::minutes(15);   ///< … where values are so far apart; or …
    double worse = 1.2; ///< … so many times as far away as any of the last `habits` to that side, …
    int known = 288;    ///< … where at least so many are known, each of them standing for all of `beginsFor`.
    double ends = 1.75; ///< within so many spreads …
    int endsAfter = 18; ///< … for so many values in a row …
    domain::Span endsFor = domain::Span::minutes(90); ///< … or as many as this takes …
    int endsFewest = 3;                               ///< … but for no fewer than these
    int forgets = 576;                                ///< after so many values what is new is the usual
    double rare =
        0.98; ///< the spread is at least half of what this part of the distances to that side keeps below: a series that
              ///< leaps up now and then says nothing of how far it may fall
    double leastPart = 0.15; ///< of the usual: what differs by less is no impact, however quiet the series is
    int habitDays =
        2; ///< what was as far away around the same time of so many days before is how this series is; 0: whatever was
};

/// By time, none overlapping. Late, missing, infinite and repeated values are put right first. Pure; any thread.
[[nodiscard]] std::vector<Excursion> findExcursions(const MetricPoints &points, const ExcursionRules &rules = {});

/// Where the series is beyond the threshold for at least `hold`, from its first value there to the first one back that stays back as
/// long. Pure; any thread.
[[nodiscard]] std::vector<Excursion> findCrossings(const MetricPoints &points, double threshold, bool above, domain::Span hold);

} // namespace fireline::models
