// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorbell.h"

#include "core/idsource.h"

namespace fireline::sync {

std::optional<Doorbell> readDoorbell(const QString &payload)
{
    if (payload == u'*')
        return Doorbell{};
    const qsizetype colon = payload.indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    bool isNumber = false;
    const Doorbell bell{payload.left(colon), QStringView(payload).mid(colon + 1).toLongLong(&isNumber)};
    if (!isNumber || bell.seq < 1 || !domain::isUuidV7(bell.incident))
        return std::nullopt;
    return bell;
}

} // namespace fireline::sync
