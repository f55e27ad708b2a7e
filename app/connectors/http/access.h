// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "http/secret.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace fireline::connectors {

/// Where a system is, and how one signs in there. The secrets come from the desktop's password store and are kept in memory
/// alone. A value; any thread.
struct Access
{
    enum class SignIn { None, Basic, Bearer };

    QString system; ///< as people call it: "Prometheus"
    QString name;   ///< what the people here call this one; empty: nothing
    QUrl base;      ///< its paths begin here; of accessAddress()
    SignIn signIn = SignIn::None;
    QString user;                              ///< of Basic
    Secret secret;                             ///< password of Basic, token of Bearer
    QList<std::pair<QByteArray, Secret>> keys; ///< further heads that sign in (Datadog)
    QByteArray certificate;                    ///< of this client, PEM; empty: none
    Secret certificateKey;                     ///< PEM
    Secret keyPassphrase;
    QByteArray authorities; ///< PEM; trusted for this system beside those of the computer

    /// "Prometheus at metrics.example:9090": what it is to everybody, whatever it is called on one computer.
    [[nodiscard]] QString place() const;
    /// What people are told in a sentence: the name they gave it, else its place.
    [[nodiscard]] QString called() const;
    /// That text without any secret in it, on one line and not endless: what another system said is not ours to trust.
    [[nodiscard]] QString cleaned(const QString &text) const;
};

/// An address as typed, fit for Access::base: http or https, a host, no name or password, no query, no slash at its end.
[[nodiscard]] domain::Outcome<QUrl> accessAddress(const QString &typed);

/// Whether a request can be signed with it: secrets without line breaks, a certificate that fits its key.
[[nodiscard]] domain::Outcome<void> checkAccess(const Access &access);

} // namespace fireline::connectors
