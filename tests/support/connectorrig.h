// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertmanager/alertmanagerclient.h"
#include "fakehttp.h"
#include "http/httpclient.h"
#include "prometheus/prometheusclient.h"

#include <QList>
#include <QMetaObject>
#include <QTest>

namespace fireline::test {

/// Waits for nothing, and remembers how long it should have.
class NoDelay : public connectors::Delay
{
public:
    void after(domain::Span wait, QObject *receiver, const std::function<void()> &then) override
    {
        waits.append(wait.us / 1000);
        if (hold)
            held = then;
        else
            QMetaObject::invokeMethod(receiver, then, Qt::QueuedConnection);
    }
    double chance() override { return luck; }

    QList<qint64> waits; ///< milliseconds
    double luck = 0;
    bool hold = false; ///< nothing goes on by itself
    std::function<void()> held;
};

/// What came of one question; a second answer is a fault.
template<typename T>
struct Heard
{
    std::optional<domain::Outcome<T>> outcome;
    int times = 0;

    connectors::Answer<T> take()
    {
        return [this](const domain::Outcome<T> &answer) {
            outcome.emplace(answer);
            ++times;
        };
    }
    [[nodiscard]] QString code() const { return outcome && !*outcome ? outcome->problem().code : QString(); }
};

inline const QByteArray oneName = R"({"status":"success","data":["job"]})";

inline FakeHttp::Reply good(const QByteArray &body = oneName)
{
    return {200, body, {}, FakeHttp::Reply::How::Whole, false};
}

inline FakeHttp::Reply status(int code, const QByteArray &body = "{}", const QList<std::pair<QByteArray, QByteArray>> &heads = {})
{
    return {code, body, heads, FakeHttp::Reply::How::Whole, false};
}

inline FakeHttp::Reply badly(FakeHttp::Reply::How how, const QByteArray &body = oneName)
{
    return {200, body, {}, how, false};
}

/// A client of one system, and what it works with.
struct Rig
{
    explicit Rig(const QUrl &address, domain::Span patience = domain::Span::seconds(20))
    {
        access.system = QStringLiteral("Prometheus");
        access.base = address;
        policy.patience = patience;
        policy.largest = 1024 * 1024;
    }
    connectors::HttpClient &client()
    {
        if (!way)
            way = std::make_unique<connectors::HttpClient>(access, policy, delay, clock);
        return *way;
    }
    connectors::PrometheusClient prometheus() { return connectors::PrometheusClient(client()); }
    connectors::AlertmanagerClient alertmanager() { return connectors::AlertmanagerClient(client()); }

    connectors::Access access;
    connectors::HttpPolicy policy;
    NoDelay delay;
    domain::SimulatedClock clock{*domain::Instant::fromRfc3339(QStringLiteral("2026-01-02T13:37:00Z"))};
    QObject receiver;
    std::unique_ptr<connectors::HttpClient> way;
};

} // namespace fireline::test
