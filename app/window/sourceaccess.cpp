// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourceaccess.h"

#include "datadog/datadogclient.h"
#include "http/keptsecrets.h"
#include "passwordstore.h"
#include "takeanswer.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using connectors::Access;
using domain::Outcome;
using domain::Problem;
using models::MonitoringSource;
using SignIn = MonitoringSource::SignIn;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SourceAccess)
};

constexpr qint64 LargestFile = 256 * 1024;

/// What an access of those files is made of, read in the pool.
Outcome<Access> withFiles(Access access, const MonitoringSource &source)
{
    if (source.signIn == SignIn::Certificate) {
        auto certificate = readPemFile(source.certificate);
        if (!certificate)
            return certificate.problem();
        access.certificate = certificate.value();
    }
    if (!source.authorities.isEmpty()) {
        auto authorities = readPemFile(source.authorities);
        if (!authorities)
            return authorities.problem();
        access.authorities = authorities.value();
    }
    return access;
}

/// The store does not say why it has nothing.
Outcome<Access> complete(const Access &access, SignIn signIn)
{
    const bool lacks = ((signIn == SignIn::Password || signIn == SignIn::Token) && access.secret.isEmpty())
                       || (signIn == SignIn::Certificate && access.certificateKey.isEmpty())
                       || std::any_of(access.keys.begin(), access.keys.end(),
                                      [](const auto &key) { return key.second.isEmpty(); });
    if (!lacks)
        return access;
    return Problem{
        Problem::Kind::Usage,
        u"no-secret"_s,
        Text::tr("Your password store has nothing to sign in to %1 with. Enter it in the settings.").arg(access.called()),
        {},
        {},
        {}};
}

} // namespace

Access accessOf(const MonitoringSource &source)
{
    const auto base = connectors::accessAddress(source.address);
    const QUrl address = base ? base.value() : QUrl();
    Access access = source.kind == MonitoringSource::Kind::Datadog ? connectors::datadogAccess(address, {}, {}) : Access();
    access.system = models::systemName(source.kind);
    access.name = source.name;
    access.base = address;
    access.signIn = source.signIn == SignIn::Password ? Access::SignIn::Basic
                    : source.signIn == SignIn::Token  ? Access::SignIn::Bearer
                                                      : Access::SignIn::None;
    access.user = source.user;
    return access;
}

QStringList secretNamesOf(const MonitoringSource &source)
{
    Access access = accessOf(source);
    if (source.signIn == SignIn::Certificate)
        access.certificate = "-"; // that there is one
    return connectors::secretNames(access);
}

Outcome<QByteArray> readPemFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return Problem{
            Problem::Kind::Io, u"certificate"_s, Text::tr("The file %1 cannot be read. Choose another.").arg(path), {}, {}, {}};
    return file.read(LargestFile);
}

void openAccess(const MonitoringSource &source, desktop::PasswordStore &store, QObject *receiver, const Opened &opened)
{
    const auto fill = [&store, receiver, opened, signIn = source.signIn](const Outcome<Access> &read) {
        if (!read)
            return opened(read);
        const auto ask = [&store, receiver](const QString &name, const std::function<void(const QString &)> &answer) {
            store.read(name, receiver, answer);
        };
        connectors::fillSecrets(read.value(), ask, [opened, signIn](const Access &filled) { opened(complete(filled, signIn)); });
    };
    if (source.certificate.isEmpty() && source.authorities.isEmpty())
        return fill(accessOf(source));
    const std::function<Outcome<Access>()> job = [access = accessOf(source), source] { return withFiles(access, source); };
    takeAnswer(receiver, elsewhere<Outcome<Access>>(job), fill);
}

} // namespace fireline::window
