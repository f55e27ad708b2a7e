// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/entryfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;
using domain::IncidentState;

void EntryFacts::clear()
{
    *this = {};
}

template<typename T>
void EntryFacts::followObjects(const QList<T> &objects, qsizetype &known, const IncidentState &state)
{
    for (; known < objects.size(); ++known) {
        const T &object = objects.at(known);
        if (const auto found = state.entryByEvent.constFind(object.eventId); found != state.entryByEvent.cend())
            m_objectRefs.insert(found.value(), object.id);
    }
}

void EntryFacts::follow(const IncidentState &state)
{
    followObjects(state.orders, m_known[0], state);
    followObjects(state.hypotheses, m_known[1], state);
    followObjects(state.changes, m_known[2], state);
    followObjects(state.mitigations, m_known[3], state);
    followObjects(state.decisions, m_known[4], state);
    followObjects(state.polls, m_known[5], state);
    followObjects(state.updates, m_known[6], state);
    followObjects(state.alerts, m_known[7], state);
    followObjects(state.reports, m_known[8], state);
    followObjects(state.actionItems, m_known[9], state);
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
