// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricfield.h"

namespace fireline::views {

class TimeDisplay;

/// What is to be known of where values come from, as people read it in the graph; empty where there is nothing to say.
[[nodiscard]] QString noticeText(const models::MetricNotice &notice, const TimeDisplay &times);
/// Whether it is to be seen at once: what is drawn is not what is.
[[nodiscard]] bool isGrave(const models::MetricNotice &notice);

} // namespace fireline::views
