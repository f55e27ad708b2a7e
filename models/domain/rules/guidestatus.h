// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/guide.h"
#include "rules/rulecontext.h"

#include <QList>

namespace fireline::domain {

/// Where one step of a guide stands. A value.
struct GuideStepStatus
{
    enum class State {
        Coming,  ///< another one is to be done first
        Waiting, ///< its turn, but something is not there yet
        Now,
        Done,
    };
    State state = State::Coming;
    QString waitsFor; ///< Waiting: what for

    bool operator==(const GuideStepStatus &) const = default;
};

/// Whether it shows in the record as it is now.
[[nodiscard]] bool isShown(const Sign &sign, const RuleContext &context);

/// One for each step. The first one that is not done is the one to do; later ones may be done already.
[[nodiscard]] QList<GuideStepStatus> guideStatus(const Guide &guide, const RuleContext &context);

} // namespace fireline::domain
