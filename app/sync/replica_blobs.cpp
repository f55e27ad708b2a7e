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
    if (!m_lacking.isEmpty()) {
        auto bytes = m_journal.readBlob(m_lacking.first());
        if (bytes)
            return ask::SendBlob{m_incident, m_lacking.first(), std::move(bytes).value()};
        m_lacking.removeFirst();
    }
    if (m_blobsOut && m_hello.mayWrite) {
        const auto waiting = m_journal.blobsToSend(AskedAtOnce);
        m_blobsOut = waiting && !waiting.value().isEmpty();
        if (m_blobsOut)
            return ask::MissingBlobs{m_incident, waiting.value()};
    }
    if (!m_blobsIn)
        return std::nullopt;
    const auto wanted = m_journal.blobsWanted(1);
    m_blobsIn = wanted && !wanted.value().isEmpty();
    return m_blobsIn ? std::optional<Request>(ask::FetchBlob{m_incident, wanted.value().first()}) : std::nullopt;
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
    } else if (const auto *fetched = std::get_if<ask::FetchBlob>(&request)) {
        const auto *bytes = std::get_if<QByteArray>(&answer);
        if (!bytes || bytes->isEmpty() || !m_journal.takeBlob(fetched->sha256, *bytes))
            return later(); // its author has not sent it yet
        m_observer.blobTaken(m_incident, fetched->sha256);
    }
}

} // namespace fireline::sync
