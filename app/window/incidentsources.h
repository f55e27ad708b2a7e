// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/idsource.h"
#include "incidentsession.h"

#include <memory>

namespace fireline::window {

/// Time and ids of one incident: its session refers to them, so they live longer. Made before the file is opened, then owned
/// by the incident's window.
struct IncidentSources
{
    std::unique_ptr<domain::Clock> clock;
    std::unique_ptr<domain::IdSource> ids;

    [[nodiscard]] session::SessionSetup setup(const QString &profile, const QString &device,
                                              std::function<domain::Process(domain::Process)> withPlaybooks)
    {
        return {*clock, *ids, profile, device, std::move(withPlaybooks)};
    }
};

} // namespace fireline::window
