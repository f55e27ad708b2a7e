// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica.h"

#include <algorithm>

// Attachments go by calls of their own, behind the events: a large picture never holds up a word.

namespace fireline::sync {

using namespace domain;

namespace {

constexpr int AskedAtOnce = 100;

} // namespace

std::optional<Request> Replica::nextBlob(Span now)
{
    if (!m_isConnected || m_status.state != State::Following || m_cursor.seq == 0 || now < m_blobsAt)
        return std::nullopt;
    auto request = nextToSend();
    return request ? request : nextToFetch(now);
}

std::optional<Request> Replica::nextToSend()
{
    while (!m_lacking.isEmpty()) {
        auto bytes = m_journal.readBlob(m_lacking.first());
        if (bytes)
            return ask::SendBlob{m_incident, m_lacking.first(), std::move(bytes).value()};
        m_unreadable.insert(m_lacking.takeFirst());
        m_status.problem = bytes.problem();
        tell();
    }
    if (!m_blobsOut || !m_hello.mayWrite)
        return std::nullopt;
    auto waiting = m_journal.blobsToSend(AskedAtOnce + int(m_unreadable.size()));
    if (waiting)
        waiting.value().removeIf([&](const QString &sha256) { return m_unreadable.contains(sha256); });
    m_blobsOut = waiting && !waiting.value().isEmpty();
    return m_blobsOut ? std::optional<Request>(ask::MissingBlobs{m_incident, waiting.value()}) : std::nullopt;
}

// In turn: one that its author has not sent yet, or that somebody has only named, keeps none of the others away.
std::optional<Request> Replica::nextToFetch(Span now)
{
    if (!m_blobsIn || now < m_fetchAt)
        return std::nullopt;
    if (now >= m_absentUntil)
        m_absent.clear();
    const auto wanted = m_journal.blobsWanted(int(m_absent.size()) + 1);
    m_blobsIn = wanted && !wanted.value().isEmpty();
    if (!m_blobsIn)
        return std::nullopt;
    const auto next = std::find_if(wanted.value().begin(), wanted.value().end(),
                                   [&](const QString &sha256) { return !m_absent.contains(sha256); });
    if (next != wanted.value().end())
        return ask::FetchBlob{m_incident, *next};
    m_fetchAt = m_absentUntil;
    return std::nullopt;
}

void Replica::blobAnswered(const Request &request, const Answer &answer, Span now)
{
    const auto later = [&] { m_blobsAt = now + m_policy.poll; };
    if (const auto *asked = std::get_if<ask::MissingBlobs>(&request)) {
        const auto *lacking = std::get_if<QStringList>(&answer);
        if (!lacking)
            return later();
        m_lacking = *lacking;
        for (const QString &sha256 : asked->sha256) {
            if (!lacking->contains(sha256) && !m_journal.blobSent(sha256))
                return later();
        }
    } else if (const auto *sent = std::get_if<ask::SendBlob>(&request)) {
        m_lacking.removeOne(sent->sha256);
        if (!std::holds_alternative<Done>(answer) || !m_journal.blobSent(sent->sha256))
            later();
    } else if (const auto *wanted = std::get_if<ask::FetchBlob>(&request)) {
        fetched(wanted->sha256, answer, now);
    }
}

void Replica::fetched(const QString &sha256, const Answer &answer, Span now)
{
    const auto *bytes = std::get_if<QByteArray>(&answer);
    if (bytes && !bytes->isNull()) {
        const auto taken = m_journal.takeBlob(sha256, *bytes);
        if (taken)
            return m_observer.blobTaken(m_incident, sha256);
        if (taken.problem().kind != Problem::Kind::Damaged) { // it is ours to blame: a disk that is full
            m_blobsAt = now + m_policy.poll;
            return;
        }
    }
    if (m_absent.isEmpty())
        m_absentUntil = now + m_policy.poll;
    m_absent.insert(sha256);
}

} // namespace fireline::sync
