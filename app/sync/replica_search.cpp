// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// Where two records part, and what becomes of what is behind it.

namespace fireline::sync {

using namespace domain;

// Equal hashes at one place mean equal events at every place before it: so the search can halve.
void Replica::search(qint64 upTo, bool contradicts, Span now)
{
    if (!m_policy.safeguards.healRewind)
        return set(State::Following);
    m_low = 0;
    m_high = upTo;
    m_contradicts = contradicts;
    m_pullAt = now;
    set(State::Searching);
    if (m_high == 0)
        found(0, now);
}

void Replica::probed(const QList<ServerEvent> &events, Span now)
{
    const qint64 place = (m_low + m_high + 1) / 2;
    const auto ours = m_journal.chainHashAt(place);
    if (!ours)
        return pauseFor(ours.problem(), now);
    const bool isThere = !events.isEmpty() && events.first().seq == place;
    if (isThere && !ours.value().isEmpty() && events.first().chainHash == ours.value()) {
        m_low = place;
    } else {
        m_contradicts = m_contradicts || isThere;
        m_high = place - 1;
    }
    if (m_low == m_high)
        found(m_low, now);
}

void Replica::found(qint64 seq, Span now)
{
    if (seq == m_cursor.seq) // both agree up to here, and what the server has behind it does not follow from it
        return fork(u"broken-chain"_s,
                    QCoreApplication::translate("fireline::sync::Replica",
                                                "The server's record of this incident does not hang together behind entry %1. "
                                                "Nothing is exchanged until whoever runs the server has looked at it.")
                        .arg(seq));
    const bool mayHaveGoneBack = m_cursor.generation != m_hello.generation || !m_contradicts;
    if (m_policy.safeguards.refuseFork && !mayHaveGoneBack && !m_serverCounts)
        return fork(u"rewritten"_s,
                    QCoreApplication::translate("fireline::sync::Replica",
                                                "The server's record of this incident was rewritten behind entry %1, and it was "
                                                "not taken back in time. Nothing is exchanged until a person decides which of "
                                                "the two counts.")
                        .arg(seq));
    heal(seq, now);
}

void Replica::heal(qint64 seq, Span now)
{
    const auto aside = m_journal.rewindTo(seq, m_hello.login);
    const auto cursor = m_journal.cursor();
    if (!aside || !cursor) {
        m_compareWanted = true;
        set(State::Unknown);
        return pauseFor(aside ? cursor.problem() : aside.problem(), now);
    }
    m_cursor = cursor.value();
    m_serverCounts = false;
    m_compareWanted = false;
    m_gapAt = -1;
    m_idlePushes = 0;
    m_expected = 0;
    m_emptyPulls = 0;
    m_pullWanted = m_pushWanted = m_blobsOut = true;
    m_pullAt = m_pushAt = m_blobsAt = now;
    agree();
    m_observer.rewound(m_incident, seq, aside.value());
}

} // namespace fireline::sync
