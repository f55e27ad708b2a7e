// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsession.h"

#include "sharedrecord.h"
#include "sync/syncjournal.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// A record that a backend orders.

namespace fireline::session {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(IncidentSession)
};

} // namespace

IncidentSession::~IncidentSession() = default;

const IncidentState &IncidentSession::state() const
{
    return m_shared ? m_shared->shown() : m_state;
}

Outcome<OrderedRecord> readOrdered(const SyncJournal &exchange)
{
    const auto cursor = exchange.cursor();
    if (!cursor)
        return cursor.problem();
    OrderedRecord record;
    const auto read = exchange.readToFold([&](const Event &event) {
        (record.ordered.size() < cursor.value().seq ? record.ordered : record.queued).append(event);
        return true;
    });
    if (!read)
        return read.problem();
    const auto history = exchange.queuedHistory();
    if (!history)
        return history.problem();
    for (const Event &event : record.queued.first(std::min(history.value(), record.queued.size())))
        record.history.insert(event.id);
    auto refused = exchange.openRefusals();
    if (!refused)
        return refused.problem();
    record.refused = std::move(refused).value();
    return record;
}

Outcome<void> IncidentSession::replayShared(const SyncJournal &exchange)
{
    const Instant now = m_setup.clock.now();
    // The author's chain goes on behind refused events too.
    const auto followed = m_store->read(0, [&](qint64, const Event &event) {
        m_stamper.follow(event, now);
        return true;
    });
    const auto record = followed ? readOrdered(exchange) : Outcome<OrderedRecord>(followed.problem());
    if (!record)
        return record.problem();
    m_stamper.setIncident(m_store->incident());
    if (auto shared = share(record.value()); !shared)
        return shared;
    if (!state().declared())
        return Problem{Problem::Kind::Damaged, u"not-declared"_s, Text::tr("This file holds no declared incident."), {}, {}, {}};
    return {};
}

void IncidentSession::beginSharing()
{
    if (!m_shared)
        m_unread = m_pending;
}

// What was written here and is not in the file yet comes on top of what is.
Outcome<void> IncidentSession::share(const OrderedRecord &record)
{
    QSet<QString> known;
    for (const auto *events : {&record.ordered, &record.queued}) {
        for (const Event &event : *events)
            known.insert(event.id);
    }
    QList<Event> queued = record.queued;
    const QList<Event> written = m_shared ? m_shared->queued() : m_unread.value_or(QList<Event>());
    std::copy_if(written.begin(), written.end(), std::back_inserter(queued),
                 [&](const Event &event) { return !known.contains(event.id); });
    m_unread.reset();
    if (!m_shared)
        m_shared = std::make_unique<SharedRecord>(m_setup.withPlaybooks);
    m_shared->reset(record.ordered, queued, record.history);
    m_state = {};
    return followProcess();
}

Outcome<void> IncidentSession::followProcess()
{
    auto process = m_shared->process();
    if (!process)
        return process.problem();
    m_process = std::move(process).value();
    return {};
}

Taken IncidentSession::take(const QList<ServerEvent> &events)
{
    const Instant now = m_setup.clock.now();
    QSet<QString> pending;
    for (const Event &event : m_shared->queued()) {
        if (m_shared->isPending(event))
            pending.insert(event.id);
    }
    const QString pinned = state().processText;
    for (const ServerEvent &event : events)
        m_stamper.follow(event.event, now);
    auto change = m_shared->take(events);
    Taken taken{change.added, change.confirmed, {}, change.refolded, std::move(change.moves)};
    // A text that cannot be read here leaves the rules as they were; what is shown of it is the ids.
    if (state().processText != pinned)
        (void)followProcess();
    const bool isDone = std::any_of(taken.confirmed.begin(), taken.confirmed.end(),
                                    [&](const QString &id) { return pending.contains(id); });
    if (isDone)
        (void)follow(taken.followed); // a disk that fails keeps them as not saved
    return taken;
}

bool IncidentSession::refuse(const QList<Refusal> &refusals)
{
    return m_shared && m_shared->refuse(refusals);
}

QList<Event> IncidentSession::unconfirmed() const
{
    return m_shared ? m_shared->queued() : QList<Event>();
}

bool IncidentSession::isPending(const Event &event) const
{
    return m_shared && m_shared->isPending(event);
}

} // namespace fireline::session
