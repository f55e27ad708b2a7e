// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "http/access.h"
#include "http/delay.h"
#include "http/httppolicy.h"
#include "http/httprequest.h"
#include "http/verdict.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace fireline::connectors {

/// One question to a system, with as many attempts as it takes. It finishes exactly once: by an answer, by a problem, or because it
/// was cancelled; and never within the call that began or cancelled it. Where the receiver is gone nobody is told, and the
/// network is left alone. Answers are read in Qt's thread pool. GUI thread; owned by its HttpClient, deletes itself behind its end.
class HttpJob : public QObject
{
    Q_OBJECT
public:
    /// What is done with a finished job, in its thread.
    using Delivery = std::function<void()>;
    /// From the bytes of an answer to what is delivered. Pure; any thread.
    using Reading = std::function<Delivery(const QByteArray &body)>;
    /// From a problem to what is delivered.
    using Failing = std::function<Delivery(const domain::Problem &problem)>;

    /// What it works with; outlives it.
    struct Means
    {
        QNetworkAccessManager &network;
        const Access &access;
        const HttpPolicy &policy;
        Delay &delay;
        const domain::Clock &clock;
    };

    HttpJob(const Means &means, HttpRequest request, QObject *receiver, Reading reading, Failing failing, QObject *parent);
    ~HttpJob() override;

    /// Nothing, where it has finished.
    void cancel();

signals:
    /// Another attempt follows after that time; why, for people.
    void waiting(int attempt, fireline::domain::Span wait, const QString &why);

private:
    void attempt();
    void take();
    void end();
    void abort(Attempt::Ending why);
    void retry(const Verdict &verdict);
    void read();
    void fail(const domain::Problem &problem);
    void deliver(const Delivery &delivery);
    void stop();
    void letGo();
    [[nodiscard]] Attempt factsOf(QNetworkReply *reply) const;
    [[nodiscard]] domain::Span waitBefore(const Verdict &verdict) const;

    Means m_means;
    HttpRequest m_request;
    QPointer<QObject> m_receiver;
    Reading m_reading;
    Failing m_failing;
    QPointer<QNetworkReply> m_reply;
    QTimer m_patience;
    QByteArray m_body;
    int m_attempts = 0;
    std::optional<Attempt::Ending> m_aborted;
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace fireline::connectors
