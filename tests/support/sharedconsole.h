// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "incidentsession.h"
#include "memorystore.h"

#include "core/clock.h"
#include "core/idsource.h"

#include <array>

namespace fireline::test {

/// A console whose record a backend orders, as the window's controller tells it; in memory.
class SharedConsole : public models::IncidentFeed
{
    Q_OBJECT
public:
    SharedConsole(const QString &name, int number);
    void declare();
    void join(const QList<domain::Event> &ordered);

    /// A line as typed; false where it is refused.
    bool line(const QString &text);
    bool execute(const domain::Command &command);
    void take(const QList<domain::ServerEvent> &events);
    void pass(domain::Span by);

    [[nodiscard]] const domain::IncidentState &state() const override { return m_session->state(); }
    [[nodiscard]] const domain::Process &process() const override { return m_session->process(); }
    [[nodiscard]] const QList<domain::RunningClock> &clocks() const override { return m_clocks; }
    [[nodiscard]] domain::Instant now() const override { return m_clock.now(); }
    [[nodiscard]] QString profile() const override { return m_setup.profile; }
    [[nodiscard]] models::Saved saved(const QString &) const override { return models::Saved::Saved; }
    [[nodiscard]] models::SaveStatus saveStatus() const override { return {}; }

    MemoryStore::Disk disk;
    qsizetype pushed = 0; ///< of what was written here
    qsizetype pulled = 0; ///< of the backend's order
    QList<domain::Event> written;

signals:
    void rowsMoved(const fireline::domain::EntryMoves &moves);

private:
    domain::SimulatedClock m_clock;
    domain::UuidV7Source m_ids;
    session::SessionSetup m_setup;
    std::unique_ptr<session::IncidentSession> m_session;
    QList<domain::RunningClock> m_clocks;
};

/// Ana and ben, and the order in which their backend takes what they push.
class SharedIncident
{
public:
    SharedIncident();
    [[nodiscard]] std::array<SharedConsole, 2> &consoles() { return m_consoles; }
    /// The oldest that it has not pushed.
    void push(SharedConsole &console);
    /// All that it has not pulled.
    void pull(SharedConsole &console);
    void pass(domain::Span by);

private:
    std::array<SharedConsole, 2> m_consoles;
    QList<domain::Event> m_order;
};

} // namespace fireline::test
