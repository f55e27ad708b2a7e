// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

namespace fireline::connectors {

using HttpFields = QList<std::pair<QString, QString>>;

/// One thing asked of a system. A value.
struct HttpRequest
{
    enum class Method { Get, Post, Delete };

    Method method = Method::Get;
    QString path;      ///< below the base, its segments percent-encoded: "/api/v1/query"
    HttpFields query;  ///< behind the path
    QByteArray body;   ///< of Post
    QByteArray type;   ///< of the body
    bool again = true; ///< asking twice does no more than asking once; else it is sent once, whatever comes of it
    /// What the system says in the body of a refusal, for people; empty where it says nothing.
    std::function<QString(const QByteArray &body)> complaint;
};

/// name=value&…, with everything encoded that a PromQL expression holds ("+" too); for queries and forms.
[[nodiscard]] QByteArray encodedFields(const HttpFields &fields);

/// One segment of a path.
[[nodiscard]] QString pathSegment(const QString &text);

/// A read with those fields: behind the path, or as a form where they are too long for an address.
[[nodiscard]] HttpRequest readRequest(const QString &path, const HttpFields &fields);

} // namespace fireline::connectors
