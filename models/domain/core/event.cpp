// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event.h"

#include "core/canonicaljson.h"
#include "core/idsource.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::domain::event)
};

Problem damaged(const QString &text)
{
    return {Problem::Kind::Damaged, u"chain"_s, text, {}, {}, {}};
}

// Length first: two neighbouring fields can never be read as one another.
void add(QCryptographicHash &hash, const QByteArray &bytes)
{
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
    hash.addData(QByteArrayView("\n"));
}

} // namespace

QJsonObject Event::body() const
{
    return QJsonDocument::fromJson(payload).object();
}

QByteArray zeroHash()
{
    return QByteArray(32, '\0');
}

QByteArray contentHash(const Event &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("fireline/event/v1\n"));
    add(hash, event.id.toUtf8());
    add(hash, event.incident.toUtf8());
    add(hash, event.type.toUtf8());
    add(hash, event.recordedBy.toUtf8());
    add(hash, event.device.toUtf8());
    add(hash, QByteArray::number(event.deviceSeq));
    add(hash, event.prevHash);
    add(hash, event.hlc.toString().toLatin1());
    add(hash, QByteArray::number(event.occurredAt.us));
    add(hash, QByteArray::number(event.recordedAt.us));
    add(hash, QCryptographicHash::hash(event.payload, QCryptographicHash::Sha256));
    return hash.result();
}

Outcome<void> checkChainStep(const Event &event, const QByteArray &expectedPrev, qint64 expectedSeq)
{
    if (contentHash(event) != event.hash)
        return damaged(Text::tr("its content does not match its hash"));
    if (event.deviceSeq != expectedSeq)
        return damaged(Text::tr("an event before it is missing or doubled"));
    if (event.prevHash != expectedPrev)
        return damaged(Text::tr("it does not follow the event before it"));
    const auto body = fromCanonicalJson(event.payload);
    if (!body.ok())
        return damaged(body.problem().text);
    return {};
}

QJsonObject toAuditJson(const Event &event, qint64 seq)
{
    return {
        {u"id"_s, event.id},
        {u"type"_s, event.type},
        {u"occurredAt"_s, event.occurredAt.toRfc3339()},
        {u"recordedAt"_s, event.recordedAt.toRfc3339()},
        {u"occurredUs"_s, event.occurredAt.us},
        {u"recordedUs"_s, event.recordedAt.us},
        {u"hlc"_s, event.hlc.toString()},
        {u"actor"_s, event.recordedBy},
        {u"device"_s, event.device},
        {u"deviceSeq"_s, event.deviceSeq},
        {u"payload"_s, event.body()},
        {u"prevHash"_s, QString::fromLatin1(event.prevHash.toHex())},
        {u"hash"_s, QString::fromLatin1(event.hash.toHex())},
        {u"seq"_s, seq},
    };
}

Outcome<Event> fromAuditJson(const QJsonObject &object, const QString &incident)
{
    const Problem bad{Problem::Kind::Parse, u"event"_s, Text::tr("This is not an event of Fireline."), {}, {}, {}};
    const auto hlc = Hlc::fromString(object.value(u"hlc"_s).toString());
    const auto payload = toCanonicalJson(object.value(u"payload"_s).toObject());
    Event event;
    event.id = object.value(u"id"_s).toString();
    event.type = object.value(u"type"_s).toString();
    if (!isUuidV7(event.id) || event.type.isEmpty() || !hlc || !payload.ok())
        return bad;
    event.incident = incident;
    event.occurredAt = {object.value(u"occurredUs"_s).toInteger()};
    event.recordedAt = {object.value(u"recordedUs"_s).toInteger()};
    event.hlc = *hlc;
    event.recordedBy = object.value(u"actor"_s).toString();
    event.device = object.value(u"device"_s).toString();
    event.deviceSeq = object.value(u"deviceSeq"_s).toInteger();
    event.payload = payload.value();
    event.prevHash = QByteArray::fromHex(object.value(u"prevHash"_s).toString().toLatin1());
    event.hash = QByteArray::fromHex(object.value(u"hash"_s).toString().toLatin1());
    if (event.prevHash.size() != 32 || event.hash.size() != 32 || !event.occurredAt.isSet() || !event.recordedAt.isSet())
        return bad;
    return event;
}

} // namespace fireline::domain
