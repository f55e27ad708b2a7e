// SPDX-License-Identifier: GPL-3.0-or-later
#include "bareappend.h"

#include <QElapsedTimer>
#include <QUuid>

#include <sqlite3.h>

#include <vector>

namespace fireline::bench {

namespace {

using domain::Event;

// Prepared before the clock starts.
struct Row
{
    QByteArray id, incident, type, by, device, text, head;
};

class BareWriter
{
public:
    explicit BareWriter(const QString &path)
    {
        m_ok = sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK;
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
            "PRAGMA cell_size_check=ON; PRAGMA journal_size_limit=16777216; PRAGMA cache_size=-16384");
        m_begin = prepare("BEGIN IMMEDIATE");
        m_event = prepare("INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)");
        m_outbox = prepare("INSERT INTO outbox(seq) VALUES(?)");
        m_search = prepare("INSERT INTO search(rowid, text) VALUES(?,?)");
        m_meta = prepare("INSERT INTO meta VALUES('head', ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value");
        m_commit = prepare("COMMIT");
    }
    BareWriter(const BareWriter &) = delete;
    BareWriter &operator=(const BareWriter &) = delete;
    ~BareWriter()
    {
        for (sqlite3_stmt *statement : {m_begin, m_event, m_outbox, m_search, m_meta, m_commit})
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }

    bool isOk() const { return m_ok; }

    void append(sqlite3_int64 seq, const Event &event, const Row &row)
    {
        step(m_begin);
        bindEvent(seq, event, row);
        step(m_event);
        sqlite3_bind_int64(m_outbox, 1, seq);
        step(m_outbox);
        sqlite3_bind_int64(m_search, 1, seq);
        text(m_search, 2, row.text);
        step(m_search);
        text(m_meta, 1, row.head);
        step(m_meta);
        step(m_commit);
    }

private:
    void bindEvent(sqlite3_int64 seq, const Event &event, const Row &row)
    {
        sqlite3_bind_int64(m_event, 1, seq);
        blob(m_event, 2, row.id);
        blob(m_event, 3, row.incident);
        text(m_event, 4, row.type);
        sqlite3_bind_int64(m_event, 5, event.occurredAt.us);
        sqlite3_bind_int64(m_event, 6, event.recordedAt.us);
        sqlite3_bind_int64(m_event, 7, event.hlc.us);
        sqlite3_bind_int64(m_event, 8, event.hlc.counter);
        text(m_event, 9, row.by);
        text(m_event, 10, row.device);
        sqlite3_bind_int64(m_event, 11, event.deviceSeq);
        blob(m_event, 12, event.payload);
        blob(m_event, 13, event.prevHash);
        blob(m_event, 14, event.hash);
        blob(m_event, 15, event.hash);
    }
    void run(const char *sql) { m_ok = m_ok && sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        m_ok = m_ok && sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) == SQLITE_OK;
        return statement;
    }
    void step(sqlite3_stmt *statement)
    {
        m_ok = m_ok && sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    static void text(sqlite3_stmt *statement, int place, const QByteArray &value)
    {
        sqlite3_bind_text(statement, place, value.constData(), int(value.size()), SQLITE_STATIC);
    }
    static void blob(sqlite3_stmt *statement, int place, const QByteArray &value)
    {
        sqlite3_bind_blob(statement, place, value.constData(), int(value.size()), SQLITE_STATIC);
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_begin = nullptr, *m_event = nullptr, *m_outbox = nullptr, *m_search = nullptr, *m_meta = nullptr,
                 *m_commit = nullptr;
    bool m_ok = false;
};

} // namespace

double appendBare(const QString &path, const QList<Event> &events)
{
    std::vector<Row> rows;
    for (const Event &event : events) {
        rows.push_back({QUuid::fromString(event.id).toRfc4122(), QUuid::fromString(event.incident).toRfc4122(),
                        event.type.toUtf8(), event.recordedBy.toUtf8(), event.device.toUtf8(),
                        event.body().value(QLatin1String("text")).toString().toUtf8(),
                        QByteArray::number(event.deviceSeq) + ' ' + event.hash.toHex()});
    }
    BareWriter writer(path);
    QElapsedTimer timer;
    timer.start();
    for (qsizetype n = 0; n < events.size(); ++n)
        writer.append(n + 1, events[n], rows[size_t(n)]);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return writer.isOk() ? seconds : -1;
}

} // namespace fireline::bench
