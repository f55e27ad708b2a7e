// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/stamper.h"

#include "core/canonicaljson.h"

namespace fireline::domain {

EventStamper::EventStamper(IdSource &ids, QString device, QString recordedBy)
    : m_ids(ids)
    , m_device(std::move(device))
    , m_recordedBy(std::move(recordedBy))
{
}

void EventStamper::follow(const Event &event, Instant now)
{
    m_at.hlc = observe(m_at.hlc, event.hlc, now);
    if (event.device != m_device)
        return;
    // Our own record is ours to follow, even when this machine's clock went back since.
    m_at.hlc = std::max(m_at.hlc, event.hlc);
    if (event.deviceSeq <= m_at.deviceSeq)
        return; // the server confirms an older one: what was stamped since stays what comes last
    m_at.deviceSeq = event.deviceSeq;
    m_at.prevHash = event.hash;
}

Outcome<QList<Event>> EventStamper::stamp(const QList<EventDraft> &drafts, Instant now)
{
    const Mark before = m_at;
    QList<Event> events;
    for (const EventDraft &draft : drafts) {
        const auto payload = toCanonicalJson(draft.payload);
        if (!payload) {
            m_at = before;
            return payload.problem();
        }
        m_at.hlc = tick(m_at.hlc, now);
        Event event;
        event.id = m_ids.next(now);
        event.incident = m_incident;
        event.type = draft.type;
        event.occurredAt = draft.occurredAt;
        event.recordedAt = now;
        event.hlc = m_at.hlc;
        event.recordedBy = m_recordedBy;
        event.device = m_device;
        event.deviceSeq = ++m_at.deviceSeq;
        event.payload = payload.value();
        event.prevHash = m_at.prevHash;
        event.hash = contentHash(event);
        m_at.prevHash = event.hash;
        events.append(std::move(event));
    }
    return events;
}

} // namespace fireline::domain
