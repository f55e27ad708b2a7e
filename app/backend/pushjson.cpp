// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushjson.h"

using namespace Qt::StringLiterals;

namespace fireline::backend {

QJsonObject toPushJson(const domain::Event &event, const QByteArray &authority, const QString &refusedFor)
{
    QJsonObject object{{u"id"_s, event.id},
                       {u"type"_s, event.type},
                       {u"occurredUs"_s, event.occurredAt.us},
                       {u"recordedUs"_s, event.recordedAt.us},
                       {u"hlc"_s, event.hlc.toString()},
                       {u"recordedBy"_s, event.recordedBy},
                       {u"device"_s, event.device},
                       {u"deviceSeq"_s, event.deviceSeq},
                       {u"prevHash"_s, QString::fromLatin1(event.prevHash.toHex())},
                       {u"hash"_s, QString::fromLatin1(event.hash.toHex())},
                       {u"payload"_s, QString::fromUtf8(event.payload)}};
    if (!authority.isEmpty())
        object.insert(u"authority"_s, QString::fromUtf8(authority));
    if (!refusedFor.isEmpty())
        object.insert(u"refusedFor"_s, refusedFor);
    return object;
}

} // namespace fireline::backend
