// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorysession.h"

#include "clocks/processnames.h"
#include "core/canonicaljson.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::test {

MemorySession::MemorySession(Process process, Instant start, const QString &typist, quint64 seed)
    : m_process(std::move(process))
    , m_clock(start)
    , m_ids(seed)
    , m_typist(typist)
{
    m_incident = m_ids.next(start);
}

Outcome<QList<Notice>> MemorySession::execute(const Command &command)
{
    const auto decision = decide({m_state, m_process, now(), m_typist}, command);
    if (!decision.ok())
        return decision.problem();
    write(decision.value().events);
    constexpr int most = 100;
    for (int i = 0; i < most; ++i) {
        const QList<EventDraft> next = followUps(m_state, m_process, now());
        if (next.isEmpty())
            break;
        write(next);
    }
    return decision.value().notices;
}

Outcome<void> MemorySession::advanceTo(Instant t)
{
    m_clock.set(t);
    return {};
}

void MemorySession::write(const QList<EventDraft> &drafts)
{
    for (const EventDraft &draft : drafts) {
        Event event;
        event.id = m_ids.next(now());
        event.incident = m_incident;
        event.type = draft.type;
        event.occurredAt = draft.occurredAt;
        event.recordedAt = now();
        m_last = tick(m_last, now());
        event.hlc = m_last;
        event.recordedBy = m_typist;
        event.device = u"memory"_s;
        event.deviceSeq = m_events.size() + 1;
        const auto bytes = toCanonicalJson(draft.payload);
        Q_ASSERT(bytes.ok());
        event.payload = bytes.value();
        event.prevHash = m_events.isEmpty() ? zeroHash() : m_events.last().hash;
        event.hash = contentHash(event);
        m_events.append(event);
        const ProcessNames names(m_process);
        apply(m_state, event, &names);
    }
}

} // namespace fireline::test
