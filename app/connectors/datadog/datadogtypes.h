// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answers/series.h"

#include <QStringList>

namespace fireline::connectors {

/// What a query of Datadog comes to. A value.
struct DatadogResult
{
    std::vector<SampleSeries> series; ///< labels are the tags of its scope
    QStringList warnings;
};

} // namespace fireline::connectors
