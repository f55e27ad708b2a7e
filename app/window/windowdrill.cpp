// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowdrill.h"

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;

namespace {

constexpr int stepMs = 250;

} // namespace

WindowDrill::WindowDrill(Setup setup, IncidentController &incident, SimulatedClock &clock, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_incident(incident)
    , m_clock(clock)
    , m_player(m_setup.scenario, *this,
               {true, m_setup.automatic ? QString() : m_setup.console, m_setup.scenario.seed, isGuided(),
                [this](const drill::DrillLine &line) { tell(line); }})
{
    m_timer.setInterval(stepMs);
    connect(&m_timer, &QTimer::timeout, this, &WindowDrill::step);
}

void WindowDrill::start()
{
    m_player.begin();
    if (m_setup.standsAfter)
        playUntil(m_setup.scenario.start + *m_setup.standsAfter);
    else
        m_timer.start();
}

void WindowDrill::tell(const drill::DrillLine &line)
{
    // The guide says it, when it is time.
    if (!isGuided() || line.kind != drill::DrillLine::Kind::Left)
        emit said(line);
}

void WindowDrill::setPaused(bool paused)
{
    if (m_over || paused == m_paused)
        return;
    m_paused = paused;
    paused || m_setup.standsAfter ? m_timer.stop() : m_timer.start();
    emit paceChanged();
}

void WindowDrill::setSpeed(double speed)
{
    if (speed == m_setup.speed)
        return;
    m_setup.speed = speed;
    emit paceChanged();
}

void WindowDrill::stop()
{
    if (m_over)
        return;
    m_timer.stop();
    m_over = true;
    const Command said{Verb::Note, now(), {}, {{u"text"_s, tr("The drill was stopped here.")}, {u"connector"_s, true}}};
    if (const auto done = m_incident.execute(said); !done)
        emit notRecorded(said, done.problem());
    emit paceChanged();
    emit ended(m_player.stop());
}

void WindowDrill::step()
{
    playUntil(m_clock.now() + Span::millis(qint64(stepMs * m_setup.speed)));
}

void WindowDrill::playUntil(Instant target)
{
    const bool goesOn = m_player.playUntil(target);
    if (!goesOn) {
        m_timer.stop();
        m_over = true;
        emit paceChanged();
        emit ended(m_player.finish());
    }
    m_incident.tick();
    emit progressed();
}

Outcome<QList<Notice>> WindowDrill::execute(const Command &command)
{
    auto executed = m_incident.execute(command);
    if (!executed)
        return executed.problem();
    return executed.value().notices;
}

Outcome<void> WindowDrill::advanceTo(Instant t)
{
    m_clock.set(t);
    return {};
}

} // namespace fireline::window
