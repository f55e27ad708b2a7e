// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentcontroller.h"

#include "incidentsharing.h"
#include "sync/remote.h"
#include "sync/syncjournal.h"

#include <algorithm>

// What comes from a shared backend.

namespace fireline::window {

using namespace domain;

namespace {

QStringList idsOf(const QList<Event> &events)
{
    QStringList ids;
    for (const Event &event : events)
        ids.append(event.id);
    return ids;
}

QStringList rowsOf(const IncidentState &state)
{
    QStringList ids;
    for (const Entry &entry : state.entries)
        ids.append(entry.eventId);
    return ids;
}

} // namespace

void IncidentController::markSaving(const QList<Event> &events)
{
    const QStringList ids = idsOf(events);
    m_saving.unite(QSet<QString>(ids.begin(), ids.end()));
}

// Most often it is what is shown already: nothing moves then under who works in it.
void IncidentController::takeOrder(const session::OrderedRecord &record)
{
    const QStringList before = rowsOf(state());
    if (const auto shared = m_opened.session->share(record); !shared)
        emit problemOccurred(shared.problem());
    m_opened.onBackend = true;
    m_sharing->follow(record);
    refreshClocks();
    if (rowsOf(state()) == before)
        emit applied({});
    else
        emit reset();
}

void IncidentController::takeEvents(const QList<ServerEvent> &events)
{
    auto taken = m_opened.session->take(events);
    m_sharing->follow(events);
    markSaving(taken.followed);
    refreshClocks();
    const QList<Event> news = taken.added + taken.followed;
    if (taken.refolded) {
        taken.moves.folded += news;
        tellMoves(taken.moves);
    } else
        emit applied(news);
    emit savedChanged(taken.confirmed + idsOf(taken.followed));
}

// While many write at once this is the common case: who keeps rows moves them, and nothing is read anew for it.
void IncidentController::tellMoves(const EntryMoves &moves)
{
    if (std::is_sorted(moves.places.begin(), moves.places.end()))
        emit rowsMoved(moves);
    else
        emit reset();
    emit applied({});
}

void IncidentController::takeRefusals(const QList<Refusal> &refusals)
{
    if (!m_opened.session->refuse(refusals))
        return;
    refreshClocks();
    emit reset();
    emit applied({});
}

void IncidentController::setUnconfirmed(const QSet<QString> &eventIds)
{
    if (eventIds == m_unconfirmed)
        return;
    QSet<QString> changed = m_unconfirmed;
    changed.subtract(eventIds);
    changed.unite(QSet<QString>(eventIds).subtract(m_unconfirmed));
    m_unconfirmed = eventIds;
    emit savedChanged(changed.values());
}

} // namespace fireline::window
