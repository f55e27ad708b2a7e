// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/mitigationeffect.h"

#include "detection/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fireline::models {

using domain::Instant;
using Verdict = MitigationEffect::Verdict;

namespace {

constexpr size_t Fewest = MitigationEffect::Fewest;
constexpr double Noticeable = 0.33;
constexpr double AlmostAll = 0.8;
constexpr double TooFar = 1.2; // of the way back: beyond the usual by more than it may fall short of it
constexpr double Some = 0.2;
constexpr double Spreads = 2;
constexpr double Tiny = 0.005; // of the level: what differs by less is nothing, however quiet the series is
constexpr int LateSteps = 3;   // without a value: nobody knows when one will come
constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();

double median(std::vector<double> values)
{
    return medianOf(values);
}

/// How far apart two values may be and mean the same.
double noiseOf(double spread, double level)
{
    return std::max(Spreads * spread, Tiny * std::abs(level));
}

Verdict verdictOf(const MitigationEffect &effect, double noise)
{
    using enum MitigationEffect::Verdict;
    const bool differs = std::abs(effect.delta) >= Noticeable;
    if (std::isnan(effect.usual))
        return differs ? Changed : NoEffect;
    const bool asUsual = std::abs(effect.after - effect.usual) <= noise;
    if (!effect.showsImpact)
        return differs && !asUsual ? LeftUsual : NotShown;
    if (!differs)
        return NoEffect;
    if (asUsual || (effect.recovered >= AlmostAll && effect.recovered <= TooFar))
        return Restored;
    if (effect.recovered > TooFar)
        return PastUsual;
    if (effect.recovered >= Some)
        return Partial;
    return effect.recovered <= -Some ? Worse : Sideways;
}

/// By the steps in which values came until now.
Instant whenEnough(const MetricPoints &plain, const MitigationWindows &windows, const MitigationEffect &effect)
{
    const qint64 step = usualStep(plain).us;
    const auto later = firstFrom(plain, windows.until.us);
    if (step <= 0 || !windows.until.isSet() || later == plain.begin())
        return {};
    qint64 next = std::prev(later)->atUs + step;
    if (next + LateSteps * step < windows.until.us)
        return {};
    const qint64 from = std::max(effect.countsFrom, windows.until).us;
    if (next < from)
        next += (from - next + step - 1) / step * step;
    const Instant fifth{next + (MitigationEffect::Fewest - 1 - effect.valuesAfter) * step};
    return fifth < effect.countsFrom + windows.look ? fifth : Instant(); // too seldom: there never will be five
}

int rankOf(const MitigationEffect &effect)
{
    switch (effect.verdict) {
    case Verdict::TooLittle: return 0;
    case Verdict::NotShown: return 1;
    case Verdict::Changed: return 2;
    case Verdict::LeftUsual: return 3;
    case Verdict::NoEffect: return effect.showsImpact ? 4 : 2;
    case Verdict::Worse: return 6;
    case Verdict::PastUsual: return 5;
    case Verdict::Sideways:
    case Verdict::Partial:
    case Verdict::Restored: break;
    }
    return 4;
}

} // namespace

MitigationEffect mitigationEffect(const MetricPoints &points, const MitigationWindows &windows)
{
    const MetricPoints plain = plainPoints(points);
    const qint64 at = windows.mitigatedAt.us;
    const qint64 impact = windows.impactStart.us;
    const qint64 end = windows.until.isSet() ? windows.until.us : std::numeric_limits<qint64>::max();
    const qint64 settled = at + windows.settle.us;
    // What lies before the impact is not what the mitigation was for.
    const qint64 begin = windows.impactStart.isSet() ? std::max(at - windows.look.us, impact) : at - windows.look.us;
    const std::vector<double> before = valuesIn(plain, begin, at);
    const std::vector<double> after = valuesIn(plain, settled, std::min(settled + windows.look.us, end));
    std::vector<double> usual;
    if (windows.impactStart.isSet())
        usual = valuesIn(plain, impact - windows.look.us, impact);

    MitigationEffect effect;
    effect.valuesBefore = int(before.size());
    effect.valuesAfter = int(after.size());
    effect.before = median(before);
    effect.after = median(after);
    effect.usual = usual.size() >= Fewest ? median(usual) : Unknown;
    effect.recovered = Unknown;
    effect.countsFrom = Instant{settled};
    if (before.size() >= Fewest && after.size() < Fewest)
        effect.toldFrom = whenEnough(plain, windows, effect);
    if (before.size() < Fewest || after.size() < Fewest)
        return effect;
    const bool known = !std::isnan(effect.usual);
    const double quieter = std::min(spreadOf(before, effect.before), spreadOf(after, effect.after));
    const double noise = known ? noiseOf(spreadOf(usual, effect.usual), effect.usual) : noiseOf(quieter, effect.before);
    effect.delta = cliffDelta(before, after, noise);
    const double way = effect.usual - effect.before;
    effect.showsImpact = known && std::abs(way) > noise;
    // Where the impact does not show in this series there is no way back in it.
    if (effect.showsImpact)
        effect.recovered = (effect.after - effect.before) / way;
    effect.verdict = verdictOf(effect, noise);
    return effect;
}

bool tellsMore(const MitigationEffect &one, const MitigationEffect &other)
{
    const int rank = rankOf(one);
    const int less = rankOf(other);
    return rank != less ? rank > less : std::abs(one.delta) > std::abs(other.delta);
}

} // namespace fireline::models
