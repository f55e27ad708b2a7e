// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwindow.h"

#include "commanddesk.h"
#include "fileinstance.h"
#include "linesdesk.h"
#include "recordguard.h"
#include "shell/mainwindow.h"
#include "warroom.h"

namespace fireline::window {

void IncidentWindow::connectIncident()
{
    connect(m_desk.get(), &CommandDesk::rested, this, &IncidentWindow::settled);
    connect(m_incident.get(), &IncidentController::savedChanged, this, [this](const QStringList &ids) {
        m_shared.hooks.shown(*m_incident, ids);
        m_lines->forgetSent();
    });
    connect(m_guard.get(), &RecordGuard::openRequested, this, &IncidentWindow::fileRequested);
    connect(m_room.get(), &WarRoom::raiseRequested, this, &IncidentWindow::raise);
    connect(m_room.get(), &WarRoom::drillsRequested, this, &IncidentWindow::drillsRequested);
    connect(m_room.get(), &WarRoom::settingsRequested, this, &IncidentWindow::settingsRequested);
    if (m_incident->saveStatus().readOnly)
        return;
    auto *instance = new FileInstance(this);
    connect(instance, &FileInstance::raiseRequested, this, &IncidentWindow::raise);
    instance->listen(m_incident->path());
}

bool IncidentWindow::holdsLines() const
{
    return m_lines->holdsLines();
}

void IncidentWindow::followDrill(WindowDrill &drill)
{
    m_room->followDrill(drill);
}

void IncidentWindow::setTicks(bool ticks)
{
    m_room->setTicks(ticks);
}

void IncidentWindow::raise()
{
    m_window->setWindowState((m_window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void IncidentWindow::goTo(const QString &eventId)
{
    if (isFilled())
        m_room->goTo(eventId);
    else
        m_goTo = eventId;
}

} // namespace fireline::window
