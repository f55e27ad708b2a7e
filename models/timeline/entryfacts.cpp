// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/entryfacts.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;
using domain::EntryMoves;
using domain::IncidentState;

void EntryFacts::clear()
{
    *this = {};
}

template<typename Look>
void EntryFacts::lookAtObjects(const IncidentState &state, Look look)
{
    look(state.orders, m_known[0]);
    look(state.hypotheses, m_known[1]);
    look(state.changes, m_known[2]);
    look(state.mitigations, m_known[3]);
    look(state.decisions, m_known[4]);
    look(state.polls, m_known[5]);
    look(state.updates, m_known[6]);
    look(state.alerts, m_known[7]);
    look(state.reports, m_known[8]);
    look(state.actionItems, m_known[9]);
}

void EntryFacts::follow(const IncidentState &state)
{
    lookAtObjects(state, [&](const auto &objects, qsizetype &known) {
        for (; known < objects.size(); ++known) {
            const auto &object = objects.at(known);
            if (const auto found = state.entryByEvent.constFind(object.eventId); found != state.entryByEvent.cend())
                m_objectRefs.insert(found.value(), object.id);
        }
    });
}

void EntryFacts::rebase(const EntryMoves &moves, const IncidentState &state)
{
    m_objectRefs.removeIf([&](const auto &item) { return item.key() >= moves.first; });
    lookAtObjects(state, [&](const auto &objects, qsizetype &known) {
        known = std::min(known, objects.size());
        while (known > 0 && state.entryByEvent.value(objects.at(known - 1).eventId, moves.first) >= moves.first)
            --known;
    });
    const QHash<int, int> before = std::exchange(m_targets, {});
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        m_targets.insert(moves.placeOf(it.key()), moves.placeOf(it.value()));
}

void EntryFacts::noteChange(int change, int entry)
{
    m_targets.insert(change, entry);
}

const Entry *standingRetraction(const IncidentState &state, const Entry &entry)
{
    if (!entry.retracted)
        return nullptr;
    const auto &ids = entry.correctedBy;
    const auto last = std::find_if(ids.crbegin(), ids.crend(), [&](const QString &id) {
        const Entry *change = state.entry(id);
        return change && change->type == "entry.retracted"_L1;
    });
    return last == ids.crend() ? nullptr : state.entry(*last);
}

int correctedCount(const IncidentState &state, const Entry &entry)
{
    return int(std::count_if(entry.correctedBy.cbegin(), entry.correctedBy.cend(), [&](const QString &id) {
        const Entry *change = state.entry(id);
        return change && (change->type == "entry.corrected"_L1 || change->type == "entry.retimed"_L1);
    }));
}

bool isOutOfSight(const IncidentState &state, const Entry &entry)
{
    const Entry *retraction = standingRetraction(state, entry);
    return retraction && retraction->actor == entry.actor
           && retraction->recordedAt - entry.recordedAt <= domain::Span::seconds(5);
}

} // namespace fireline::models
