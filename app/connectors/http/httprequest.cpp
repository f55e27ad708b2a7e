// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httprequest.h"

#include <QUrl>

namespace fireline::connectors {

namespace {

constexpr qsizetype LongestQuery = 4000; // proxies refuse addresses of 8 KiB and more

} // namespace

QByteArray encodedFields(const HttpFields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

QString pathSegment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

HttpRequest readRequest(const QString &path, const HttpFields &fields)
{
    HttpRequest request;
    request.path = path;
    const QByteArray encoded = encodedFields(fields);
    if (encoded.size() <= LongestQuery) {
        request.query = fields;
        return request;
    }
    request.method = HttpRequest::Method::Post;
    request.body = encoded;
    request.type = "application/x-www-form-urlencoded";
    return request;
}

} // namespace fireline::connectors
