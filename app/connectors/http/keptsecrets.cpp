// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/keptsecrets.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

namespace {

/// A secret of an access, and what it is called.
struct Place
{
    QString name;
    Secret *secret;
};

QList<Place> placesOf(Access &access)
{
    QUrl who = access.base;
    who.setUserName(access.signIn == Access::SignIn::Basic ? access.user : QString());
    const auto named = [&](const QString &what) {
        return u"%1 %2: %3"_s.arg(access.system, QString::fromLatin1(who.toEncoded()), what);
    };
    QList<Place> places;
    if (access.signIn == Access::SignIn::Basic)
        places.append({named(u"password"_s), &access.secret});
    else if (access.signIn == Access::SignIn::Bearer)
        places.append({named(u"token"_s), &access.secret});
    for (auto &[head, key] : access.keys)
        places.append({named(QString::fromLatin1(head)), &key});
    if (!access.certificate.isEmpty()) {
        places.append({named(u"key of the certificate"_s), &access.certificateKey});
        places.append({named(u"passphrase of the key"_s), &access.keyPassphrase});
    }
    return places;
}

void fillFrom(qsizetype place, const std::shared_ptr<Access> &access, const SecretQuestion &ask,
              const std::function<void(const Access &)> &filled)
{
    const QList<Place> places = placesOf(*access);
    if (place == places.size())
        return filled(*access);
    ask(places[place].name, [=](const QString &secret) {
        *placesOf(*access)[place].secret = Secret(secret);
        fillFrom(place + 1, access, ask, filled);
    });
}

} // namespace

QStringList secretNames(const Access &access)
{
    Access copy = access;
    QStringList names;
    const QList<Place> places = placesOf(copy);
    for (const Place &place : places)
        names.append(place.name);
    return names;
}

void fillSecrets(const Access &access, const SecretQuestion &ask, const std::function<void(const Access &)> &filled)
{
    fillFrom(0, std::make_shared<Access>(access), ask, filled);
}

} // namespace fireline::connectors
