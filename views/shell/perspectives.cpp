// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/perspectives.h"

#include "shell/paneldocks.h"

namespace fireline::views {

Perspectives::Perspectives(PanelDocks &docks, QObject *parent) : QObject(parent), m_docks(docks) { }

void Perspectives::set(Perspective perspective)
{
    if (perspective != m_current)
        m_layouts.insert(m_current, m_docks.layout());
    m_current = perspective;
    applyCurrent();
    emit changed(perspective);
}

void Perspectives::setDrill(bool drill)
{
    m_drill = drill;
    if (!drill && m_current == Perspective::Drill)
        set(Perspective::Command);
}

QString Perspectives::whyNot(Perspective perspective) const
{
    return perspective == Perspective::Drill && !m_drill ? tr("This is no drill. Drills begin in the start window.") : QString();
}

void Perspectives::reset()
{
    m_layouts.remove(m_current);
    applyCurrent();
}

QMap<Perspective, PanelLayout> Perspectives::layouts() const
{
    QMap<Perspective, PanelLayout> all = m_layouts;
    all.insert(m_current, m_docks.layout());
    return all;
}

void Perspectives::restore(Perspective current, const QMap<Perspective, PanelLayout> &layouts)
{
    m_layouts = layouts;
    // What was left in a drill is nothing to come back to in an incident.
    m_current = whyNot(current).isEmpty() ? current : Perspective::Command;
    applyCurrent();
    emit changed(m_current);
}

/// A panel that came with a newer version has no place in what was kept: it takes the place it was made for.
void Perspectives::applyCurrent()
{
    const PanelLayout standard = m_docks.defaultLayout(m_current);
    PanelLayout layout = m_layouts.value(m_current, standard);
    for (auto it = standard.places.cbegin(); it != standard.places.cend(); ++it) {
        if (!layout.places.contains(it.key()))
            layout.places.insert(it.key(), it.value());
    }
    m_docks.apply(layout);
}

QString Perspectives::title(Perspective perspective)
{
    switch (perspective) {
    case Perspective::Command: return tr("Command");
    case Perspective::Scribe: return tr("Scribe");
    case Perspective::Comms: return tr("Communications");
    case Perspective::Observer: return tr("Observer");
    case Perspective::Drill: return tr("Drill");
    case Perspective::After: return tr("After the incident");
    }
    return {};
}

QString Perspectives::help(Perspective perspective)
{
    switch (perspective) {
    case Perspective::Command: return tr("Roles, checklist, actions and decisions, for who leads the incident.");
    case Perspective::Scribe: return tr("The whole timeline, with the keyboard in quick entry, for who writes it down.");
    case Perspective::Comms: return tr("Status updates and their clock, for who tells the customers.");
    case Perspective::Observer: return tr("The timeline and the status to read, for who only looks on. Nothing can be written.");
    case Perspective::Drill: return tr("Clock, actions and roles of a drill, for who runs it.");
    case Perspective::After: return tr("The review beside the timeline, for who writes down what was learned.");
    }
    return {};
}

} // namespace fireline::views
