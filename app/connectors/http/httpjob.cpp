// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpjob.h"

#include "http/clientcertificate.h"
#include "http/oncedevice.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Problem;
using domain::Span;

namespace {

QUrl urlOf(const Access &access, const HttpRequest &request)
{
    QUrl url = access.base;
    url.setPath(url.path(QUrl::FullyEncoded) + request.path, QUrl::TolerantMode);
    if (!request.query.isEmpty())
        url.setQuery(QString::fromLatin1(encodedFields(request.query)), QUrl::TolerantMode);
    return url;
}

void signIn(const Access &access, QNetworkRequest &request)
{
    if (access.signIn == Access::SignIn::Basic)
        request.setRawHeader("Authorization", "Basic " + (access.user + u':' + access.secret.reveal()).toUtf8().toBase64());
    else if (access.signIn == Access::SignIn::Bearer)
        request.setRawHeader("Authorization", "Bearer " + access.secret.reveal().toUtf8());
    for (const auto &[head, key] : access.keys)
        request.setRawHeader(head, key.reveal().toUtf8());
    useCertificate(access, request);
}

QNetworkRequest networkRequest(const Access &access, const HttpRequest &request)
{
    QNetworkRequest out(urlOf(access, request));
    // Another address is another system: it gets no secret of this one.
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute : {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
                                 QNetworkRequest::AuthenticationReuseAttribute})
        out.setAttribute(attribute, QNetworkRequest::Manual);
    out.setRawHeader("Accept", "application/json");
    out.setRawHeader("User-Agent", "Fireline");
    if (!request.type.isEmpty())
        out.setHeader(QNetworkRequest::ContentTypeHeader, request.type);
    signIn(access, out);
    return out;
}

QNetworkReply *sent(QNetworkAccessManager &network, const Access &access, const HttpRequest &request)
{
    QNetworkRequest out = networkRequest(access, request);
    if (request.method == HttpRequest::Method::Get)
        return network.get(out);
    if (request.method == HttpRequest::Method::Delete)
        return network.deleteResource(out);
    if (request.again)
        return network.post(out, request.body);
    auto *once = new OnceDevice(request.body);
    out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    QNetworkReply *reply = network.post(out, once);
    once->setParent(reply);
    return reply;
}

Attempt::Ending endingOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return Attempt::Ending::Unnamed;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: return Attempt::Ending::Unreachable;
    case QNetworkReply::SslHandshakeFailedError: return Attempt::Ending::Untrusted;
    default: return Attempt::Ending::Broken;
    }
}

} // namespace

HttpJob::HttpJob(const Means &means, HttpRequest request, QObject *receiver, Reading reading, Failing failing, QObject *parent)
    : QObject(parent)
    , m_means(means)
    , m_request(std::move(request))
    , m_receiver(receiver)
    , m_reading(std::move(reading))
    , m_failing(std::move(failing))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { abort(Attempt::Ending::Slow); });
    connect(receiver, &QObject::destroyed, this, &HttpJob::letGo);
    QMetaObject::invokeMethod(this, &HttpJob::attempt, Qt::QueuedConnection);
}

HttpJob::~HttpJob()
{
    if (m_reply)
        m_reply->disconnect(this);
    delete m_reply;
}

void HttpJob::attempt()
{
    if (m_ended || m_cancelled)
        return;
    if (const auto sound = checkAccess(m_means.access); !sound)
        return fail(sound.problem());
    ++m_attempts;
    m_body.clear();
    m_aborted.reset();
    m_reply = sent(m_means.network, m_means.access, m_request);
    m_patience.start(std::chrono::milliseconds(m_means.policy.patience.us / 1000));
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::take);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::end);
}

void HttpJob::take()
{
    const bool promised = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_means.policy.largest;
    if (!promised)
        m_body += m_reply->readAll();
    if (promised || m_body.size() > m_means.policy.largest)
        abort(Attempt::Ending::TooLarge);
}

void HttpJob::abort(Attempt::Ending why)
{
    m_aborted = why;
    if (m_reply)
        m_reply->abort();
}

Attempt HttpJob::factsOf(QNetworkReply *reply) const
{
    Attempt facts;
    facts.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    facts.detail = reply->error() == QNetworkReply::NoError ? QString() : reply->errorString();
    const auto head = [reply](const char *name) { return QString::fromLatin1(reply->rawHeader(name)); };
    facts.retryAfter = head("Retry-After");
    facts.location = head("Location");
    if (m_aborted)
        facts.ending = *m_aborted;
    else if (reply->error() != QNetworkReply::NoError && facts.status < 300)
        facts.ending = endingOf(reply->error());
    if (facts.ending == Attempt::Ending::Answered && facts.status >= 300 && m_request.complaint)
        facts.complaint = m_request.complaint(m_body);
    return facts;
}

void HttpJob::end()
{
    QNetworkReply *reply = m_reply;
    if (m_ended || !reply)
        return;
    m_patience.stop();
    if (!m_aborted)
        m_body += reply->readAll();
    const Attempt facts = factsOf(reply);
    m_reply = nullptr;
    reply->disconnect(this);
    reply->deleteLater();
    const Verdict verdict = verdictOn(facts, m_means.access, m_means.policy, m_request.again, m_means.clock.now());
    if (!verdict.problem)
        read();
    else if (verdict.again && m_attempts < m_means.policy.attempts)
        retry(verdict);
    else
        fail(*verdict.problem);
}

Span HttpJob::waitBefore(const Verdict &verdict) const
{
    if (verdict.wait)
        return *verdict.wait;
    constexpr int enough = 16; // doublings: past every longest wait
    const qint64 whole = std::min(m_means.policy.firstWait.us << std::min(m_attempts - 1, enough), m_means.policy.longestWait.us);
    return Span::micros(whole - qint64(double(whole / 2) * std::clamp(m_means.delay.chance(), 0.0, 1.0)));
}

void HttpJob::retry(const Verdict &verdict)
{
    const Span wait = waitBefore(verdict);
    m_means.delay.after(wait, this, [this] { attempt(); });
    emit waiting(m_attempts + 1, wait, verdict.problem->text);
}

void HttpJob::read()
{
    auto promise = std::make_shared<QPromise<Delivery>>();
    auto *watcher = new QFutureWatcher<Delivery>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        if (!m_cancelled)
            deliver(watcher->result());
    });
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, reading = m_reading, body = std::exchange(m_body, {})] {
        promise->addResult(reading(body));
        promise->finish();
    });
}

void HttpJob::fail(const Problem &problem)
{
    deliver(m_failing(problem));
}

void HttpJob::deliver(const Delivery &delivery)
{
    if (std::exchange(m_ended, true))
        return;
    deleteLater();
    if (m_receiver)
        delivery();
}

void HttpJob::cancel()
{
    if (m_ended || m_cancelled)
        return;
    Problem why = cancelled(m_means.access);
    if (!m_request.again && m_reply) {
        Attempt cut;
        cut.ending = Attempt::Ending::Broken;
        why = *verdictOn(cut, m_means.access, m_means.policy, false, m_means.clock.now()).problem;
    }
    m_cancelled = true;
    stop();
    QMetaObject::invokeMethod(
        this, [this, why] { fail(why); }, Qt::QueuedConnection);
}

void HttpJob::stop()
{
    m_patience.stop();
    if (QNetworkReply *reply = m_reply) {
        m_reply = nullptr;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpJob::letGo()
{
    m_ended = true;
    stop();
    deleteLater();
}

} // namespace fireline::connectors
