// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillincident.h"

namespace fireline::session {

using namespace domain;

DrillIncident::DrillIncident(const drill::DrillSetup &setup, Pace pace)
    : m_clock(setup.start)
    , m_ids(setup.seed)
    , m_pace(std::move(pace))
{
}

Outcome<std::unique_ptr<DrillIncident>> DrillIncident::declare(const IncidentSession::StoreMaker &makeStore,
                                                               const drill::DrillSetup &setup, const Process &process, Pace pace)
{
    auto incident = std::unique_ptr<DrillIncident>(new DrillIncident(setup, std::move(pace)));
    auto session = IncidentSession::declare(makeStore, {incident->m_clock, incident->m_ids, setup.typist, setup.device}, process,
                                            setup.declare);
    if (!session)
        return session.problem();
    incident->m_session = std::move(session).value();
    return incident;
}

Outcome<QList<Notice>> DrillIncident::execute(const Command &command)
{
    auto executed = m_session->execute(command);
    if (!executed)
        return executed.problem();
    return executed.value().notices;
}

Outcome<void> DrillIncident::advanceTo(Instant t)
{
    if (m_pace && t > m_clock.now())
        m_pace(t - m_clock.now());
    m_clock.set(t);
    return {};
}

} // namespace fireline::session
