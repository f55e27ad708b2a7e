// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drillplayer.h"
#include "incidentcontroller.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace fireline::window {

/// Plays a scenario into an incident's window: others act by the script, the person here by the keyboard, on a simulated
/// clock that keeps the pace of the wall's (or a multiple). GUI thread; owned by the window, which it outlives nowhere.
class WindowDrill : public QObject, public drill::DrillSession
{
    Q_OBJECT
public:
    struct Setup
    {
        drill::Scenario scenario;
        bool automatic = true;                        ///< the lines of the person at this console are played as well
        QString console;                              ///< who sits here
        double speed = 1;                             ///< simulated seconds in a second
        std::optional<domain::Span> standsAfter = {}; ///< it is there at once, and its clock moves no more
    };

    WindowDrill(Setup setup, IncidentController &incident, domain::SimulatedClock &clock, QObject *parent = nullptr);

    void start();
    [[nodiscard]] const drill::Scenario &scenario() const { return m_setup.scenario; }
    /// What a newcomer is told; without steps in most drills.
    [[nodiscard]] const domain::Guide &guide() const { return m_setup.scenario.guide; }
    /// A newcomer is led, at their own pace.
    [[nodiscard]] bool isGuided() const { return !m_setup.automatic && !guide().steps.isEmpty(); }
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// The drill's clock stands, and nothing happens in it.
    void setPaused(bool paused);
    /// Simulated seconds in a second of the wall's clock.
    [[nodiscard]] double speed() const { return m_setup.speed; }
    void setSpeed(double speed);
    /// At once and for good: something real happened, or somebody said the word.
    void stop();
    [[nodiscard]] drill::DrillScore score() const { return m_player.score(); }
    [[nodiscard]] QList<drill::ComingInject> coming() const { return m_player.coming(); }

    [[nodiscard]] domain::Outcome<QList<domain::Notice>> execute(const domain::Command &command) override;
    [[nodiscard]] const domain::IncidentState &state() const override { return m_incident.state(); }
    [[nodiscard]] const domain::Process &process() const override { return m_incident.process(); }
    [[nodiscard]] domain::Instant now() const override { return m_clock.now(); }
    [[nodiscard]] domain::Outcome<void> advanceTo(domain::Instant t) override;

signals:
    /// What is said in the drill: the facilitator's words, what came in, whose turn it is.
    void said(const fireline::drill::DrillLine &line);
    /// Paused, faster, over.
    void paceChanged();
    /// Some of the script was played.
    void progressed();
    void ended(const fireline::drill::DrillResult &result);
    /// This is so, and stands nowhere.
    void notRecorded(const fireline::domain::Command &command, const fireline::domain::Problem &problem);

private:
    void step();
    void playUntil(domain::Instant target);
    void tell(const drill::DrillLine &line);

    Setup m_setup;
    IncidentController &m_incident;
    domain::SimulatedClock &m_clock;
    drill::DrillPlayer m_player;
    QTimer m_timer;
    bool m_paused = false;
    bool m_over = false;
};

} // namespace fireline::window
