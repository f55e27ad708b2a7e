// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpjob.h"

#include <functional>
#include <memory>

namespace fireline::connectors {

/// What came of a question: the value, or what is wrong in words for people.
template<typename T>
using Answer = std::function<void(const domain::Outcome<T> &outcome)>;

/// From the bytes of an answer to its value. Pure; any thread.
template<typename T>
using Reader = std::function<domain::Outcome<T>(const QByteArray &body)>;

/// The way to one system: every question is a job of its own. GUI thread; owned by the composition; delay and clock outlive it. What
/// is under way when it goes is dropped, and nobody is told.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    HttpClient(Access access, const HttpPolicy &policy, Delay &delay, const domain::Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] const Access &access() const { return m_access; }
    /// It is called otherwise from now on.
    void setName(const QString &name) { m_access.name = name; }

    /// Asks, reads what comes, and tells `answer` once, in this thread; never before this call has returned. The job is there until
    /// it has finished.
    template<typename T>
    HttpJob *ask(const HttpRequest &request, const Reader<T> &reader, QObject *receiver, const Answer<T> &answer)
    {
        const auto reading = [reader, answer, access = m_access](const QByteArray &body) -> HttpJob::Delivery {
            auto read = std::make_shared<domain::Outcome<T>>(reader(body));
            if (!*read)
                *read = domain::Outcome<T>(inAnswer(access, read->problem()));
            return [answer, read] { answer(*read); };
        };
        const auto failing = [answer](const domain::Problem &problem) -> HttpJob::Delivery {
            return [answer, problem] { answer(domain::Outcome<T>(problem)); };
        };
        return start(request, receiver, reading, failing);
    }

private:
    HttpJob *start(const HttpRequest &request, QObject *receiver, const HttpJob::Reading &reading,
                   const HttpJob::Failing &failing);

    Access m_access;
    HttpPolicy m_policy;
    Delay &m_delay;
    const domain::Clock &m_clock;
    QNetworkAccessManager *m_network; ///< owned by this as its child
};

} // namespace fireline::connectors
