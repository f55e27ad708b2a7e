// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertmanager/alertmanagertypes.h"
#include "http/httpclient.h"

namespace fireline::connectors {

/// Asks an Alertmanager by its API v2, and makes and ends silences (HDF-8, NIN-31). GUI thread; owned by the composition; the way
/// outlives it.
class AlertmanagerClient
{
public:
    /// `prefix`: where the API begins below the address.
    explicit AlertmanagerClient(HttpClient &way, QString prefix = QStringLiteral("/api/v2"))
        : m_way(way)
        , m_prefix(std::move(prefix))
    {
    }

    /// All that fire, silenced and inhibited ones too; with a filter those that match.
    HttpJob *alerts(const QList<Matcher> &filter, QObject *receiver, const Answer<QList<ManagedAlert>> &answer) const;
    HttpJob *silences(QObject *receiver, const Answer<QList<Silence>> &answer) const;

    /// Makes it, and tells its id. It is sent once: where it is not known whether it arrived, Alertmanager is asked for one like it
    /// (decisions 24). "not-done": it has none, so it can be asked for again; "outcome-unknown": nobody could say.
    void createSilence(const Silence &silence, QObject *receiver, const Answer<QString> &answer) const;
    /// One that has ended already ends again, without effect.
    HttpJob *expireSilence(const QString &id, QObject *receiver, const Answer<void> &answer) const;

private:
    [[nodiscard]] HttpRequest request(HttpRequest::Method method, const QString &path) const;
    void lookFor(const Silence &silence, const domain::Problem &unknown, QObject *receiver, const Answer<QString> &answer) const;

    HttpClient &m_way;
    QString m_prefix;
};

} // namespace fireline::connectors
