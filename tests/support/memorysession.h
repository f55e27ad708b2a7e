// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "core/idsource.h"
#include "decide/decide.h"
#include "drillsession.h"

namespace fireline::test {

/// An incident that lives in memory alone: decide, stamp, apply, as a session does it, without a disk. For tests; one thread.
class MemorySession : public drill::DrillSession
{
public:
    MemorySession(domain::Process process, domain::Instant start, const QString &typist, quint64 seed = 1);

    domain::Outcome<QList<domain::Notice>> execute(const domain::Command &command) override;
    const domain::IncidentState &state() const override { return m_state; }
    const domain::Process &process() const override { return m_process; }
    domain::Instant now() const override { return m_clock.now(); }
    domain::Outcome<void> advanceTo(domain::Instant t) override;

    /// Everything written so far, in recorded order.
    const QList<domain::Event> &events() const { return m_events; }

private:
    void write(const QList<domain::EventDraft> &drafts);

    domain::Process m_process;
    domain::IncidentState m_state;
    domain::SimulatedClock m_clock;
    domain::UuidV7Source m_ids;
    QString m_typist;
    QString m_incident;
    domain::Hlc m_last;
    QList<domain::Event> m_events;
};

} // namespace fireline::test
