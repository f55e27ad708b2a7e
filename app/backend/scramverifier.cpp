// SPDX-License-Identifier: GPL-3.0-or-later
#include "scramverifier.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace fireline::backend {

namespace {

constexpr int rounds = 4096;

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

} // namespace

QString scramVerifier(const QByteArray &password, const QByteArray &salt)
{
    QByteArray block = hmac(password, salt + QByteArray("\0\0\0\1", 4));
    QByteArray salted = block;
    for (int round = 1; round < rounds; ++round) {
        block = hmac(password, block);
        for (int i = 0; i < salted.size(); ++i)
            salted[i] = char(salted.at(i) ^ block.at(i));
    }
    const QByteArray stored = QCryptographicHash::hash(hmac(salted, "Client Key"), QCryptographicHash::Sha256);
    const QByteArray server = hmac(salted, "Server Key");
    return u"SCRAM-SHA-256$%1:%2$%3:%4"_s.arg(QString::number(rounds), QString::fromLatin1(salt.toBase64()),
                                              QString::fromLatin1(stored.toBase64()), QString::fromLatin1(server.toBase64()));
}

} // namespace fireline::backend
