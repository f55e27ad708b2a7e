// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// What the server said to what was pushed. Nothing is freed here: that is for a pull to do, which alone shows that it is there.

namespace fireline::sync {

using namespace domain;
using Kind = Verdict::Kind;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::sync::Replica)
};

constexpr int PatientPushes = 3; // that moved nothing, before the pause

QString barredText(const QString &reason)
{
    if (reason == "device"_L1)
        return Text::tr(
            "The server knows this console under another login. Log in as that person, or work in a file of your own. "
            "What you write stays in this file.");
    if (reason == "no-such-incident"_L1)
        return Text::tr("The server shows you no such incident. What you write stays in this file.");
    if (reason == "adopted"_L1)
        return Text::tr("Somebody else has taken this record to the server already. What you write stays in this file.");
    return Text::tr("The server does not take what this console writes (%1). It stays in this file and is not lost.").arg(reason);
}

} // namespace

std::optional<Request> Replica::nextPush(Span now)
{
    if (!m_pushWanted || now < m_pushAt || !m_hello.mayWrite)
        return std::nullopt;
    auto read = m_journal.queued(m_page.push);
    if (!read) {
        pauseFor(read.problem(), now);
        return std::nullopt;
    }
    QList<QueuedEvent> &queued = read.value();
    if (queued.isEmpty()) {
        m_pushWanted = false;
        return std::nullopt;
    }
    const bool adopt = queued.first().history;
    const auto other = std::find_if(queued.begin(), queued.end(), [&](const QueuedEvent &each) { return each.history != adopt; });
    const qsizetype count = other - queued.begin();
    return ask::Append{m_incident, queued.first(count), adopt, queued.at(count - 1).lastOfHistory};
}

void Replica::pushed(const ask::Append &request, const QList<Verdict> &verdicts, Span now)
{
    QList<Refusal> refusals;
    bool moved = false;
    qsizetype settled = 0;
    for (; settled < std::min(request.events.size(), verdicts.size()); ++settled) {
        const Verdict &verdict = verdicts.at(settled);
        if (verdict.event != request.events.at(settled).event.id) // not an answer to what was asked
            break;
        if (verdict.kind == Kind::Rejected)
            refusals.append({verdict.event, verdict.reason, verdict.rule});
        else if (verdict.kind != Kind::Accepted && verdict.kind != Kind::Duplicate)
            break;
        else
            shown(verdict, now);
        moved = moved || verdict.kind != Kind::Duplicate;
    }
    if (!refusals.isEmpty()) {
        if (const auto kept = m_journal.refuse(refusals); !kept)
            return pauseFor(kept.problem(), now);
        m_observer.refused(m_incident, refusals);
    }
    m_idlePushes = moved ? 0 : m_idlePushes + 1;
    if (m_idlePushes > PatientPushes)
        m_pushAt = now + m_policy.poll;
    if (settled < std::min(request.events.size(), verdicts.size()))
        stopped(request.events.at(settled), verdicts.at(settled), now);
    tell();
}

void Replica::shown(const Verdict &verdict, Span now)
{
    m_poke = m_poke || verdict.kind == Kind::Accepted;
    // A place that we have seen taken by another event: the server is not where we thought.
    m_compareWanted = m_compareWanted || verdict.seq <= m_cursor.seq;
    ring(verdict.seq, now);
    m_pullAt = now;
}

void Replica::stopped(const QueuedEvent &event, const Verdict &verdict, Span now)
{
    if (verdict.event != event.event.id || verdict.kind == Kind::Later) {
        m_pushAt = now + m_policy.poll;
        return;
    }
    if (verdict.kind == Kind::Gap)
        return gap(event, verdict.seq, now);
    if (verdict.reason == "fork"_L1)
        return gap(event, event.event.deviceSeq, now);
    // It may be that we do not stand where we think: the comparison comes first.
    m_compareWanted = true;
    m_pushAt = now + m_policy.poll;
    m_status.problem = Problem{Problem::Kind::Refused, verdict.reason, barredText(verdict.reason), {}, {}, {}};
}

// The server misses events of this author that we hold for settled: it went back, or it forgot a refusal.
void Replica::gap(const QueuedEvent &event, qint64 deviceHead, Span now)
{
    if (deviceHead >= event.event.deviceSeq)
        return fork(u"device-forked"_s,
                    Text::tr("Another console writes under the same id as this one: its file was copied. Nothing is exchanged, "
                             "so that no entry is lost. Keep working in one of the two files only."));
    if (m_gapAt != deviceHead) {
        m_gapAt = deviceHead;
        m_compareWanted = true;
        return;
    }
    const auto again = m_journal.requeueRefused(event.event.device, deviceHead);
    if (!again)
        return pauseFor(again.problem(), now);
    if (again.value() == 0)
        cannotFollow(event.event.device, now);
}

// What came before it is neither there nor here. What this person wrote into another file is theirs to enter again; what was written
// here has to wait.
void Replica::cannotFollow(const QString &device, Span now)
{
    const auto ids = m_journal.queuedFromElsewhere(device);
    if (!ids)
        return pauseFor(ids.problem(), now);
    QList<Refusal> refusals;
    for (const QString &id : ids.value())
        refusals.append({id, u"not-put-back"_s, {}});
    if (!refusals.isEmpty()) {
        if (const auto kept = m_journal.refuse(refusals); !kept)
            return pauseFor(kept.problem(), now);
        m_gapAt = -1;
        return m_observer.refused(m_incident, refusals);
    }
    m_pushAt = now + m_policy.poll;
    m_status.problem = Problem{Problem::Kind::Damaged,
                               u"device-gap"_s,
                               Text::tr("The server misses entries of this console that are not in this file. What was written "
                                        "since stays here and is not lost, and cannot be handed over."),
                               {},
                               {},
                               {}};
}

} // namespace fireline::sync
