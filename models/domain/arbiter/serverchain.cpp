// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/serverchain.h"

#include <QCryptographicHash>

namespace fireline::domain {

namespace {

// Length first, as in an event's own hash.
void add(QCryptographicHash &hash, const QByteArray &bytes)
{
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
    hash.addData(QByteArrayView("\n"));
}

} // namespace

QByteArray chainHash(const QByteArray &before, const QByteArray &eventHash, const ServerStamp &stamp)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("fireline/chain/v1\n"));
    add(hash, QByteArray::number(stamp.seq));
    add(hash, before);
    add(hash, eventHash);
    add(hash, stamp.login.toUtf8());
    add(hash, stamp.adopted ? "1" : "0");
    add(hash, QByteArray::number(stamp.receivedAt.us));
    add(hash, stamp.authority.isEmpty() ? QByteArray() : QCryptographicHash::hash(stamp.authority, QCryptographicHash::Sha256));
    return hash.result();
}

} // namespace fireline::domain
