// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgrescalls.h"

#include "core/idsource.h"
#include "pushjson.h"
#include "syncpolicy.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDriver>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace fireline::link {

using namespace domain;
using namespace sync;

namespace {

const QString Channel = u"fireline"_s;

Event eventOf(const QString &incident, const QVariantList &row)
{
    Event event;
    event.incident = incident;
    event.id = row.value(1).toString();
    event.type = row.value(2).toString();
    event.occurredAt = {row.value(3).toLongLong()};
    event.recordedAt = {row.value(4).toLongLong()};
    event.hlc = Hlc::fromString(row.value(5).toString()).value_or(Hlc{});
    event.recordedBy = row.value(6).toString();
    event.device = row.value(7).toString();
    event.deviceSeq = row.value(8).toLongLong();
    event.prevHash = row.value(9).toByteArray();
    event.payload = row.value(10).toString().toUtf8();
    event.hash = row.value(11).toByteArray();
    return event;
}

Verdict::Kind kindOf(const QString &verdict, const QString &reason)
{
    if (verdict == "accepted"_L1)
        return Verdict::Kind::Accepted;
    if (verdict == "duplicate"_L1)
        return Verdict::Kind::Duplicate;
    if (verdict == "retry"_L1)
        return reason == "gap"_L1 ? Verdict::Kind::Gap : Verdict::Kind::Later;
    return chainGoesOn(reason) ? Verdict::Kind::Rejected : Verdict::Kind::Barred;
}

} // namespace

PostgresCalls::PostgresCalls(backend::BackendAddress address, AuthorityOf authorityOf)
    : m_address(std::move(address))
    , m_authorityOf(std::move(authorityOf))
{
}

PostgresCalls::~PostgresCalls() = default;

void PostgresCalls::close()
{
    m_connection.reset();
}

QSqlDriver *PostgresCalls::driver() const
{
    return m_connection ? m_connection->database().driver() : nullptr;
}

int PostgresCalls::socket() const
{
    const QSqlDriver *const driver = this->driver();
    const QVariant handle = driver ? driver->handle() : QVariant();
    // The driver's documentation says PGconn*, and Qt 6 names the struct behind it.
    const QByteArrayView type(handle.typeName());
    if (type != "PGconn*" && type != "pg_conn*")
        return -1;
    return PQsocket(*static_cast<PGconn *const *>(handle.constData()));
}

Answer PostgresCalls::perform(const Request &request)
{
    if (std::holds_alternative<ask::Connect>(request))
        return connect();
    if (!m_connection || !m_connection->database().isOpen()) // the driver tells nobody when it has noticed
        return lost();
    if (std::holds_alternative<ask::Hello>(request))
        return hello();
    if (std::holds_alternative<ask::Listen>(request))
        return driver()->subscribeToNotification(Channel) ? Answer(Done{}) : Answer(lost());
    if (const auto *asked = std::get_if<ask::Heads>(&request))
        return heads(*asked);
    if (const auto *asked = std::get_if<ask::Pull>(&request))
        return pull(*asked);
    if (const auto *asked = std::get_if<ask::Append>(&request))
        return append(*asked);
    if (const auto *asked = std::get_if<ask::Poke>(&request))
        return answer(u"select fireline_api.poke(?::uuid)"_s, {asked->incident}, [](const Rows &) { return Done{}; });
    if (const auto *asked = std::get_if<ask::MissingBlobs>(&request))
        return missing(*asked);
    if (const auto *asked = std::get_if<ask::SendBlob>(&request))
        return sendBlob(*asked);
    return fetchBlob(std::get<ask::FetchBlob>(request));
}

Answer PostgresCalls::answer(const QString &sql, const QVariantList &values, const std::function<Answer(const Rows &)> &read)
{
    const auto rows = m_connection->rows(sql, values);
    return rows ? read(rows.value()) : failure(rows.problem());
}

// The server ends the statements of a login that take long: 16 MiB over a slow line may.
Answer PostgresCalls::inItsTime(const QString &sql, const QVariantList &values, const std::function<Answer(const Rows &)> &read)
{
    const auto limit = SyncPolicy().blobDeadline.us / 1000;
    if (const auto raised = m_connection->run(u"set statement_timeout = %1"_s.arg(limit)); !raised)
        return failure(raised.problem());
    const Answer brought = answer(sql, values, read);
    if (const auto restored = m_connection->run(u"reset statement_timeout"_s); !restored)
        return failure(restored.problem());
    return brought;
}

Failure PostgresCalls::lost() const
{
    return {Failure::Kind::Lost,
            {Problem::Kind::Io,
             u"unreachable"_s,
             QCoreApplication::translate("fireline::link::PostgresCalls",
                                         "The connection to the backend %1 is lost. What you record is kept here meanwhile.")
                 .arg(m_address.shown),
             {},
             {},
             {}}};
}

Failure PostgresCalls::failure(const Problem &problem) const
{
    if (problem.code == "login"_L1 || problem.code == "driver"_L1 || problem.code == "untrusted"_L1)
        return {Failure::Kind::Denied, problem};
    const bool isLost = problem.code == "unreachable"_L1 || !m_connection || !m_connection->database().isOpen();
    return {isLost ? Failure::Kind::Lost : Failure::Kind::Refused, problem};
}

Answer PostgresCalls::connect()
{
    close();
    auto opened = backend::BackendConnection::open(m_address);
    if (!opened)
        return failure(opened.problem());
    m_connection = std::move(opened).value();
    m_openAs.clear();
    return Done{};
}

// After a failover the timeline is another, and so it is after a backup was restored: an operator need not think of the epoch.
Answer PostgresCalls::hello()
{
    const QString sql = u"select h.server_id::text, h.epoch, h.schema_version, h.now_us, h.login, h.role, h.standby, "
                        "case when h.standby then '' else left(pg_walfile_name(pg_current_wal_lsn()), 8) end "
                        "from fireline_api.hello() h"_s;
    return answer(sql, {}, [](const Rows &rows) -> Answer {
        if (rows.isEmpty())
            return Failure{Failure::Kind::Refused, {Problem::Kind::Damaged, u"no-server"_s, {}, {}, {}, {}}};
        const QVariantList &row = rows.first();
        return ServerHello{row.value(0).toString(), row.value(1).toString() + u'.' + row.value(7).toString(),
                           row.value(2).toInt(),    {row.value(3).toLongLong()},
                           row.value(4).toString(), row.value(5).toString() == "responder"_L1,
                           row.value(6).toBool()};
    });
}

// The name of a connection is the one thing that every login sees of others. Which incident it is stays a secret of those who know its
// id: a private one is for its members. The server keeps 63 bytes of a name: those of three incidents.
Outcome<void> PostgresCalls::sayOpen(const QStringList &incidents)
{
    QStringList words{u"fireline"_s};
    for (const QString &incident : incidents.mid(0, 3))
        words.append(
            QString::fromLatin1(QCryptographicHash::hash(incident.toLatin1(), QCryptographicHash::Sha256).toHex().first(16)));
    const QString name = words.join(u' ');
    if (name == m_openAs)
        return {};
    const auto told = m_connection->run(u"set application_name = "_s + backend::BackendConnection::quotedText(name));
    if (told)
        m_openAs = name;
    return told;
}

Answer PostgresCalls::heads(const ask::Heads &request)
{
    if (const auto told = sayOpen(request.only); !told)
        return failure(told.problem());
    const QString sql =
        u"select incident::text, head_seq, head_hash, number, term, private, title, process, severity, phase, state, "
        "declared_us, (select string_agg(distinct a.usename, chr(10)) from pg_stat_activity a where a.datname = "
        "current_database() "
        "and a.application_name like '%' || left(encode(sha256(convert_to(incident::text, 'UTF8')), 'hex'), 16) || '%' "
        "and (pg_has_role(a.usename, 'fireline_responder', 'member') or pg_has_role(a.usename, 'fireline_observer', 'member')) "
        // A superuser has every role, and is nobody's console.
        "and not (select rolsuper from pg_roles where rolname = a.usename)) "
        "from fireline_api.heads(?::uuid[])"_s;
    const QVariant only = request.only.isEmpty() ? QVariant() : u'{' + request.only.join(u',') + u'}';
    return answer(sql, {only}, [](const Rows &rows) {
        QList<ServerHead> heads;
        for (const QVariantList &row : rows) {
            // It becomes the name of a file here: a server that is not ours may say anything.
            if (!domain::isUuidV7(row.value(0).toString()))
                continue;
            heads.append({row.value(0).toString(),
                          row.value(1).toLongLong(),
                          row.value(2).toByteArray(),
                          row.value(3).toLongLong(),
                          row.value(4).toInt(),
                          row.value(5).toBool(),
                          row.value(6).toString(),
                          row.value(7).toString(),
                          row.value(8).toString(),
                          row.value(9).toString(),
                          row.value(10).toString(),
                          {row.value(11).toLongLong()},
                          row.value(12).toString().split(u'\n', Qt::SkipEmptyParts)});
        }
        return heads;
    });
}

Answer PostgresCalls::pull(const ask::Pull &request)
{
    const QString sql =
        u"select seq, id, type, occurred_us, recorded_us, hlc, recorded_by, device, device_seq, prev_hash, payload, "
        "hash, login, adopted, authority, received_us, chain_hash from fireline_api.pull(?::uuid, ?, ?)"_s;
    return answer(sql, {request.incident, request.after, request.limit}, [&](const Rows &rows) {
        QList<ServerEvent> events;
        for (const QVariantList &row : rows)
            events.append({eventOf(request.incident, row),
                           row.value(0).toLongLong(),
                           {row.value(15).toLongLong()},
                           row.value(12).toString(),
                           row.value(13).toBool(),
                           row.value(14).toString().toUtf8(),
                           row.value(16).toByteArray()});
        return events;
    });
}

Answer PostgresCalls::append(const ask::Append &request)
{
    QJsonArray events;
    for (const QueuedEvent &event : request.events)
        events.append(backend::toPushJson(event.event, m_authorityOf(event.event), event.refusedFor));
    const QString json = QString::fromUtf8(QJsonDocument(events).toJson(QJsonDocument::Compact));
    const QString columns = u"select id, verdict, seq, reason, rule from fireline_api."_s;
    const auto read = [](const Rows &rows) {
        QList<Verdict> verdicts;
        for (const QVariantList &row : rows)
            verdicts.append({row.value(0).toString(), kindOf(row.value(1).toString(), row.value(3).toString()),
                             row.value(2).toLongLong(), row.value(3).toString(), row.value(4).toString()});
        return verdicts;
    };
    if (request.adopt)
        return answer(columns + u"adopt(?::uuid, ?::jsonb, ?)"_s, {request.incident, json, request.last}, read);
    return answer(columns + u"append(?::uuid, ?::jsonb)"_s, {request.incident, json}, read);
}

Answer PostgresCalls::missing(const ask::MissingBlobs &request)
{
    const QString names = u'{' + request.sha256.join(u',') + u'}';
    return answer(u"select * from fireline_api.missing_blobs(?::uuid, ?::text[])"_s, {request.incident, names},
                  [](const Rows &rows) {
                      QStringList lacking;
                      for (const QVariantList &row : rows)
                          lacking.append(row.value(0).toString());
                      return lacking;
                  });
}

Answer PostgresCalls::sendBlob(const ask::SendBlob &request)
{
    const QByteArray bytes = request.bytes.isNull() ? QByteArray("") : request.bytes; // null would be none, not no bytes
    return inItsTime(u"select fireline_api.put_blob(?::uuid, ?, ?)"_s, {request.incident, request.sha256, bytes},
                     [](const Rows &rows) -> Answer {
                         if (!rows.isEmpty() && rows.first().value(0).toString() != "refused"_L1)
                             return Done{};
                         return Failure{Failure::Kind::Refused, {Problem::Kind::Refused, u"blob-refused"_s, {}, {}, {}, {}}};
                     });
}

Answer PostgresCalls::fetchBlob(const ask::FetchBlob &request)
{
    return inItsTime(u"select fireline_api.blob(?::uuid, ?)"_s, {request.incident, request.sha256},
                     [](const Rows &rows) { return rows.isEmpty() ? QByteArray() : rows.first().value(0).toByteArray(); });
}

} // namespace fireline::link
