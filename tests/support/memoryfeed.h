// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/incidentfeed.h"
#include "memorystore.h"

#include "incidentsession.h"

#include <QSet>

namespace fireline::test {

/// A feed over a whole session in memory: quick-entry lines go in, models and panels see what comes of it. Time stands until
/// advance(). For tests of models and panels; one thread.
class MemoryFeed : public models::IncidentFeed
{
    Q_OBJECT
public:
    /// Declares "Checkout fails" under a built-in process; the severity may be left empty.
    explicit MemoryFeed(const QString &processId, const QString &severity = {}, const QString &profile = QStringLiteral("ana"),
                        bool isPrivate = false, bool isDrill = false);
    ~MemoryFeed() override;

    /// A line as typed; `as` does it, else the profile. Fails the running test when the line cannot be read.
    domain::Outcome<session::Executed> line(const QString &text, const QString &as = {});
    domain::Outcome<session::Executed> execute(const domain::Command &command);
    /// Lists that stand beside the process on this machine, as after a change of the folder of playbooks.
    void setPlaybooks(const QList<domain::ListRule> &lists);
    /// Reads everything anew from what was written, as after a restart.
    void restart();
    /// Moves the clock and ticks once.
    void advance(domain::Span by);
    void setTime(domain::Instant t);

    /// From now on events stay Saving until release(); `asSaved` false makes them NotSaved.
    void holdSaving() { m_hold = true; }
    void release(bool asSaved = true);

    const domain::IncidentState &state() const override;
    const domain::Process &process() const override;
    const QList<domain::RunningClock> &clocks() const override { return m_clocks; }
    domain::Instant now() const override { return m_clock.now(); }
    QString profile() const override { return m_profile; }
    models::Saved saved(const QString &eventId) const override;
    models::SaveStatus saveStatus() const override;

private:
    void refreshClocks();
    session::SessionSetup setup();

    domain::SimulatedClock m_clock;
    domain::UuidV7Source m_ids{7};
    QString m_profile;
    MemoryStore::Disk m_disk;
    std::unique_ptr<session::IncidentSession> m_session;
    QList<domain::RunningClock> m_clocks;
    QList<domain::ListRule> m_playbooks;
    bool m_hold = false;
    QStringList m_held;
    QSet<QString> m_notSaved;
};

} // namespace fireline::test
