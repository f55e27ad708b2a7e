// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentsources.h"
#include "openincident.h"

#include <memory>

namespace fireline::window {

/// A record on its way into a window. The session refers to its sources, and goes before them.
struct HeldRecord
{
    std::shared_ptr<IncidentSources> sources;
    session::OpenedIncident opened;
};

} // namespace fireline::window
