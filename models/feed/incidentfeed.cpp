// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/incidentfeed.h"

namespace fireline::models {

IncidentFeed::IncidentFeed(QObject *parent) : QObject(parent) { }

IncidentFeed::~IncidentFeed() = default;

} // namespace fireline::models
