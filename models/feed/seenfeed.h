// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <functional>

namespace fireline::models {

/// The feed as the models of one panel get it: what happens while nobody sees the panel is told when somebody does, or when
/// catchUp() is called, all at once. So a dozen panels behind tabs cost nothing while others write into the incident. The
/// state itself is always the present one. GUI thread; owned by its source.
class SeenFeed : public IncidentFeed
{
    Q_OBJECT
public:
    explicit SeenFeed(IncidentFeed &source);
    ~SeenFeed() override;

    /// Asked at each event; without it the panel counts as seen.
    void setSeen(std::function<bool()> isSeen);
    /// Tells the events that were not told yet; an empty list where they are too many to be kept.
    void catchUp();
    /// The panel came into sight: tells all that was not told yet, time included.
    void comeIntoSight();
    [[nodiscard]] bool isBehind() const { return m_behind || m_tickMissed; }

    [[nodiscard]] const domain::IncidentState &state() const override { return m_source.state(); }
    [[nodiscard]] const domain::Process &process() const override { return m_source.process(); }
    [[nodiscard]] const QList<domain::RunningClock> &clocks() const override { return m_source.clocks(); }
    [[nodiscard]] domain::Instant now() const override { return m_source.now(); }
    [[nodiscard]] QString profile() const override { return m_source.profile(); }
    [[nodiscard]] Saved saved(const QString &eventId) const override { return m_source.saved(eventId); }
    [[nodiscard]] SaveStatus saveStatus() const override { return m_source.saveStatus(); }

private:
    [[nodiscard]] bool isSeen() const { return !m_isSeen || m_isSeen(); }
    void take(const QList<domain::Event> &events);
    void tick();

    IncidentFeed &m_source;
    std::function<bool()> m_isSeen;
    QList<domain::Event> m_missed;
    bool m_behind = false;
    bool m_tooMany = false; ///< missed, to tell each of them
    bool m_tickMissed = false;
    domain::Instant m_ticked;
};

} // namespace fireline::models
