// SPDX-License-Identifier: GPL-3.0-or-later
#include "datadog/datadogclient.h"

#include "datadog/datadogparser.h"

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Instant;
using domain::Span;

Access datadogAccess(const QUrl &base, const Secret &apiKey, const Secret &applicationKey)
{
    Access access;
    access.system = u"Datadog"_s;
    access.base = base;
    access.keys = {{"DD-API-KEY", apiKey}, {"DD-APPLICATION-KEY", applicationKey}};
    return access;
}

HttpJob *DatadogClient::series(const QString &query, Instant from, Instant to, Span step, QObject *receiver,
                               const Answer<DatadogResult> &answer) const
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.path = u"/api/v2/query/timeseries"_s;
    request.body = datadogV2Body(query, from, to, step);
    request.type = "application/json";
    request.complaint = datadogComplaint;
    return m_way.ask<DatadogResult>(
        request, [query](const QByteArray &body) { return readDatadogV2(body, query); }, receiver, answer);
}

HttpJob *DatadogClient::seriesV1(const QString &query, Instant from, Instant to, QObject *receiver,
                                 const Answer<DatadogResult> &answer) const
{
    HttpRequest request;
    request.path = u"/api/v1/query"_s;
    request.query = {
        {u"from"_s, QString::number(from.us / 1'000'000)}, {u"to"_s, QString::number(to.us / 1'000'000)}, {u"query"_s, query}};
    request.complaint = datadogComplaint;
    return m_way.ask<DatadogResult>(request, readDatadogV1, receiver, answer);
}

} // namespace fireline::connectors
