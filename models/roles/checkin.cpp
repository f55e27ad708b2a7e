// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/checkin.h"

#include <algorithm>

namespace fireline::models {

using namespace domain;

namespace {

std::optional<CheckInRhythm> rhythmOf(const CadenceRule &rule, const QList<RunningClock> &clocks)
{
    const auto clock = std::find_if(clocks.begin(), clocks.end(),
                                    [&](const RunningClock &each) { return each.rule == rule.rule.id && each.running(); });
    if (clock == clocks.end() || !clock->late.isSet())
        return std::nullopt;
    return CheckInRhythm{clock->due - clock->anchor, clock->late - clock->anchor};
}

} // namespace

std::optional<CheckInRhythm> checkInRhythm(const IncidentFeed &feed)
{
    bool byProcess = false;
    for (const CadenceRule &rule : feed.process().cadences) {
        if (rule.item != CadenceKind::CheckIn)
            continue;
        byProcess = true;
        if (const auto rhythm = rhythmOf(rule, feed.clocks()))
            return rhythm;
    }
    const IncidentState &state = feed.state();
    const Span set = state.cadences.value(wordOf(CadenceKind::CheckIn));
    if (byProcess || set.us <= 0 || !state.open() || state.resolvedAt.isSet())
        return std::nullopt;
    // A process of slow clocks would have a quick rhythm due from its beginning.
    const Span soon = std::min(feed.process().defaults.dueSoon, Span{set.us / 4});
    return CheckInRhythm{set - soon, set};
}

CheckIn checkInOf(Instant lastHeard, const std::optional<CheckInRhythm> &rhythm, Instant now)
{
    if (!rhythm || !lastHeard.isSet())
        return {};
    const qint64 minute = Span::minutes(1).us;
    const qint64 left = (lastHeard + rhythm->late - now).us;
    if (left <= 0)
        return {checkin::Late, int(-left / minute)};
    return {now >= lastHeard + rhythm->due ? checkin::Due : checkin::Fine, int((left + minute - 1) / minute)};
}

} // namespace fireline::models
