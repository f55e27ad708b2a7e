// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/componentsroles.h"
#include "feed/incidentfeed.h"
#include "status/affected.h"

namespace fireline::models {

/// What an audience was last told of a component. A value.
struct ToldOfComponent
{
    QString audience; ///< its name
    bool outside = false;
    ComponentState state = ComponentState::Operational;
    domain::Instant at;
    QString update; ///< "U3"

    bool operator==(const ToldOfComponent &) const = default;
};

/// A component, as it is known here and as others were told. A value.
struct ComponentRow
{
    QString name;
    std::optional<ComponentState> known;
    domain::Instant knownAt;
    QString knownBy;
    QString origin;
    bool over = false;           ///< the incident is
    QList<ToldOfComponent> told; ///< the latest first; of each audience what it heard last

    [[nodiscard]] QString key() const { return name; }
    [[nodiscard]] bool differs(const ToldOfComponent &one) const { return known && one.state != *known; }
    [[nodiscard]] components::Telling telling() const;
    bool operator==(const ComponentRow &) const = default;
};

/// Pure.
[[nodiscard]] QList<ComponentRow> componentRows(const domain::IncidentState &state, const domain::Process &process);

} // namespace fireline::models
