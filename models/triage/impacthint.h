// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

#include <optional>

namespace fireline::models {

/// When an impact may have been, as the graphs tell it: shown where a person states it, never set. A value.
struct ImpactHint
{
    QString text; ///< for people; empty: nobody knows more
    std::optional<domain::Instant> start;
    std::optional<domain::Instant> end;
};

} // namespace fireline::models
