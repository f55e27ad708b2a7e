// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/remote.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace fireline::domain {

namespace {

void add(QCryptographicHash &hash, const QByteArray &bytes)
{
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
    hash.addData(QByteArrayView("\n"));
}

} // namespace

QByteArray nextChainHash(const QByteArray &before, const ServerEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("fireline/chain/v1\n"));
    add(hash, QByteArray::number(event.seq));
    add(hash, before);
    add(hash, event.event.hash);
    add(hash, event.login.toUtf8());
    add(hash, event.adopted ? "1" : "0");
    add(hash, QByteArray::number(event.receivedAt.us));
    add(hash, event.authority.isEmpty() ? QByteArray() : QCryptographicHash::hash(event.authority, QCryptographicHash::Sha256));
    return hash.result();
}

bool chainGoesOn(const QString &reason)
{
    static constexpr std::array barring{u"malformed", u"hash", u"id-reused", u"device", u"fork", u"no-such-incident", u"adopted"};
    return std::none_of(barring.begin(), barring.end(), [&](const char16_t *word) { return reason == QStringView(word); });
}

} // namespace fireline::domain
