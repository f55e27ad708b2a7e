// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/mitigationeffect.h"

#include "detection/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fireline::models {

namespace {

constexpr size_t Fewest = 5;
constexpr double Noticeable = 0.33;
constexpr double AlmostAll = 0.8;
constexpr double Some = 0.2;

double median(std::vector<double> values)
{
    return medianOf(values);
}

MitigationEffect::Verdict verdictOf(const MitigationEffect &effect, double spread)
{
    using enum MitigationEffect::Verdict;
    if (std::abs(effect.delta) < Noticeable)
        return NoEffect;
    if (std::isnan(effect.recovered))
        return Changed;
    const bool near = std::abs(effect.after - effect.usual) <= 2 * spread;
    if (effect.recovered > 0 && (effect.recovered >= AlmostAll || near))
        return Restored;
    if (effect.recovered >= Some)
        return Partial;
    return effect.recovered <= -Some ? Worse : NoEffect;
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
    effect.usual = usual.size() >= Fewest ? median(usual) : std::numeric_limits<double>::quiet_NaN();
    effect.recovered = std::numeric_limits<double>::quiet_NaN();
    if (before.size() < Fewest || after.size() < Fewest)
        return effect;
    effect.delta = cliffDelta(before, after);
    const double way = effect.usual - effect.before;
    // Where the impact does not show in this series there is no way back in it.
    const double spread = spreadOf(usual, effect.usual);
    if (!std::isnan(way) && std::abs(way) > std::max(spread, std::abs(effect.usual) * 1e-6))
        effect.recovered = (effect.after - effect.before) / way;
    effect.verdict = verdictOf(effect, spread);
    return effect;
}

} // namespace fireline::models
