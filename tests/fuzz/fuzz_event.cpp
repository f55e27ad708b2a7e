// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canonicaljson.h"
#include "core/event.h"
#include "core/idsource.h"
#include "state/eventtypes.h"
#include "state/incidentstate.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkCanonical(const QByteArray &bytes)
{
    const auto object = fromCanonicalJson(bytes);
    if (!object.ok())
        return;
    const auto again = toCanonicalJson(object.value());
    require(again.ok() && again.value() == bytes);
}

void checkStamps(const QString &text)
{
    if (const auto stamp = Hlc::fromString(text))
        require(stamp->toString() == text);
    if (const auto at = Instant::fromRfc3339(text); at && at->isSet())
        require(!at->toRfc3339().isEmpty());
    (void)isUuidV7(text);
}

// What is read must come out as it went in, hash and all.
void checkAudit(const Event &event)
{
    const auto again = fromAuditJson(toAuditJson(event, 1), event.incident);
    require(again.ok() && again.value().payload == event.payload && again.value().id == event.id && again.value().hlc == event.hlc
            && contentHash(again.value()) == contentHash(event));
    (void)checkChainStep(event, event.prevHash, event.deviceSeq).ok();
}

// A line that is no whole event still has a type and a payload to fold: a state must take whatever a file holds.
Event loosely(const QJsonObject &object, int number)
{
    Event event;
    event.id = object.value(u"id"_s).toString(u"e%1"_s.arg(number));
    event.incident = u"i"_s;
    event.type = object.value(u"type"_s).toString();
    event.occurredAt = {object.value(u"occurredUs"_s).toInteger(number)};
    event.recordedAt = event.occurredAt;
    event.recordedBy = object.value(u"actor"_s).toString();
    event.payload = toCanonicalJson(object.value(u"payload"_s).toObject()).ok()
                        ? toCanonicalJson(object.value(u"payload"_s).toObject()).value()
                        : QByteArray("{}");
    return event;
}

} // namespace

/// Any bytes as stored payloads, stamps and lines of an audit log: nothing may throw, hang or read beyond its memory; what
/// is read is written again byte for byte; and the state folds every sequence of events.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkCanonical(bytes);
    IncidentState state;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        checkCanonical(line);
        checkStamps(QString::fromUtf8(line));
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        const auto event = fromAuditJson(object, u"i"_s);
        if (event.ok())
            checkAudit(event.value());
        apply(state, event.ok() ? event.value() : loosely(object, ++number));
    }
    return 0;
}
