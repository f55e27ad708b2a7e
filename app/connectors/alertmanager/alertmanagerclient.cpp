// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertmanagerclient.h"

#include "alertmanager/alertmanagerparser.h"

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

} // namespace

HttpRequest AlertmanagerClient::request(HttpRequest::Method method, const QString &path) const
{
    HttpRequest request;
    request.method = method;
    request.path = m_prefix + path;
    request.complaint = alertmanagerComplaint;
    return request;
}

HttpJob *AlertmanagerClient::alerts(const QList<Matcher> &filter, QObject *receiver,
                                    const Answer<QList<ManagedAlert>> &answer) const
{
    HttpRequest asked = request(HttpRequest::Method::Get, u"/alerts"_s);
    for (const Matcher &matcher : filter)
        asked.query.append({u"filter"_s, matcherText(matcher)});
    return m_way.ask<QList<ManagedAlert>>(asked, readManagedAlerts, receiver, answer);
}

HttpJob *AlertmanagerClient::silences(QObject *receiver, const Answer<QList<Silence>> &answer) const
{
    return m_way.ask<QList<Silence>>(request(HttpRequest::Method::Get, u"/silences"_s), readSilences, receiver, answer);
}

void AlertmanagerClient::createSilence(const Silence &silence, QObject *receiver, const Answer<QString> &answer) const
{
    HttpRequest asked = request(HttpRequest::Method::Post, u"/silences"_s);
    asked.body = silenceBody(silence);
    asked.type = "application/json";
    asked.again = false;
    m_way.ask<QString>(asked, readSilenceId, receiver, [client = *this, silence, receiver, answer](const Outcome<QString> &made) {
        const bool doubtful = !made && (made.problem().code == "outcome-unknown"_L1 || made.problem().code == "unreadable"_L1);
        if (doubtful)
            client.lookFor(silence, made.problem(), receiver, answer);
        else
            answer(made);
    });
}

void AlertmanagerClient::lookFor(const Silence &silence, const Problem &unknown, QObject *receiver,
                                 const Answer<QString> &answer) const
{
    const QString place = m_way.access().called();
    silences(receiver, [silence, unknown, place, answer](const Outcome<QList<Silence>> &there) {
        if (!there)
            return answer(unknown);
        const auto found = std::find_if(there.value().begin(), there.value().end(),
                                        [&silence](const Silence &one) { return fulfils(one, silence); });
        if (found != there.value().end())
            return answer(found->id);
        answer(Problem{Problem::Kind::Io,
                       u"not-done"_s,
                       Text::tr("%1 has not made the silence. Ask for it again.").arg(place),
                       unknown.detail,
                       {},
                       {}});
    });
}

HttpJob *AlertmanagerClient::expireSilence(const QString &id, QObject *receiver, const Answer<void> &answer) const
{
    const HttpRequest asked = request(HttpRequest::Method::Delete, u"/silence/"_s + pathSegment(id));
    return m_way.ask<void>(
        asked, [](const QByteArray &) { return Outcome<void>(); }, receiver, answer);
}

} // namespace fireline::connectors
