// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drillsession.h"
#include "drillsetup.h"
#include "incidentsession.h"

#include <functional>

namespace fireline::session {

/// A drill's incident: an ordinary session on a simulated clock and seeded ids, with no connector (decisions 16). One
/// thread; owned by whoever runs the player.
class DrillIncident : public drill::DrillSession
{
public:
    /// Called before the simulated clock moves on by that much; a real-time drill waits here.
    using Pace = std::function<void(domain::Span)>;

    [[nodiscard]] static domain::Outcome<std::unique_ptr<DrillIncident>> declare(const IncidentSession::StoreMaker &makeStore,
                                                                                 const drill::DrillSetup &setup,
                                                                                 const domain::Process &process, Pace pace = {});

    [[nodiscard]] domain::Outcome<QList<domain::Notice>> execute(const domain::Command &command) override;
    [[nodiscard]] const domain::IncidentState &state() const override { return m_session->state(); }
    [[nodiscard]] const domain::Process &process() const override { return m_session->process(); }
    [[nodiscard]] domain::Instant now() const override { return m_clock.now(); }
    [[nodiscard]] domain::Outcome<void> advanceTo(domain::Instant t) override;

    [[nodiscard]] IncidentSession &session() { return *m_session; }

private:
    DrillIncident(const drill::DrillSetup &setup, Pace pace);

    domain::SimulatedClock m_clock;
    domain::UuidV7Source m_ids;
    Pace m_pace;
    std::unique_ptr<IncidentSession> m_session;
};

} // namespace fireline::session
