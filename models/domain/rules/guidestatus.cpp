// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/guidestatus.h"

#include "rules/facts.h"
#include "rules/momentreader.h"

#include <algorithm>

namespace fireline::domain {

bool isShown(const Sign &sign, const RuleContext &context)
{
    if (sign.moment)
        return latestMoment(*sign.moment, context).isSet();
    if (sign.tick)
        return holds(*sign.tick, context);
    if (sign.act)
        return context.state.actsDone.contains(wordOf(*sign.act));
    return std::any_of(context.state.entries.begin(), context.state.entries.end(),
                       [&](const Entry &entry) { return entry.kind == sign.entry && !entry.retracted; });
}

QList<GuideStepStatus> guideStatus(const Guide &guide, const RuleContext &context)
{
    using State = GuideStepStatus::State;
    QList<GuideStepStatus> all;
    bool found = false;
    for (const GuideStep &step : guide.steps) {
        GuideStepStatus status;
        if (isShown(step.done, context)) {
            status.state = State::Done;
        } else if (!found) {
            found = true;
            const auto missing = std::find_if(step.needs.begin(), step.needs.end(),
                                              [&](const GuideNeed &need) { return !isShown(need.sign, context); });
            status.state = missing == step.needs.end() ? State::Now : State::Waiting;
            status.waitsFor = missing == step.needs.end() ? QString() : missing->text;
        }
        all.append(status);
    }
    return all;
}

} // namespace fireline::domain
