// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/eventtable.h"

#include "sqlite/connection.h"

#include <QCoreApplication>
#include <QUuid>

#include <limits>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Event;
using domain::Outcome;
using domain::Problem;

namespace {

// Columns in the order of event/read.sql and event/row.sql.
enum Column {
    Seq,
    Id,
    Incident,
    Type,
    OccurredUs,
    RecordedUs,
    HlcUs,
    HlcCounter,
    RecordedBy,
    Device,
    DeviceSeq,
    Payload,
    PrevHash,
    Hash,
    RecordHash
};

// Reads one row and remembers what in it is not what it must be.
class RowReader
{
public:
    explicit RowReader(const Statement &statement) : m_statement(statement) { }

    QByteArray bytes(int column, qsizetype size = -1)
    {
        const QVariant value = m_statement.value(column);
        QByteArray result = value.toByteArray();
        check(value.userType() == QMetaType::QByteArray && (size < 0 || result.size() == size));
        return result;
    }

    // Qt and SQLite both replace what is not UTF-8: only equal bytes prove that nothing was replaced.
    QString text(int column)
    {
        const QByteArray raw = bytes(column);
        QString result = QString::fromUtf8(raw);
        check(result.toUtf8() == raw);
        return result;
    }

    qint64 number(int column)
    {
        const QVariant value = m_statement.value(column);
        check(value.userType() == QMetaType::LongLong);
        return value.toLongLong();
    }

    quint32 counter(int column)
    {
        const qint64 value = number(column);
        check(value >= 0 && value <= std::numeric_limits<quint32>::max());
        return quint32(value);
    }

    bool isSound() const { return m_sound; }

private:
    void check(bool holds) { m_sound = m_sound && holds; }

    const Statement &m_statement;
    bool m_sound = true;
};

EventTable::Row rowOf(const Statement &statement)
{
    RowReader reader(statement);
    Event event;
    const qint64 seq = reader.number(Seq);
    event.id = EventTable::idText(reader.bytes(Id, 16));
    event.incident = EventTable::idText(reader.bytes(Incident, 16));
    event.type = reader.text(Type);
    event.occurredAt = {reader.number(OccurredUs)};
    event.recordedAt = {reader.number(RecordedUs)};
    event.hlc = {reader.number(HlcUs), reader.counter(HlcCounter)};
    event.recordedBy = reader.text(RecordedBy);
    event.device = reader.text(Device);
    event.deviceSeq = reader.number(DeviceSeq);
    event.payload = reader.bytes(Payload);
    event.prevHash = reader.bytes(PrevHash, 32);
    event.hash = reader.bytes(Hash, 32);
    const QByteArray recordHash = reader.bytes(RecordHash, 32);
    if (reader.isSound())
        return {seq, event.id, event, recordHash};
    return {seq, event.id,
            Problem{Problem::Kind::Damaged,
                    u"event-damaged"_s,
                    QCoreApplication::translate("fireline::store::EventTable", "it can no longer be read as an event"),
                    {},
                    {},
                    {}},
            recordHash};
}

} // namespace

EventTable::EventTable(Connection &connection)
    : m_connection(connection)
    , m_insert(connection, u"event/insert"_s)
    , m_hash(connection, u"event/hash"_s)
    , m_find(connection, u"event/place_of"_s)
    , m_at(connection, u"event/at"_s)
    , m_row(connection, u"event/row"_s)
{
}

Outcome<bool> EventTable::insert(qint64 seq, const Event &event, const QByteArray &recordHash, Origin origin)
{
    const auto rows = m_insert.run({seq, idBytes(event.id), idBytes(event.incident), notNull(event.type), event.occurredAt.us,
                                    event.recordedAt.us, event.hlc.us, qint64(event.hlc.counter), notNull(event.recordedBy),
                                    notNull(event.device), event.deviceSeq, notNull(event.payload), event.prevHash, event.hash,
                                    recordHash, origin == Origin::Here ? 0 : 1});
    if (!rows.ok())
        return rows.problem();
    return rows.value() == 1;
}

Outcome<QByteArray> EventTable::hashOf(const QString &id)
{
    if (auto started = m_hash.start({idBytes(id)}); !started.ok())
        return started.problem();
    const auto found = m_hash.next();
    if (!found.ok())
        return found.problem();
    const QByteArray hash = found.value() ? m_hash.value(0).toByteArray() : QByteArray();
    m_hash.finish();
    return hash;
}

Outcome<EventTable::Known> EventTable::find(const QString &id)
{
    if (auto started = m_find.start({idBytes(id)}); !started.ok())
        return started.problem();
    const auto found = m_find.next();
    if (!found.ok())
        return found.problem();
    const Known known = found.value() ? Known{m_find.value(0).toLongLong(), m_find.value(1).toByteArray()} : Known{};
    m_find.finish();
    return known;
}

Outcome<QSet<qint64>> EventTable::pulled() const
{
    Statement statement(m_connection, u"event/pulled"_s);
    if (auto started = statement.start({}); !started.ok())
        return started.problem();
    QSet<qint64> numbers;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            return numbers;
        numbers.insert(statement.value(0).toLongLong());
    }
}

Outcome<std::optional<EventTable::Row>> EventTable::row(const QString &id)
{
    return one(m_row, idBytes(id));
}

Outcome<std::optional<EventTable::Row>> EventTable::at(qint64 seq)
{
    return one(m_at, seq);
}

Outcome<std::optional<EventTable::Row>> EventTable::one(Statement &statement, const QVariant &key)
{
    if (auto started = statement.start({key}); !started.ok())
        return started.problem();
    const auto found = statement.next();
    if (!found.ok())
        return found.problem();
    std::optional<Row> row;
    if (found.value())
        row = rowOf(statement);
    statement.finish();
    return row;
}

Outcome<void> EventTable::read(qint64 afterSeq, const std::function<bool(const Row &)> &take) const
{
    Statement statement(m_connection, u"event/read"_s); // its own: `take` may read again
    if (auto started = statement.start({afterSeq}); !started.ok())
        return started;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value() || !take(rowOf(statement)))
            return {};
    }
}

QByteArray EventTable::idBytes(const QString &id)
{
    const QUuid uuid = QUuid::fromString(id);
    return idText(uuid.toRfc4122()) == id ? uuid.toRfc4122() : QByteArray();
}

QString EventTable::idText(const QByteArray &bytes)
{
    return bytes.size() == 16 ? QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces) : QString::fromLatin1(bytes.toHex());
}

} // namespace fireline::store
