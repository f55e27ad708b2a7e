// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>
#include <QStringList>

namespace fireline::views {

/// How a drill went, as its scoring says. A value.
struct GuideOutcome
{
    bool passed = false;
    domain::Span took;
    QStringList late; ///< what ran late
    int lateAllowed = 0;
    int overrides = 0;
    int overridesAllowed = 0;
    int otherwise = 0; ///< what did not go as the drill expects
    QString goesOn;    ///< what a real incident would still want; may be empty
    QString next;      ///< what to try next; may be empty
};

/// "It took 5:12. Nothing ran late, …": whole sentences.
[[nodiscard]] QString scoreText(const GuideOutcome &outcome);

} // namespace fireline::views
