// SPDX-License-Identifier: GPL-3.0-or-later
#include "simconsole.h"
#include "simworld.h"

#include <algorithm>

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;

// The eleven invariants (sync 6.1). I8 to I10 are looked at while it runs as well.

namespace {

bool mayHave(const SimBackend::Incident &incident, const QString &person)
{
    return !incident.isPrivate || incident.members.contains(person);
}

} // namespace

// One that any of the others could send.
bool SimWorld::lacksAttachment(const QString &incident, const SimJournal &journal) const
{
    return std::any_of(journal.blobsMissing.begin(), journal.blobsMissing.end(), [&](const QString &name) {
        return std::any_of(m_consoles.begin(), m_consoles.end(), [&](const auto &console) {
            const auto file = console->journals().find(incident);
            return file != console->journals().end() && file->second.blobs.contains(name);
        });
    });
}

bool SimWorld::isSettled() const
{
    for (const auto &console : m_consoles) {
        if (!console->isRunning() || console->engine().status().state != LinkStatus::State::Online)
            return false;
        for (auto each = m_server.incidents().begin(); each != m_server.incidents().end(); ++each) {
            if (!mayHave(*each, console->name()))
                continue;
            const auto file = console->journals().find(each.key());
            if (file == console->journals().end() || file->second.places().size() != each->log.size()
                || !file->second.queued(1).value().isEmpty() || lacksAttachment(each.key(), file->second))
                return false;
        }
        for (const auto &[incident, journal] : console->journals()) {
            if (!m_server.incidents().contains(incident))
                return false;
        }
    }
    return !m_server.incidents().isEmpty();
}

void SimWorld::checkTold(const SimConsole &console, const Answer &answer)
{
    QString told;
    if (const auto *failure = std::get_if<Failure>(&answer))
        told = failure->problem.text + failure->problem.detail;
    if (const auto *heads = std::get_if<QList<ServerHead>>(&answer)) {
        for (const ServerHead &head : *heads)
            told += head.incident;
    }
    if (const auto *events = std::get_if<QList<ServerEvent>>(&answer)) {
        for (const ServerEvent &event : *events)
            told += event.event.incident;
    }
    for (auto each = m_server.incidents().begin(); each != m_server.incidents().end(); ++each) {
        if (!mayHave(*each, console.name()) && told.contains(each.key()))
            violation(u"I9 %1 is told of a private incident"_s.arg(console.name()));
    }
}

void SimWorld::checkRung(const QString &payload)
{
    for (auto each = m_server.incidents().begin(); each != m_server.incidents().end(); ++each) {
        if (each->isPrivate && payload.contains(each.key()))
            violation(u"I9 the doorbell names a private incident"_s);
    }
}

void SimWorld::checkLogs()
{
    if (!isSettled())
        violation(u"I11 not settled after %1 s"_s.arg(Patience.us / 1000000));
    for (const SimBackend::Incident &incident : m_server.incidents()) {
        QSet<QString> ids;
        QHash<QString, qint64> authors;
        QByteArray chain = zeroHash();
        qint64 seq = 0;
        for (const ServerEvent &event : incident.log) {
            if (ids.contains(event.event.id))
                violation(u"I4 an event has two places"_s);
            if (event.seq != ++seq || event.chainHash != nextChainHash(chain, event))
                violation(u"I6 the chain is broken"_s);
            if (event.event.deviceSeq <= authors.value(event.event.device))
                violation(u"I7 an author's events changed places"_s);
            chain = event.chainHash;
            ids.insert(event.event.id);
            authors.insert(event.event.device, event.event.deviceSeq);
        }
        m_result.events += int(incident.log.size());
    }
}

void SimWorld::checkConsoles()
{
    for (const auto &console : m_consoles) {
        for (const auto &[incident, journal] : console->journals()) {
            const SimBackend::Incident there = m_server.incidents().value(incident);
            if (!mayHave(there, console->name()) && !journal.isEmpty())
                violation(u"I9 %1 has a private incident"_s.arg(console->name()));
            const QList<ServerEvent> places = journal.places().values();
            const auto same = [](const ServerEvent &a, const ServerEvent &b) {
                return a.seq == b.seq && a.chainHash == b.chainHash && a.event.id == b.event.id;
            };
            if (!std::equal(places.begin(), places.end(), there.log.begin(), there.log.end(), same))
                violation(u"I1 %1 has another record"_s.arg(console->name()));
            for (const Event &event : journal.own()) {
                const bool isThere = there.places.contains(event.id);
                const bool isRefused = !journal.reasons().value(event.id).isEmpty();
                if (!isThere && !isRefused)
                    violation(u"I3 an event of %1 has vanished"_s.arg(console->name()));
                if (console->acknowledged().contains(event.id) && !isThere && !(isRefused && m_result.rewinds > 0))
                    violation(u"I2 an acknowledged event of %1 is lost"_s.arg(console->name()));
            }
            m_result.refused += int(journal.reasons().size());
        }
        if (!console->isRunning())
            continue;
        console->checkFolds();
        const auto offset = console->engine().status().offset;
        if (!offset || std::abs(offset->us + console->skew().us) > Span::seconds(6).us)
            violation(u"the clock of %1 is measured wrongly"_s.arg(console->name()));
    }
}

void SimWorld::checkAuthority()
{
    for (const SimBackend::Incident &incident : m_server.incidents()) {
        if (const QString fault = m_server.faultOf(incident); !fault.isEmpty())
            violation(u"I5 "_s + fault);
    }
}
