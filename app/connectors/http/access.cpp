// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/access.h"

#include "http/clientcertificate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connector)
};

constexpr qsizetype LongestSaying = 300;

Problem unusable(const QString &text)
{
    return {Problem::Kind::Usage, u"address"_s, text, {}, {}, {}};
}

/// Every form in which a secret could come back from another system.
QStringList secretForms(const Access &access)
{
    QStringList forms;
    const auto add = [&forms](const QString &text) {
        if (text.isEmpty())
            return;
        forms << text << QString::fromLatin1(QUrl::toPercentEncoding(text)) << QString::fromLatin1(text.toUtf8().toBase64());
    };
    add(access.secret.reveal());
    if (access.signIn == Access::SignIn::Basic)
        forms << QString::fromLatin1((access.user + u':' + access.secret.reveal()).toUtf8().toBase64());
    for (const auto &[head, key] : access.keys)
        add(key.reveal());
    add(access.keyPassphrase.reveal());
    // The longest first: one may begin with another.
    std::sort(forms.begin(), forms.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return forms;
}

bool canBeSent(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

} // namespace

QString Access::place() const
{
    return Text::tr("%1 at %2").arg(system, base.port() > 0 ? u"%1:%2"_s.arg(base.host()).arg(base.port()) : base.host());
}

// Quoted: a name may be a word that means something else in the sentence, such as "alerts".
QString Access::called() const
{
    return name.isEmpty() ? place() : Text::tr("“%1”", "a name that somebody gave").arg(name);
}

QString Access::cleaned(const QString &text) const
{
    QString clean = text.left(8 * LongestSaying);
    for (const QString &form : secretForms(*this))
        clean.replace(form, u"***"_s);
    for (QChar &c : clean) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    }
    clean = clean.simplified();
    return clean.size() > LongestSaying ? clean.left(LongestSaying) + u'…' : clean;
}

Outcome<QUrl> accessAddress(const QString &typed)
{
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return unusable(Text::tr("Give the address as https://host or http://host:port."));
    if (!url.userInfo().isEmpty())
        return unusable(Text::tr("Leave name and password out of the address. They have fields of their own."));
    if (url.hasQuery() || url.hasFragment())
        return unusable(Text::tr("Give the address without anything behind ? or #."));
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

Outcome<void> checkAccess(const Access &access)
{
    if (access.base.host().isEmpty())
        return unusable(Text::tr("%1 has no address yet. Enter it in the settings.").arg(access.system));
    bool sound = canBeSent(access.secret.reveal()) && canBeSent(access.user)
                 && (access.signIn != Access::SignIn::Basic || !access.user.contains(u':'));
    for (const auto &[head, key] : access.keys)
        sound = sound && canBeSent(key.reveal());
    if (!sound)
        return Problem{Problem::Kind::Usage,
                       u"sign-in"_s,
                       Text::tr("The sign-in for %1 holds a line break or another character that cannot be sent. Enter it again.")
                           .arg(access.system),
                       {},
                       {},
                       {}};
    return checkCertificate(access);
}

} // namespace fireline::connectors
