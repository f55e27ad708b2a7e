// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/clientcertificate.h"

#include <QCoreApplication>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connector)
};

/// PEM does not say in its first line which kind it is.
QSslKey keyOf(const Access &access)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(access.certificateKey.reveal().toLatin1(), algorithm, QSsl::Pem, QSsl::PrivateKey,
                    access.keyPassphrase.reveal().toUtf8());
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Outcome<void> checkCertificate(const Access &access)
{
    const auto unread = [&access](const QString &text) {
        return Problem{Problem::Kind::Usage, u"certificate"_s, text.arg(access.system), {}, {}, {}};
    };
    if (!access.authorities.isEmpty() && QSslCertificate::fromData(access.authorities).isEmpty())
        return unread(Text::tr("The certificates that %1 is trusted by cannot be read. Choose a PEM file."));
    if (access.certificate.isEmpty())
        return {};
    if (QSslCertificate::fromData(access.certificate).isEmpty())
        return unread(Text::tr("Your certificate for %1 cannot be read. Choose a PEM file."));
    if (keyOf(access).isNull())
        return unread(Text::tr("The key of your certificate for %1 cannot be read. Check the file and its passphrase."));
    return {};
}

void useCertificate(const Access &access, QNetworkRequest &request)
{
    if (access.certificate.isEmpty() && access.authorities.isEmpty())
        return;
    QSslConfiguration configuration = request.sslConfiguration();
    if (!access.authorities.isEmpty())
        configuration.addCaCertificates(QSslCertificate::fromData(access.authorities));
    if (!access.certificate.isEmpty()) {
        configuration.setLocalCertificateChain(QSslCertificate::fromData(access.certificate));
        configuration.setPrivateKey(keyOf(access));
    }
    request.setSslConfiguration(configuration);
}

} // namespace fireline::connectors
