// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eventverifier.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::domain::EventVerifier)
};

} // namespace

QByteArray nextRecordHash(const QByteArray &before, qint64 seq, const QByteArray &eventHash)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("fireline/record/v1\n"));
    hash.addData(QByteArray::number(seq) + '\n');
    hash.addData(before);
    hash.addData(eventHash);
    return hash.result();
}

void EventVerifier::add(qint64 seq, const Event &event, const QByteArray &recordHash, bool pulled)
{
    ++m_report.events;
    if (m_report.firstBad)
        return;
    const QString fault = faultOf(seq, event, recordHash, pulled);
    if (!fault.isEmpty())
        fail(seq, event.id, fault);
    m_lastId = event.id;
}

QString EventVerifier::faultOf(qint64 seq, const Event &event, const QByteArray &recordHash, bool pulled)
{
    const qint64 place = m_head.count + 1;
    if (seq > place)
        return Text::tr("an event before it is missing");
    if (seq < place)
        return Text::tr("it stands in another event's place");
    if (const QString fault = authorFault(event, pulled); !fault.isEmpty())
        return fault;
    if (m_incident.isEmpty())
        m_incident = event.incident;
    if (event.incident != m_incident)
        return Text::tr("it belongs to another incident");
    if (m_ids.contains(event.id))
        return Text::tr("its id is there twice");
    const QByteArray next = nextRecordHash(m_head.hash, seq, event.hash);
    if (!recordHash.isEmpty() && recordHash != next)
        return Text::tr("it does not stand where it was recorded");
    m_ids.insert(event.id);
    if (AuthorHead &author = m_authors[event.device]; event.deviceSeq > author.seq)
        author = {event.hash, event.deviceSeq};
    m_head = {seq, next};
    return {};
}

QString EventVerifier::authorFault(const Event &event, bool pulled)
{
    const AuthorHead author = m_authors.value(event.device);
    const auto step = pulled ? checkChainStep(event, event.prevHash, event.deviceSeq)
                             : checkChainStep(event, author.hash, author.seq + 1);
    if (!step.ok())
        return step.problem().text;
    if (!pulled)
        return {};
    const QPair<QString, qint64> place{event.device, event.deviceSeq};
    const QPair<QString, qint64> previous{event.device, event.deviceSeq - 1};
    if (m_hashes.contains(place) || event.deviceSeq < 1)
        return Text::tr("an event before it is missing or doubled");
    if (m_hashes.value(previous, event.prevHash) != event.prevHash || m_before.value(place, event.hash) != event.hash)
        return Text::tr("it does not follow the event before it");
    m_hashes.insert(place, event.hash);
    m_before.insert(previous, event.prevHash);
    return {};
}

void EventVerifier::addUnreadable(qint64 seq, const QString &id, const QString &reason)
{
    ++m_report.events;
    fail(seq, id, reason);
}

void EventVerifier::breakOff(const QString &reason)
{
    fail(m_head.count + 1, {}, reason);
}

void EventVerifier::fail(qint64 seq, const QString &id, const QString &reason)
{
    if (!m_report.firstBad)
        m_report.firstBad = VerifyReport::Bad{id, seq, reason};
}

VerifyReport EventVerifier::finish(const std::optional<RecordedHead> &head)
{
    if (!head || m_report.firstBad)
        return m_report;
    if (head->count > m_head.count)
        fail(m_head.count, m_lastId, Text::tr("events behind it are missing: %1").arg(head->count - m_head.count));
    else if (head->count < m_head.count)
        fail(m_head.count, m_lastId, Text::tr("it is not counted in the recorded head"));
    else if (head->hash != m_head.hash)
        fail(m_head.count, m_lastId, Text::tr("the recorded head does not match it"));
    return m_report;
}

} // namespace fireline::domain
