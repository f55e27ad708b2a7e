// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqliteexchange.h"

using namespace Qt::StringLiterals;

// What becomes of a record that its server has lost.

namespace fireline::store {

using namespace domain;

Outcome<bool> SqliteExchange::mayPutBack(const QString &recorder) const
{
    Statement statement(m_connection, u"place/written_by"_s);
    if (auto started = statement.start({1, notNull(recorder)}); !started.ok())
        return started.problem();
    return statement.next();
}

Outcome<Rewind> SqliteExchange::rewindTo(qint64 serverSeq, const QString &recorder)
{
    Rewind what;
    const auto done = inTransaction([&]() -> Outcome<void> {
        const auto generation = m_meta.read(u"server_generation"_s);
        if (!generation.ok())
            return generation.problem();
        if (const auto kept = run(u"aside/insert"_s, {notNull(generation.value()), serverSeq}); !kept.ok())
            return kept.problem();
        const auto queued = run(u"outbox/requeue_places"_s, {serverSeq, notNull(recorder)});
        if (!queued.ok())
            return queued.problem();
        const auto gone = run(u"place/forget"_s, {serverSeq});
        if (!gone.ok())
            return gone.problem();
        what = {gone.value(), queued.value()};
        const auto blobs = run(u"blob/forget_sent"_s, {});
        return blobs.ok() ? Outcome<void>() : blobs.problem();
    });
    return done.ok() ? Outcome<Rewind>(what) : done.problem();
}

Outcome<int> SqliteExchange::requeueRefused(const QString &device, qint64 deviceSeq)
{
    int count = 0;
    const auto done = inTransaction([&]() -> Outcome<void> {
        const auto queued = run(u"outbox/requeue_refused"_s, {device, deviceSeq});
        if (!queued.ok())
            return queued.problem();
        count = queued.value();
        const auto removed = run(u"refusal/remove_queued"_s, {});
        return removed.ok() ? Outcome<void>() : removed.problem();
    });
    return done.ok() ? Outcome<int>(count) : done.problem();
}

Outcome<QList<QString>> SqliteExchange::queuedFromElsewhere(const QString &device) const
{
    Statement statement(m_connection, u"outbox/from_elsewhere"_s);
    if (auto started = statement.start({device}); !started.ok())
        return started.problem();
    QList<QString> ids;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            return ids;
        ids.append(EventTable::idText(statement.value(0).toByteArray()));
    }
}

Outcome<QList<SetAside>> SqliteExchange::setAside() const
{
    const auto settled = settledRefusals();
    Statement statement(m_connection, u"aside/read"_s);
    if (auto started = settled.ok() ? statement.start({}) : Outcome<void>(settled.problem()); !started.ok())
        return started.problem();
    QList<SetAside> all;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            return all;
        auto event = eventAt(statement.value(0).toLongLong());
        if (!event.ok())
            return event.problem();
        const bool isSettled = settled.value().contains(event.value().id);
        all.append({std::move(event).value(), statement.value(1).toString(), statement.value(2).toString(), isSettled});
    }
}

Outcome<qint64> SqliteExchange::onlyHere() const
{
    Statement statement(m_connection, u"aside/only_here"_s);
    if (auto started = statement.start({}); !started.ok())
        return started.problem();
    const auto found = statement.next();
    return found.ok() ? Outcome<qint64>(statement.value(0).toLongLong()) : found.problem();
}

} // namespace fireline::store
