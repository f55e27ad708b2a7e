// SPDX-License-Identifier: GPL-3.0-or-later
#include "rebasedstate.h"

#include <QSet>

namespace fireline::sync {

using namespace domain;

void RebasedState::addLocal(const Event &event)
{
    m_queued.append(event);
    m_fold(m_shown, event);
}

void RebasedState::take(const QList<ServerEvent> &events)
{
    QSet<QString> placed;
    for (const ServerEvent &event : events) {
        m_fold(m_confirmed, event.event);
        placed.insert(event.event.id);
    }
    m_queued.removeIf([&](const Event &event) { return placed.contains(event.id); });
    putOnTop();
}

void RebasedState::refuse(const QList<Refusal> &refusals)
{
    QSet<QString> gone;
    for (const Refusal &refusal : refusals)
        gone.insert(refusal.event);
    m_queued.removeIf([&](const Event &event) { return gone.contains(event.id); });
    putOnTop();
}

void RebasedState::reset(const QList<Event> &ordered, const QList<Event> &queued)
{
    m_confirmed = {};
    for (const Event &event : ordered)
        m_fold(m_confirmed, event);
    m_queued = queued;
    putOnTop();
}

void RebasedState::putOnTop()
{
    m_shown = m_confirmed;
    for (const Event &event : std::as_const(m_queued))
        m_fold(m_shown, event);
}

} // namespace fireline::sync
