// SPDX-License-Identifier: GPL-3.0-or-later
#include "author.h"

#include "core/canonicaljson.h"
#include "pushjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::test {

using domain::Event;

namespace {

constexpr qint64 start = 1'740'996'000'000'000; // 2025-03-03 10:00 UTC

QList<Verdict> call(backend::BackendConnection &connection, const QString &sql, const QVariantList &values)
{
    const auto rows = connection.rows(sql, values);
    if (!rows)
        return {{{}, u"error"_s, 0, rows.problem().code, rows.problem().detail, {}}};
    QList<Verdict> verdicts;
    for (const QVariantList &row : rows.value())
        verdicts.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong(), row.value(3).toString(),
                         row.value(4).toString(), row.value(5).toByteArray()});
    return verdicts;
}

// The table goes with every event that takes one.
QString json(const QList<Event> &events, const QByteArray &authority)
{
    QJsonArray all;
    for (const Event &event : events) {
        const bool takesTable = event.type == "incident.declared"_L1 || event.type == "process.adopted"_L1;
        all.append(backend::toPushJson(event, takesTable ? authority : QByteArray()));
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace

Author::Author(domain::IdSource &ids, QString recordedBy, QString incident)
    : m_ids(ids)
    , m_recordedBy(std::move(recordedBy))
    , m_incident(std::move(incident))
    , m_device(ids.next({start}))
{
}

Event Author::next(const QString &type, const QJsonObject &payload)
{
    const auto bytes = domain::toCanonicalJson(payload);
    return nextRaw(type, bytes ? bytes.value() : QByteArray("{}"));
}

Event Author::nextRaw(const QString &type, const QByteArray &payload)
{
    Event event;
    event.occurredAt = {start + m_seq * 1'000'000};
    event.recordedAt = event.occurredAt;
    event.id = m_ids.next(event.recordedAt);
    event.incident = m_incident;
    event.type = type;
    event.hlc = {event.recordedAt.us, 0};
    event.recordedBy = m_recordedBy;
    event.device = m_device;
    event.deviceSeq = ++m_seq;
    event.payload = payload;
    event.prevHash = m_prev;
    seal(event);
    m_beforePrev = m_prev;
    m_prev = event.hash;
    return event;
}

void Author::seal(Event &event)
{
    event.hash = domain::contentHash(event);
}

void Author::takeBack()
{
    --m_seq;
    m_prev = m_beforePrev;
}

QString Verdict::text() const
{
    QStringList words = {verdict};
    if (!reason.isEmpty())
        words.append(reason);
    if (!rule.isEmpty())
        words.append(rule);
    if (verdict == "retry"_L1)
        words.append(QString::number(seq));
    return words.join(u' ');
}

QList<Verdict> append(backend::BackendConnection &connection, const QString &incident, const QList<Event> &events,
                      const QByteArray &authority)
{
    return call(connection, u"select * from fireline_api.append(?::uuid, ?::jsonb)"_s, {incident, json(events, authority)});
}

QList<Verdict> adopt(backend::BackendConnection &connection, const QString &incident, const QList<Event> &events, bool last,
                     const QByteArray &authority)
{
    return call(connection, u"select * from fireline_api.adopt(?::uuid, ?::jsonb, ?)"_s,
                {incident, json(events, authority), last});
}

QString said(const QList<Verdict> &verdicts)
{
    QStringList words;
    for (const Verdict &verdict : verdicts)
        words.append(verdict.text());
    return words.join(u"; "_s);
}

} // namespace fireline::test
