// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"

#include <QNetworkAccessManager>

namespace fireline::connectors {

HttpClient::HttpClient(Access access, const HttpPolicy &policy, Delay &delay, const domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_policy(policy)
    , m_delay(delay)
    , m_clock(clock)
    , m_network(new QNetworkAccessManager(this))
{
}

// The jobs first: each has a reply that belongs to the network.
HttpClient::~HttpClient()
{
    qDeleteAll(findChildren<HttpJob *>(Qt::FindDirectChildrenOnly));
}

HttpJob *HttpClient::start(const HttpRequest &request, QObject *receiver, const HttpJob::Reading &reading,
                           const HttpJob::Failing &failing)
{
    return new HttpJob({*m_network, m_access, m_policy, m_delay, m_clock}, request, receiver, reading, failing, this);
}

} // namespace fireline::connectors
