// SPDX-License-Identifier: GPL-3.0-or-later
#include "simjournal.h"

#include "arbiter/arbiterstate.h"

#include <algorithm>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

void SimJournal::remember(const Event &event)
{
    m_events.insert(event.id, event);
    if (!m_order.contains(event.id))
        m_order.insert(event.id, m_order.size());
}

bool SimJournal::isBy(const Event &event, const QString &recorder) const
{
    return m_own.contains(event.id) || sameWord(event.recordedBy, recorder);
}

void SimJournal::write(const Event &event)
{
    remember(event);
    m_own.append(event.id);
    m_queue.append(event.id);
}

QList<Event> SimJournal::ordered() const
{
    QList<Event> events;
    for (const ServerEvent &place : m_places)
        events.append(place.event);
    return events;
}

QList<Event> SimJournal::queuedEvents() const
{
    QList<Event> events;
    for (const QString &id : m_queue) {
        if (!m_refusedBefore.contains(id)) // it goes there for the chain alone: nobody takes it for pending
            events.append(m_events.value(id));
    }
    return events;
}

QList<Event> SimJournal::own() const
{
    QList<Event> events;
    for (const QString &id : m_own)
        events.append(m_events.value(id));
    return events;
}

Outcome<void> SimJournal::bind(const QString &server, const QString &generation)
{
    if (m_cursor.generation != generation && !keepsSentBlobs)
        blobsSent.clear();
    m_cursor.server = server;
    m_cursor.generation = generation;
    return {};
}

Outcome<void> SimJournal::markHistory()
{
    m_history = QSet<QString>(m_queue.begin(), m_queue.end());
    return {};
}

Outcome<QByteArray> SimJournal::chainHashAt(qint64 serverSeq) const
{
    return m_places.value(serverSeq).chainHash;
}

Outcome<QList<QueuedEvent>> SimJournal::queued(int limit) const
{
    QList<QueuedEvent> queued;
    qsizetype bytes = 0;
    for (const QString &id : m_queue.first(std::min<qsizetype>(limit, m_queue.size()))) {
        bytes += m_events.value(id).payload.size();
        if (bytes > mostBytesAtOnce && !queued.isEmpty())
            break;
        const QString next = m_queue.value(queued.size() + 1);
        const bool isHistory = m_history.contains(id);
        queued.append({m_events.value(id), isHistory, m_refusedBefore.value(id), isHistory && !m_history.contains(next)});
    }
    return queued;
}

Outcome<qsizetype> SimJournal::queuedHistory() const
{
    return std::count_if(m_queue.begin(), m_queue.end(),
                         [&](const QString &id) { return m_history.contains(id) && !m_refusedBefore.contains(id); });
}

Outcome<bool> SimJournal::mayPutBack(const QString &recorder) const
{
    return m_places.contains(1) && isBy(m_places.value(1).event, recorder);
}

Outcome<void> SimJournal::take(const QList<ServerEvent> &events)
{
    for (const ServerEvent &event : events) {
        if (m_events.contains(event.event.id) && m_events.value(event.event.id).hash != event.event.hash)
            return Problem{Problem::Kind::Refused, u"id-reused"_s, {}, {}, {}, {}};
    }
    m_cursor.seq = events.last().seq;
    m_cursor.chainHash = events.last().chainHash;
    if (crashBetween && crashBetween())
        return Problem{Problem::Kind::Io, u"crash"_s, {}, {}, {}, {}};
    for (const ServerEvent &event : events) {
        remember(event.event);
        if (event.event.type == "attachment.added"_L1) {
            const QString name = event.event.body().value(u"sha256"_s).toString();
            if (!blobs.contains(name))
                blobsMissing.insert(name);
        }
        m_places.insert(event.seq, event);
        m_queue.removeOne(event.event.id);
        m_refused.remove(event.event.id);
        m_refusedBefore.remove(event.event.id);
    }
    return {};
}

Outcome<void> SimJournal::refuse(const QList<Refusal> &refusals)
{
    for (const Refusal &refusal : refusals) {
        if (!m_queue.removeOne(refusal.event))
            continue;
        m_refused.insert(refusal.event, refusal.reason);
        m_refusedBefore.remove(refusal.event);
    }
    return {};
}

Outcome<QList<RefusedEvent>> SimJournal::openRefusals() const
{
    QList<RefusedEvent> open;
    for (const QString &id : m_own) {
        if (m_refused.contains(id) && !settled.contains(id))
            open.append({m_events.value(id), m_refused.value(id), {}});
    }
    return open;
}

Outcome<void> SimJournal::settleRefusal(const QString &event)
{
    settled.insert(event);
    return {};
}

Outcome<QList<Refusal>> SimJournal::refusals() const
{
    QList<Refusal> refusals;
    for (const QString &id : m_own) {
        if (m_refused.contains(id))
            refusals.append({id, m_refused.value(id), {}});
    }
    return refusals;
}

Outcome<Rewind> SimJournal::rewindTo(qint64 serverSeq, const QString &recorder)
{
    Rewind what;
    for (auto place = m_places.upperBound(serverSeq); place != m_places.end(); place = m_places.erase(place), ++what.aside) {
        m_aside.insert(place->event.id);
        if (!isBy(place->event, recorder))
            continue;
        m_queue.append(place->event.id);
        ++what.queued;
    }
    sortQueue();
    m_cursor.seq = serverSeq;
    m_cursor.chainHash = serverSeq > 0 ? m_places.value(serverSeq).chainHash : zeroHash();
    if (!keepsSentBlobs)
        blobsSent.clear();
    return what;
}

Outcome<QList<QString>> SimJournal::queuedFromElsewhere(const QString &device) const
{
    QList<QString> ids = m_queue;
    ids.removeIf([&](const QString &id) { return m_events.value(id).device != device || m_own.contains(id); });
    return ids;
}

Outcome<qint64> SimJournal::onlyHere() const
{
    return lost().size();
}

Outcome<QList<SetAside>> SimJournal::setAside() const
{
    QList<SetAside> all;
    for (auto refused = m_refused.cbegin(); refused != m_refused.cend(); ++refused)
        all.append({m_events.value(refused.key()), refused.value(), {}, settled.contains(refused.key())});
    for (const QString &id : lost())
        all.append({m_events.value(id), {}, {}, false});
    std::sort(all.begin(), all.end(),
              [this](const SetAside &a, const SetAside &b) { return m_order.value(a.event.id) < m_order.value(b.event.id); });
    return all;
}

QSet<QString> SimJournal::lost() const
{
    QSet<QString> gone = m_aside;
    for (const ServerEvent &place : m_places)
        gone.remove(place.event.id);
    for (const QString &id : m_queue)
        gone.remove(id);
    for (auto refused = m_refused.keyBegin(); refused != m_refused.keyEnd(); ++refused)
        gone.remove(*refused);
    return gone;
}

Outcome<int> SimJournal::requeueRefused(const QString &device, qint64 deviceSeq)
{
    int count = 0;
    for (const QString &id : std::as_const(m_own)) {
        const Event &event = m_events[id];
        if (event.device != device || event.deviceSeq <= deviceSeq || !m_refused.contains(id) || forgetsRefusals)
            continue;
        m_refusedBefore.insert(id, m_refused.take(id));
        m_queue.append(id);
        ++count;
    }
    sortQueue();
    return count;
}

void SimJournal::sortQueue()
{
    std::sort(m_queue.begin(), m_queue.end(),
              [&](const QString &a, const QString &b) { return m_order.value(a) < m_order.value(b); });
}

Outcome<void> SimJournal::readToFold(const std::function<bool(const Event &)> &take) const
{
    for (const Event &event : ordered() + queuedEvents()) {
        if (!take(event))
            break;
    }
    return {};
}

Outcome<QList<QString>> SimJournal::blobsToSend(int limit) const
{
    QList<QString> names = blobs.keys();
    names.removeIf([&](const QString &name) { return blobsSent.contains(name); });
    std::sort(names.begin(), names.end());
    return names.first(std::min<qsizetype>(limit, names.size()));
}

Outcome<QList<QString>> SimJournal::blobsWanted(int limit) const
{
    QList<QString> names = blobsMissing.values();
    std::sort(names.begin(), names.end());
    return names.first(std::min<qsizetype>(limit, names.size()));
}

Outcome<QByteArray> SimJournal::readBlob(const QString &sha256) const
{
    if (blobsDamaged.contains(sha256))
        return Problem{Problem::Kind::Damaged, u"attachment-damaged"_s, {}, {}, {}, {}};
    return blobs.value(sha256);
}

Outcome<void> SimJournal::blobSent(const QString &sha256)
{
    blobsSent.insert(sha256);
    return {};
}

Outcome<void> SimJournal::takeBlob(const QString &sha256, const QByteArray &bytes)
{
    blobs.insert(sha256, bytes);
    blobsSent.insert(sha256);
    blobsMissing.remove(sha256);
    return {};
}
