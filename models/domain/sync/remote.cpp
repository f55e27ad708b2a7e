// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/remote.h"

#include "arbiter/serverchain.h"

#include <algorithm>
#include <array>

namespace fireline::domain {

QByteArray nextChainHash(const QByteArray &before, const ServerEvent &event)
{
    return chainHash(before, event.event.hash, {event.seq, event.login, event.adopted, event.authority, event.receivedAt, {}});
}

bool chainGoesOn(const QString &reason)
{
    static constexpr std::array barring{u"malformed", u"hash", u"id-reused", u"device", u"fork", u"no-such-incident", u"adopted"};
    return std::none_of(barring.begin(), barring.end(), [&](const char16_t *word) { return reason == QStringView(word); });
}

} // namespace fireline::domain
