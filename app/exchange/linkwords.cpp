// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkwords.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace fireline::exchange {

QString referenceOf(const QString &address)
{
    static constexpr QLatin1String scheme("fireline:");
    return address.startsWith(scheme) ? address.mid(scheme.size()).trimmed() : QString();
}

QString webAddress(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool web = (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty();
    const bool mail = scheme == "mailto"_L1 && url.path().contains(u'@');
    return url.isValid() && (web || mail) ? QString::fromLatin1(url.toEncoded()) : QString();
}

QString readAddress(const QString &address)
{
    QString plain;
    plain.reserve(address.size());
    for (const QChar c : address) {
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            plain += c;
    }
    return plain;
}

bool sayAddress(const QString &words, const QString &address)
{
    const QString bare = address.startsWith(u"mailto:"_s)       ? address.mid(7)
                         : address.startsWith(u"http://www."_s) ? address.mid(7)
                                                                : address;
    return words == address || words == bare;
}

} // namespace fireline::exchange
