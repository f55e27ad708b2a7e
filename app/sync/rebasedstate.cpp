// SPDX-License-Identifier: GPL-3.0-or-later
#include "rebasedstate.h"

#include <QSet>

namespace fireline::sync {

using namespace domain;

RebasedState::RebasedState(Fold fold, Waits waits) : m_fold(std::move(fold)), m_waits(std::move(waits)) { }

void RebasedState::addLocal(const Event &event)
{
    m_queued.append(event);
    foldQueued(event);
}

// What was shown stays as it is where the server's order is what was shown, with others' events behind it.
RebasedState::Change RebasedState::take(const QList<ServerEvent> &events)
{
    QSet<QString> waiting;
    for (const Event &event : std::as_const(m_queued))
        waiting.insert(event.id);
    Change change;
    change.moves = {int(m_confirmed.entries.size()), {}, m_queued};
    const QStringList rows = rowsOnTop();
    for (const ServerEvent &event : events) {
        if (!waiting.contains(event.event.id)) {
            change.added.append(event.event);
            continue;
        }
        const bool isNext = m_queued.value(change.confirmed.size()).id == event.event.id;
        change.refolded = change.refolded || !isNext || !change.added.isEmpty() || isPending(event.event);
        change.confirmed.append(event.event.id);
    }
    const QSet<QString> placed(change.confirmed.begin(), change.confirmed.end());
    m_queued.removeIf([&](const Event &event) { return placed.contains(event.id); });
    change.refolded = change.refolded || (!change.added.isEmpty() && !m_queued.isEmpty());
    if (change.refolded)
        m_shown = {}; // shared with what is below it, each list of that would be copied before it grows
    for (const ServerEvent &event : events)
        m_fold(m_confirmed, event.event, Effect::Whole);
    if (change.refolded) {
        putOnTop();
        for (const QString &row : rows)
            change.moves.places.append(m_shown.entryByEvent.value(row));
        return change;
    }
    for (const Event &event : std::as_const(change.added))
        m_fold(m_shown, event, Effect::Whole);
    return change;
}

bool RebasedState::refuse(const QList<Refusal> &refusals)
{
    QSet<QString> gone;
    for (const Refusal &refusal : refusals)
        gone.insert(refusal.event);
    if (m_queued.removeIf([&](const Event &event) { return gone.contains(event.id); }) == 0)
        return false;
    putOnTop();
    return true;
}

void RebasedState::reset(const QList<Event> &ordered, const QList<Event> &queued)
{
    m_confirmed = {};
    for (const Event &event : ordered)
        m_fold(m_confirmed, event, Effect::Whole);
    m_queued = queued;
    putOnTop();
}

QStringList RebasedState::rowsOnTop() const
{
    QStringList ids;
    for (qsizetype row = m_confirmed.entries.size(); row < m_shown.entries.size(); ++row)
        ids.append(m_shown.entries.at(row).eventId);
    return ids;
}

void RebasedState::putOnTop()
{
    m_shown = m_confirmed;
    for (const Event &event : std::as_const(m_queued))
        foldQueued(event);
}

void RebasedState::foldQueued(const Event &event)
{
    m_fold(m_shown, event, isPending(event) ? Effect::Row : Effect::Whole);
}

} // namespace fireline::sync
