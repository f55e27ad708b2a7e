// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqliteexchange.h"

#include "files/fileexamination.h"
#include "sqlite/connection.h"
#include "sqlite/transaction.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::store {

using namespace domain;
using Kind = Problem::Kind;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::SqliteJournal)
};

const QString settledKey = u"refusals_settled"_s;      // in meta: ids of events
constexpr qsizetype MostBytesAtOnce = 4 * 1024 * 1024; // of payloads in one call

} // namespace

SqliteExchange::SqliteExchange(Connection &connection, MetaTable &meta, EventTable &events, OutboxTable &outbox, BlobTable &blobs,
                               RecordWriter &writer, Check checkWriter)
    : m_connection(connection)
    , m_meta(meta)
    , m_events(events)
    , m_outbox(outbox)
    , m_blobs(blobs)
    , m_writer(writer)
    , m_checkWriter(std::move(checkWriter))
{
}

Outcome<void> SqliteExchange::inTransaction(const std::function<Outcome<void>()> &work)
{
    if (auto checked = m_checkWriter(); !checked.ok())
        return checked;
    Transaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun.ok())
        return begun;
    if (auto done = work(); !done.ok())
        return done;
    return transaction.commit();
}

Outcome<int> SqliteExchange::run(const QString &name, std::initializer_list<QVariant> values) const
{
    Statement statement(m_connection, name);
    return statement.run(values);
}

Outcome<SyncCursor> SqliteExchange::cursor() const
{
    const auto server = m_meta.read(u"server"_s);
    const auto generation = m_meta.read(u"server_generation"_s);
    if (!server.ok() || !generation.ok())
        return server.ok() ? generation.problem() : server.problem();
    SyncCursor cursor{server.value(), generation.value(), 0, zeroHash()};
    Statement last(m_connection, u"place/last"_s);
    if (auto started = last.start({}); !started.ok())
        return started.problem();
    const auto found = last.next();
    if (!found.ok())
        return found.problem();
    if (found.value()) {
        cursor.seq = last.value(0).toLongLong();
        cursor.chainHash = last.value(1).toByteArray();
    }
    return cursor;
}

Outcome<void> SqliteExchange::bind(const QString &server, const QString &generation)
{
    return inTransaction([&]() -> Outcome<void> {
        const auto before = m_meta.read(u"server_generation"_s);
        if (!before.ok())
            return before.problem();
        if (before.value() != generation) {
            if (const auto blobs = run(u"blob/forget_sent"_s, {}); !blobs.ok())
                return blobs.problem();
        }
        if (auto done = m_meta.write(u"server"_s, server); !done.ok())
            return done;
        return m_meta.write(u"server_generation"_s, generation);
    });
}

Outcome<void> SqliteExchange::markHistory()
{
    return inTransaction([&]() -> Outcome<void> {
        const auto head = m_meta.head();
        return head.ok() ? m_meta.write(u"history_to"_s, QString::number(head.value().count)) : head.problem();
    });
}

Outcome<QByteArray> SqliteExchange::chainHashAt(qint64 serverSeq) const
{
    Statement statement(m_connection, u"place/hash"_s);
    if (auto started = statement.start({serverSeq}); !started.ok())
        return started.problem();
    const auto found = statement.next();
    if (!found.ok())
        return found.problem();
    return found.value() ? statement.value(0).toByteArray() : QByteArray();
}

Outcome<Event> SqliteExchange::eventAt(qint64 seq) const
{
    const auto row = m_events.at(seq);
    if (!row.ok())
        return row.problem();
    if (!row.value() || !row.value()->event.ok())
        return damagedFile(m_connection.path(), Text::tr("event number %1").arg(seq));
    return row.value()->event;
}

Outcome<QList<QueuedEvent>> SqliteExchange::queued(int limit) const
{
    const auto history = m_meta.read(u"history_to"_s);
    const auto read = m_outbox.read(limit + 1); // one more, to know what the last one is
    if (!history.ok() || !read.ok())
        return history.ok() ? read.problem() : history.problem();
    const QList<OutboxTable::Row> &rows = read.value();
    const qint64 historyTo = history.value().toLongLong();
    QList<QueuedEvent> queued;
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(limit, rows.size()); ++i) {
        const OutboxTable::Row &row = rows.at(i);
        const bool isHistory = row.seq <= historyTo;
        auto event = eventAt(row.seq);
        if (!event.ok())
            return event.problem();
        bytes += event.value().payload.size();
        if (bytes > MostBytesAtOnce && !queued.isEmpty())
            break;
        const bool isLast = isHistory && (i + 1 == rows.size() || rows.at(i + 1).seq > historyTo);
        queued.append({std::move(event).value(), isHistory, row.refusedFor, isLast});
    }
    return queued;
}

Outcome<qsizetype> SqliteExchange::queuedHistory() const
{
    const auto history = m_meta.read(u"history_to"_s);
    const auto rows = m_outbox.read(-1);
    if (!history.ok() || !rows.ok())
        return history.ok() ? rows.problem() : history.problem();
    const qint64 historyTo = history.value().toLongLong();
    return std::count_if(rows.value().begin(), rows.value().end(),
                         [&](const OutboxTable::Row &row) { return row.seq <= historyTo && row.refusedFor.isEmpty(); });
}

Outcome<void> SqliteExchange::take(const QList<ServerEvent> &events)
{
    if (events.isEmpty())
        return {};
    const auto before = cursor();
    if (!before.ok())
        return before.problem();
    if (events.first().seq != before.value().seq + 1)
        return Problem{Kind::Internal, u"not-next"_s, Text::tr("The server's order would get a hole."), {}, {}, {}};
    QList<Event> record;
    for (const ServerEvent &event : events) {
        if (auto checked = RecordWriter::check(event.event, events.first().event.incident); !checked.ok())
            return checked;
        record.append(event.event);
    }
    return inTransaction([&]() -> Outcome<void> {
        if (auto done = m_writer.write(record, record.first().incident, EventTable::Origin::Backend); !done.ok())
            return done;
        for (const ServerEvent &event : events) {
            if (auto done = takeOne(event); !done.ok())
                return done;
        }
        return {};
    });
}

Outcome<void> SqliteExchange::takeOne(const ServerEvent &event)
{
    const auto known = m_events.find(event.event.id);
    if (!known.ok())
        return known.problem();
    const qint64 seq = known.value().seq;
    if (const auto done = run(u"place/insert"_s, {event.seq, seq, event.receivedAt.us, notNull(event.login),
                                                  event.adopted ? 1 : 0, notNull(event.authority), event.chainHash});
        !done.ok())
        return done.problem();
    if (const auto freed = m_outbox.free(seq); !freed.ok())
        return freed.problem();
    if (const auto done = run(u"refusal/remove"_s, {seq}); !done.ok())
        return done.problem();
    if (event.event.type != "attachment.added"_L1)
        return {};
    const QByteArray sha256 = QByteArray::fromHex(event.event.body().value(u"sha256"_s).toString().toLatin1());
    if (sha256.size() != 32)
        return {};
    const auto wanted = run(u"blob/want"_s, {sha256, sha256});
    return wanted.ok() ? Outcome<void>() : wanted.problem();
}

Outcome<void> SqliteExchange::refuse(const QList<Refusal> &refusals)
{
    return inTransaction([&]() -> Outcome<void> {
        for (const Refusal &refusal : refusals) {
            const auto known = m_events.find(refusal.event);
            if (!known.ok())
                return known.problem();
            const auto freed = m_outbox.free(known.value().seq);
            if (!freed.ok())
                return freed.problem();
            if (!freed.value())
                continue;
            const auto kept = run(u"refusal/insert"_s, {known.value().seq, notNull(refusal.reason), notNull(refusal.rule)});
            if (!kept.ok())
                return kept.problem();
        }
        return {};
    });
}

Outcome<void> SqliteExchange::readPlaces(const Place &take) const
{
    Statement statement(m_connection, u"place/read"_s);
    if (auto started = statement.start({}); !started.ok())
        return started;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            return {};
        const qint64 seq = statement.value(1).toLongLong();
        auto event = eventAt(seq);
        if (!event.ok())
            return event.problem();
        const ServerEvent place{std::move(event).value(),          statement.value(0).toLongLong(),
                                {statement.value(2).toLongLong()}, statement.value(3).toString(),
                                statement.value(4).toInt() != 0,   statement.value(5).toByteArray(),
                                statement.value(6).toByteArray()};
        if (!take(seq, place))
            return {};
    }
}

Outcome<void> SqliteExchange::readShared(const std::function<bool(const Event &)> &take) const
{
    return readPlaces([&take](qint64, const ServerEvent &place) { return take(place.event); });
}

Outcome<void> SqliteExchange::readToFold(const std::function<bool(const Event &)> &take) const
{
    bool goesOn = true;
    const auto placed = readPlaces([&](qint64, const ServerEvent &place) { return goesOn = take(place.event); });
    if (!placed.ok() || !goesOn)
        return placed;
    const auto rows = m_outbox.read(-1);
    if (!rows.ok())
        return rows.problem();
    for (const OutboxTable::Row &row : rows.value()) {
        if (!row.refusedFor.isEmpty())
            continue;
        const auto event = eventAt(row.seq);
        if (!event.ok())
            return event.problem();
        if (!take(event.value()))
            break;
    }
    return {};
}

Outcome<QList<Refusal>> SqliteExchange::refusals() const
{
    Statement statement(m_connection, u"refusal/read"_s);
    if (auto started = statement.start({}); !started.ok())
        return started.problem();
    QList<Refusal> refusals;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            return refusals;
        refusals.append(
            {EventTable::idText(statement.value(0).toByteArray()), statement.value(1).toString(), statement.value(2).toString()});
    }
}

Outcome<QStringList> SqliteExchange::settledRefusals() const
{
    const auto settled = m_meta.read(settledKey);
    return settled.ok() ? Outcome<QStringList>(settled.value().split(u' ', Qt::SkipEmptyParts)) : settled.problem();
}

Outcome<QList<RefusedEvent>> SqliteExchange::openRefusals() const
{
    const auto settled = settledRefusals();
    const auto all = settled.ok() ? refusals() : Outcome<QList<Refusal>>(settled.problem());
    if (!all.ok())
        return all.problem();
    QList<RefusedEvent> open;
    for (const Refusal &refusal : all.value()) {
        if (settled.value().contains(refusal.event))
            continue;
        const auto known = m_events.find(refusal.event);
        auto event = known.ok() ? eventAt(known.value().seq) : Outcome<Event>(known.problem());
        if (!event.ok())
            return event.problem();
        open.append({std::move(event).value(), refusal.reason, refusal.rule});
    }
    return open;
}

Outcome<void> SqliteExchange::settleRefusal(const QString &event)
{
    return inTransaction([&]() -> Outcome<void> {
        auto settled = settledRefusals();
        if (!settled.ok())
            return settled.problem();
        if (settled.value().contains(event))
            return {};
        return m_meta.write(settledKey, (settled.value() << event).join(u' '));
    });
}

Outcome<void> SqliteExchange::checkPlaces(EventVerifier &verifier) const
{
    qint64 serverSeq = 0;
    QByteArray chain = zeroHash();
    const auto read = readPlaces([&](qint64 seq, const ServerEvent &place) {
        if (place.seq != ++serverSeq || nextChainHash(chain, place) != place.chainHash)
            verifier.addFault(seq, place.event.id, Text::tr("it does not stand where the server placed it"));
        chain = place.chainHash;
        return true;
    });
    // A row that is no event any more has been named already.
    return read.ok() || read.problem().kind == Kind::Damaged ? Outcome<void>() : read;
}

} // namespace fireline::store
