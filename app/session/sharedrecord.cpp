// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedrecord.h"

#include "clocks/processnames.h"
#include "core/canonicaljson.h"
#include "processauthority.h"
#include "processloader.h"
#include "state/applyrow.h"
#include "state/contestedfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using sync::RebasedState;

SharedRecord::SharedRecord(WithPlaybooks withPlaybooks)
    : m_withPlaybooks(std::move(withPlaybooks))
    , m_fold(
          [this](IncidentState &state, const Event &event, RebasedState::Effect effect) {
              static const Process none;
              const Read &pinned = read(state);
              const ProcessNames names(pinned ? pinned.value() : none);
              if (effect == RebasedState::Effect::Row)
                  applyRow(state, event, &names);
              else
                  apply(state, event, &names);
          },
          [this](const Event &event) { return waits(event); })
{
}

// Decisions 5. What somebody else may have done meanwhile is not done before the one judge has said so.
bool SharedRecord::waits(const Event &event) const
{
    static const QStringList always = {u"handover.accepted"_s,   u"command.takenOver"_s,  u"incident.resolved"_s,
                                       u"incident.closed"_s,     u"incident.withdrawn"_s, u"update.sent"_s,
                                       u"incident.restricted"_s, u"member.added"_s,       u"member.removed"_s};
    if (m_history.contains(event.id))
        return false;
    if (always.contains(event.type))
        return true;
    if (event.type != "role.taken"_L1 && event.type != "role.assigned"_L1)
        return false;
    const QString role = event.body().value(u"role"_s).toString();
    const Read &pinned = read(m_fold.shown());
    if (!pinned)
        return true;
    const auto &roles = pinned.value().roles;
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const RoleDef &each) { return each.id == role; });
    return found == roles.end() || found->single;
}

void SharedRecord::reset(const QList<Event> &ordered, const QList<Event> &queued, const QSet<QString> &history)
{
    m_history = history;
    m_confirmedTerms = {};
    for (const Event &event : ordered)
        m_confirmedTerms.follow(event, event.recordedBy, false, link::processAuthority(event));
    m_fold.reset(ordered, queued);
    putTermsOnTop();
}

void SharedRecord::addLocal(const Event &event)
{
    m_fold.addLocal(event);
    m_shownTerms.follow(event, event.recordedBy, false, link::processAuthority(event));
}

RebasedState::Change SharedRecord::take(const QList<ServerEvent> &events)
{
    for (const ServerEvent &event : events)
        m_confirmedTerms.follow(event.event, event.login, event.adopted, link::processAuthority(event.event));
    auto change = m_fold.take(events);
    putTermsOnTop();
    return change;
}

bool SharedRecord::refuse(const QList<Refusal> &refusals)
{
    const bool changed = m_fold.refuse(refusals);
    if (changed)
        putTermsOnTop();
    return changed;
}

void SharedRecord::putTermsOnTop()
{
    m_shownTerms = m_confirmedTerms;
    for (const Event &event : m_fold.queued())
        m_shownTerms.follow(event, event.recordedBy, false, link::processAuthority(event));
}

QList<EventDraft> SharedRecord::withTerms(QList<EventDraft> drafts, const QString &recordedBy) const
{
    for (EventDraft &draft : drafts) {
        if (setsField(draft.type))
            draft.payload.insert(seenKey.toString(), m_fold.confirmed().eventCount);
    }
    if (std::none_of(drafts.begin(), drafts.end(), [](const EventDraft &draft) { return isFenced(draft.type); }))
        return drafts;
    Arbiter ahead = m_shownTerms;
    for (EventDraft &draft : drafts) {
        if (isFenced(draft.type))
            draft.payload.insert(u"term"_s, ahead.state().term);
        Event event;
        event.type = draft.type;
        event.recordedBy = recordedBy;
        event.occurredAt = draft.occurredAt;
        if (const auto payload = toCanonicalJson(draft.payload))
            event.payload = payload.value();
        ahead.follow(event, recordedBy, false, link::processAuthority(event));
    }
    return drafts;
}

Outcome<Process> SharedRecord::process() const
{
    return read(m_fold.shown());
}

void SharedRecord::setPlaybooks(WithPlaybooks withPlaybooks)
{
    m_withPlaybooks = std::move(withPlaybooks);
    m_processes.clear();
}

const SharedRecord::Read &SharedRecord::read(const IncidentState &state) const
{
    const auto known = m_processes.find(state.processText);
    if (known != m_processes.end())
        return known->second;
    Read loaded = state.processText.isEmpty() ? Read(Process())
                                              : process::loadProcess(state.processText.toUtf8(), state.processId + u".yaml"_s);
    if (loaded && m_withPlaybooks && !state.processText.isEmpty())
        loaded = m_withPlaybooks(std::move(loaded).value());
    return m_processes.emplace(state.processText, std::move(loaded)).first->second;
}

} // namespace fireline::session
